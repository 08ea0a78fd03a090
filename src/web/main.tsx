import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import './page.css';
import { App } from './app.tsx';
import { askEarly } from './ask-early.ts';
import { startI18n } from './i18n.ts';
import { queryClient } from './query-client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
askEarly(queryClient, new URL(window.location.href));
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
