/**
 * Endings that make "name.ending" an address in running text. Left out on purpose: those that are English words or file endings
 * ("great.it works", "Node.js", "README.md"); such an address still counts with http:// or www. in front.
 */
const endings = new Set(
  'com net org edu gov mil int info biz io ai app dev co uk de fr es nl eu jp cn kr tw hk sg ru br au ca ch se dk fi pl cz mx ar cl pe nz za tr gr pt hu ro ua kz ie il ae sa vn th ph id shop store online cloud tech site xyz agency blog news media page link live software solutions tv cc gg ly fm example test'.split(
    ' ',
  ),
);

export function isTopLevelDomain(label: string): boolean {
  return endings.has(label.length <= 12 ? label.toLowerCase() : label);
}
