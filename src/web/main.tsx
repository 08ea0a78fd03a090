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
/** What was asked for usually comes while the script is being read: then the page is drawn once, and not first without it. */
const patienceMs = 100;

const asked = askEarly(queryClient, new URL(window.location.href));
await startI18n();
await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
