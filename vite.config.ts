import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Builds the web page into dist/web, from where the server serves it. */
export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  plugins: [react(), loadMainAtOnce()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', test: /src[\\/]web[\\/]start\.ts$/, priority: 1 },
            // What everyone needs comes in one file: two dozen, each asked for by itself, take a tenth of a second.
            { name: 'main', test: /src[\\/]web[\\/]main\.tsx$/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
});

/**
 * `start` asks for `main` when it runs; the page's head already says so. Nearly all of it runs at once: browsers that read
 * its first line compile it while it arrives, beside the page, instead of function by function in the page's way.
 */
function loadMainAtOnce(): Plugin {
  return {
    name: 'load-main-at-once',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const part of Object.values(bundle))
          if (part.type === 'chunk' && part.name === 'main') part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const main = Object.values(bundle).filter((part) => part.type === 'chunk' && part.name === 'main');
        const files = new Set(main.flatMap((part) => (part.type === 'chunk' ? [part.fileName, ...part.imports] : [])));
        return [...files].map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` } }));
      },
    },
  };
}
