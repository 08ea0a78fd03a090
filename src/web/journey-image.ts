import type { MapRow } from './journey-rows.ts';

const [nameWidth, columnWidth, padding, lineHeight, headHeight] = [170, 260, 12, 19, 72];
const font = "14px system-ui, 'Noto Sans', 'Noto Sans SC Variable', 'Noto Sans TC Variable', sans-serif";

type Drawn = { title: string; stages: readonly string[]; rows: readonly MapRow[] };

/** The map as a picture, light whatever the page's theme, at twice the size so that it prints sharp. */
export async function drawJourney({ title, stages, rows }: Drawn): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  pen.font = font;
  const inner = columnWidth - 2 * padding;
  const wrapped = rows.map((row) => ({
    ...row,
    name: wrap(pen, row.name, nameWidth - 2 * padding),
    cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.flatMap((line) => wrap(pen, line, inner)) })),
  }));
  const heights = wrapped.map(
    ({ name, cells }) => Math.max(name.length, ...cells.map(({ lines }) => lines.length), 1) * lineHeight + 2 * padding,
  );
  const width = nameWidth + stages.length * columnWidth;
  const height = headHeight + heights.reduce((sum, one) => sum + one, 0);
  [canvas.width, canvas.height] = [width * 2, height * 2];
  pen.scale(2, 2);
  pen.font = font;
  pen.textBaseline = 'top';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  const write = (lines: readonly string[], x: number, y: number, weight = '') => {
    pen.font = `${weight} ${font}`;
    pen.fillStyle = '#1a1b1e';
    lines.forEach((line, index) => pen.fillText(line, x + padding, y + padding + index * lineHeight));
  };
  write([title], 0, 0, 'bold');
  stages.forEach((stage, index) => write([stage], nameWidth + index * columnWidth, headHeight - lineHeight - 2 * padding, 'bold'));
  let y = headHeight;
  wrapped.forEach(({ name, cells }, at) => {
    const rowHeight = heights[at] ?? 0;
    cells.forEach(({ lines, heat }, index) => {
      const x = nameWidth + index * columnWidth;
      pen.fillStyle = `rgb(54 79 199 / ${(heat ?? 0) * 0.4})`;
      pen.fillRect(x, y, columnWidth, rowHeight);
      write(lines, x, y);
    });
    write(name, 0, y, 'bold');
    pen.fillStyle = '#dee2e6';
    pen.fillRect(0, y, width, 1);
    y += rowHeight;
  });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png'),
  );
}

/** Breaks at spaces, and within a word that is too long or has none, as Chinese. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/\s+|[\p{Script=Han}]|[^\s\p{Script=Han}]+/gu) ?? []) {
    if (pen.measureText(line + part).width <= width) {
      line += part;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    line = part.trimStart();
    while (pen.measureText(line).width > width) {
      let fits = line.length - 1;
      while (fits > 1 && pen.measureText(line.slice(0, fits)).width > width) fits--;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}
