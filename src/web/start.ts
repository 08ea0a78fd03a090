import '@mantine/core/styles.css';
import './page.css';
import { keyHeaders } from './api-key.ts';
import { askFirst } from './asked-first.ts';
import { firstAddresses, firstSight } from './first-sight.ts';
import { readersLanguage, wordsOf } from './language.ts';

// A script of its own, and small: the words and the first figures are on their way while the page's own is still loaded and read.
wordsOf[readersLanguage()]().catch(() => undefined); // told where they are used
const first = firstSight(new URL(window.location.href), new Date());
if (first) askFirst(firstAddresses(first), keyHeaders());
void import('./main.tsx');
