import { existsSync, readFileSync } from 'node:fs';
import { parsePanel, type Panel } from '../../src/domain/analysis/panel.ts';

const realAnswers = new URL('../../../shared/data/answers/', import.meta.url);

/** Answers of about 3 KB: real ones where they lie beside the repository, else made up with as many names, links and sentences. */
export function readTexts(): { texts: string[]; source: string } {
  const files = ['chatgpt_1.jsonl', 'google_ai_mode_1.jsonl'].map((name) => new URL(name, realAnswers));
  if (!files.every((file) => existsSync(file))) return { texts: Array.from({ length: 200 }, (_, n) => madeUpAnswer(n)), source: 'made up' };
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
  return { texts: lines.map((line) => String(JSON.parse(line).response)), source: 'real answers' };
}

const prose = [
  'Look for something that fits your budget, and think about how often you will really use it.',
  'Battery life matters more than most people expect; ten hours is a good minimum.',
  'Prices change often, so compare two or three shops before you order.',
  'Reviewers praise the sturdy case, although the fan is louder than it should be.',
  'If you travel a lot, weight and size should come first.',
  'A longer warranty is worth a little more money.',
];

function madeUpAnswer(n: number): string {
  const sentence = (i: number): string => prose[(n + i) % prose.length] as string;
  const option = (i: number): string =>
    `### ${i}. ${brandName((n * 7 + i * 3) % 50)} Model ${i}\n\n* **Price:** about \\$${i}99\n* **Highlights:** ${sentence(i)}\n* **Drawback:** ${sentence(i + 1)} ([review](https://site${n % 40}.com/a/${i}?utm_source=chatgpt.com))\n\n${sentence(i + 2)}\n\n`;
  const intro = `As of May, there are several good choices. ${sentence(0)}\n\n---\n\n`;
  const closing = `I recommend ${brandName(n % 50)} for most people. ${prose.join(' ')}\n\n${prose.toReversed().join(' ')}\n`;
  return intro + [1, 2, 3, 4, 5].map(option).join('') + closing;
}

const known =
  'Ninja Samsung Sony Breville Google Audio-Technica Garmin Philips HP ASUS Dell LG Vitamix Apple Anker Dyson Nike Oral-B TP-Link All-Clad Acer Amazon GreenPan JBL Theragun Jabra Hisense Yamaha hOmeLabs Lenovo Nectar Netgear Tramontina Travelpro Fluance Wilson Columbia OnePlus Gaggia Saucony Polar Netflix Brother Neutrogena CeraVe T-Mobile Mercedes-Benz Porsche Lucid Arlo'.split(
    ' ',
  );
const heads = 'Nor Bel Cal Dar Ven Zan Kor Lum Pra Tri Vex Qua Ora Fen Gil Hal Jax Myr Rud Sol'.split(' ');
const tails = 'tek via lon dora mint zen core wave lytic forge desk byte flow nix pal gen lab sy ly io'.split(' ');

function brandName(index: number): string {
  const made = `${heads[index % 20]}${tails[Math.floor(index / 20) % 20]}${index >= 400 ? ['Pro', 'Cloud', 'One', 'HQ'][Math.floor(index / 400) % 4] : ''}`;
  return known[index] ?? made;
}

/** A panel of that many brands with four aliases each. */
export function panelOf(brands: number): Panel {
  return parsePanel({
    brands: Array.from({ length: brands }, (_, i) => ({
      id: `b${i}`,
      name: brandName(i),
      aliases: [`${brandName(i)} Inc`, `${brandName(i)} Group`, `${brandName(i)} ${i}x`],
      domains: [`brand${i}.example`],
    })),
  });
}
