/** How long changes are collected before they are looked at, in milliseconds. */
const INTERVAL_MS = 500;
/** Text beyond this is not looked at in one go, in UTF-16 code units: the reader reads pages in slices, the scout does not. */
const LOOK_LIMIT = 2_000_000;

/**
 * Looks at the page's text once, then at what is added to it, until `found` is called (once).
 * Returns a function that ends it.
 */
export function watchPage(mayMention: (text: string) => boolean, found: () => void): () => void {
  const added = new Set<Node>();
  let timer: number | null = null;
  let observer: MutationObserver | null = null;

  const stop = () => {
    observer?.disconnect();
    observer = null;
    added.clear();
    if (timer !== null) window.clearTimeout(timer);
  };
  const look = (text: string) => {
    if (!mayMention(text.length > LOOK_LIMIT ? text.slice(0, LOOK_LIMIT) : text)) return false;
    stop();
    found();
    return true;
  };

  if (look(document.body?.textContent ?? '') || lookIntoShadows(document, look)) return stop;

  observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') added.add(record.target.parentNode ?? record.target);
      else for (const node of record.addedNodes) added.add(node);
    }
    if (timer !== null || added.size === 0) return;
    timer = window.setTimeout(() => {
      timer = null;
      const nodes = [...added].filter((node) => node.isConnected);
      added.clear();
      // A piece of text may finish a name that its neighbours began: its whole parent is looked at.
      const texts = nodes.map((node) => (isText(node) ? node.parentNode : node)?.textContent ?? '');
      look(texts.join('\n\n'));
    }, INTERVAL_MS);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return stop;
}

/** Looks into open shadow roots, nested ones too: their text is not part of the document's. */
function lookIntoShadows(root: ParentNode, look: (text: string) => boolean): boolean {
  // A live list by tag name is the cheapest walk over elements that there is (docs/decisions, matcher).
  const elements =
    root instanceof Document ? root.getElementsByTagName('*') : root.querySelectorAll('*');
  for (const element of elements) {
    const shadow = element.shadowRoot;
    if (shadow === null) continue;
    if (look(shadow.textContent ?? '') || lookIntoShadows(shadow, look)) return true;
  }
  return false;
}

function isText(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE;
}
