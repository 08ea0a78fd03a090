import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Builds the web page into dist/web, from where the server serves it. */
export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // What everyone needs first comes in one file: two dozen, each asked for by itself, take a tenth of a second.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', test: /src[\\/]web[\\/]main\.tsx$/ }] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
});
