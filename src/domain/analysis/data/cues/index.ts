import type { CueWords } from './cue-words.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** Languages in which sentences are judged, by ISO 639-1. In others only mentions, lists and citations are read. */
export const cueLanguages: Record<string, CueWords> = { en, zh, ja, de, es, fr, ko, pt, it, ru };
