import { cueBit, type Cues } from './cues.ts';

/** The sentence begins with a word that goes on about the brand before it: "It is …", "Users …", 该…; or with "However". */
export function goesOnAbout(cues: Cues, from: number): boolean {
  return cues.count > 0 && (cues.froms[0] as number) - from <= 3 && ((cues.bits[0] as number) & (cueBit.pronouns | cueBit.contrast)) !== 0;
}

/** "However, Salesforce …": the sentence turns to the name right behind its opening. */
export function turnsTo(cues: Cues, name: number): boolean {
  return ((cues.bits[0] as number) & cueBit.contrast) !== 0 && name - (cues.tos[0] as number) <= 3;
}

export function opensWithContrast(cues: Cues, from: number): boolean {
  return cues.count > 0 && (cues.froms[0] as number) - from <= 3 && ((cues.bits[0] as number) & cueBit.contrast) !== 0;
}
