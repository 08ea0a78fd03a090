/** Which UTF-16 units belong to a set, as a table by unit: what is asked of every character costs one look, where a Set hashes. */
export function unitTable(units: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < units.length; at++) table[units.charCodeAt(at)] = 1;
  return table;
}
