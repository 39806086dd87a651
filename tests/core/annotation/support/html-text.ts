import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** `textContent` of a part of a document: `document` and `body`: all of the body; `container`: the same, for a fragment; `#id`: that element. */
export function textContentOf(html: string, root: string): string {
  const document = parse(html);
  const body = findElement(document, (name) => name === 'body');
  const wanted = root.startsWith('#')
    ? findElement(document, (_, id) => id === root.slice(1))
    : body;
  if (wanted === null) throw new TypeError(`expected an element ${root} in the case's markup`);
  return textOf(wanted);
}

function textOf(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function findElement(node: Node, test: (name: string, id: string) => boolean): Node | null {
  if ('tagName' in node) {
    const id = node.attrs.find(({ name }) => name === 'id')?.value ?? '';
    if (test(node.tagName, id)) return node;
  }
  if (!('childNodes' in node)) return null;
  for (const child of node.childNodes) {
    const found = findElement(child, test);
    if (found !== null) return found;
  }
  return null;
}

const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul br'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style template iframe img noscript head title object video audio canvas'.split(' '),
);

/**
 * What a reader sees, as page text is written: blocks separated by an empty line, hidden elements left out. Only
 * inline styles are known here; a case whose text depends on a style sheet is listed in its test.
 */
export function visibleTextOf(html: string): string {
  const document = parse(html, { sourceCodeLocationInfo: false });
  return visible(document)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n\n')
    .trim();
}

function visible(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ');
  if (!('childNodes' in node)) return '';
  const name = 'tagName' in node ? node.tagName : '';
  const style =
    'attrs' in node ? (node.attrs.find(({ name }) => name === 'style')?.value ?? '') : '';
  if (SKIPPED.has(name) || /display:\s*none/.test(style)) return '';
  const isBlock = BLOCKS.has(name) || /display:\s*block/.test(style);
  if (/visibility:\s*hidden/.test(style)) return isBlock ? '\n' : '';
  const children = node.childNodes.map(visible).join('');
  return isBlock ? `\n${children}\n` : children;
}
