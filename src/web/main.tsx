import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { askEarly } from './ask-early.ts';
import { firstSight } from './first-sight.ts';
import { startI18n } from './i18n.ts';
import { queryClient } from './query-client.ts';

/** What was asked for has mostly come by the time the script is read: then the page is drawn once, and not first without it. */
const patienceMs = 100;
const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
const first = firstSight(new URL(window.location.href), new Date());
const asked = first && askEarly(queryClient, first);
await startI18n();
await Promise.race([asked, patience]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
