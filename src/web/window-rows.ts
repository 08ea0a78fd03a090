/** Which rows of a long table are drawn: those that can be seen, and some more on both sides. `before` and `after` are the room that the others take, in pixels. */
export function windowRows({
  count,
  rowHeight,
  scrollTop,
  height,
  extra = 8,
}: {
  count: number;
  rowHeight: number;
  scrollTop: number;
  height: number;
  extra?: number;
}) {
  const start = Math.min(Math.max(0, Math.floor(scrollTop / rowHeight) - extra), count);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + extra);
  return { start, end: Math.max(start, end), before: start * rowHeight, after: (count - Math.max(start, end)) * rowHeight };
}
