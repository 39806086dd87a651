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
      const text = nodes.map((node) => node.parentElement?.textContent ?? node.textContent ?? '');
      look(text.join('\n\n'));
    }, INTERVAL_MS);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return stop;
}

/** Open shadow roots are custom elements' business: only pages that define some are searched. */
function lookIntoShadows(root: ParentNode, look: (text: string) => boolean): boolean {
  for (const element of root.querySelectorAll(':defined')) {
    const shadow = element.shadowRoot;
    if (shadow === null) continue;
    if (look(shadow.textContent ?? '') || lookIntoShadows(shadow, look)) return true;
  }
  return false;
}
