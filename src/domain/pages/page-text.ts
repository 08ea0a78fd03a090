import type { load } from 'cheerio/slim';

type Root = ReturnType<ReturnType<typeof load>['root']>[number];
export type AnyNode = Root | Root['children'][number];
export type Element = Extract<AnyNode, { attribs: Record<string, string>; children: unknown[] }>;

/** Not the page's own words: code, forms' lists, and what frames the content. */
const left = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'select', 'nav', 'footer', 'aside', 'head']);
const blocks = new Set('address article blockquote br caption dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol option p pre section table tbody td tfoot th thead title tr ul'.split(' ')); // prettier-ignore

/**
 * Goes through a tree in its order, along the links between nodes: a page may be nested deeper than a stack.
 * @param enter false: what is below the node is passed over
 */
export function walk(root: AnyNode | null, enter: (node: AnyNode) => boolean, leave: (node: AnyNode) => void = () => undefined): void {
  let node = root;
  while (node) {
    if (enter(node) && 'firstChild' in node && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      leave(node);
      node = node.parent as AnyNode | null;
    }
    if (!node || node === root) return;
    leave(node);
    node = node.nextSibling;
  }
}

/** The words under a node, a line a block. */
export function textOf(root: AnyNode | null, longest: number): string {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const enter = (node: AnyNode): boolean => {
    if (length > 4 * longest) return false;
    if (isText(node)) add(node.data);
    if (isBlock(node)) add('\n');
    return !('attribs' in node) || !(left.has(node.name) || isHidden(node.attribs));
  };
  walk(root, enter, (node) => {
    if (isBlock(node)) add('\n');
  });
  return clean(parts.join('')).slice(0, longest).toWellFormed();
}

const textNode = 3;
const isText = (node: AnyNode): node is Extract<AnyNode, { data: string }> => node.nodeType === textNode;
const isBlock = (node: AnyNode): boolean => 'name' in node && blocks.has(node.name);
const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display:\s*none/i.test(attributes['style'] ?? '');

const clean = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u200B\u00AD]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
