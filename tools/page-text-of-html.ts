import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { BLOCK_BORDER } from '@/dom/page-text';
import { readingOf } from '@/dom/reading-rules';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/**
 * The text of an HTML file as the extension reads it from a page: the same elements are left out, an empty
 * line stands between blocks, `\n` for `<br>`, a space around footnote marks. White space inside a block
 * is kept as the source has it.
 */
export function pageTextOfHtml(html: string): string {
  const blocks: string[] = [];
  let text = '';
  const closeBlock = () => {
    if (/\S/.test(text)) blocks.push(text);
    text = '';
  };
  const separate = (character: string) => {
    if (text !== '') text += character;
  };
  const read = (nodes: readonly HtmlNode[]) => {
    for (const node of nodes) {
      if ('value' in node) text += node.value;
      else if ('tagName' in node) enter(node);
    }
  };
  const enter = (element: HtmlElement) => {
    if (element.tagName === 'br') return separate('\n');
    const reading = readingOf(asReadElement(element));
    if (reading === 'skip') return separate(' ');
    if (reading === 'block') closeBlock();
    if (reading === 'detached') separate(' ');
    read(element.childNodes);
    if (reading === 'block') closeBlock();
    if (reading === 'detached') separate(' ');
  };
  for (const node of parse(html).childNodes) if ('tagName' in node) enter(node);
  closeBlock();
  return blocks.join(BLOCK_BORDER);
}

/** A parse5 element with the questions that the reading rules ask. */
function asReadElement(element: HtmlElement) {
  return {
    nodeName: element.tagName.toUpperCase(),
    hasAttributes: () => element.attrs.length > 0,
    getAttribute: (name: string) =>
      element.attrs.find((attribute) => attribute.name === name)?.value ?? null,
  };
}
