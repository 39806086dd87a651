/** How long changes are collected before they are looked at, in milliseconds. */
const INTERVAL_MS = 500;
/** Text beyond this is not looked at in one go, in UTF-16 code units: the reader reads pages in slices, the scout does not. */
const LOOK_LIMIT = 2_000_000;
/** How long after the page has loaded shadow roots are looked for once more, in milliseconds. */
const LATE_MS = 3000;
/** 1,000 elements take a tenth of a millisecond, the question for the time left a thousandth. */
const ELEMENTS_A_CHECK = 1000;
const CHANGES = { childList: true, characterData: true, subtree: true } as const;

/**
 * Looks at the page's text once, then at what is added to it, until `found` is called (once).
 * Returns a function that ends it.
 */
export function watchPage(mayMention: (text: string) => boolean, found: () => void): () => void {
  const added = new Set<Node>();
  let timer: number | null = null;
  let late: number | null = null;
  let observer: MutationObserver | null = null;

  const stop = () => {
    observer?.disconnect();
    observer = null;
    added.clear();
    if (timer !== null) window.clearTimeout(timer);
    if (late !== null) window.clearTimeout(late);
  };
  const look = (text: string) => {
    if (!mayMention(text.length > LOOK_LIMIT ? text.slice(0, LOOK_LIMIT) : text)) return false;
    stop();
    found();
    return true;
  };

  if (look(document.body?.textContent ?? '')) return stop;

  /** Looks into open shadow roots, nested ones too: their text is not part of the document's. */
  const lookInto = (elements: ArrayLike<Element>, from: number, idle: IdleDeadline | null) => {
    for (let at = from; at < elements.length; at++) {
      const shadow = elements[at]?.shadowRoot ?? null;
      // The second question is for forms, whose fields may have that name.
      if (shadow !== null && shadow instanceof ShadowRoot) {
        // What is put into it later is no change of the document.
        observer?.observe(shadow, CHANGES);
        if (look(shadow.textContent ?? '')) return;
        lookInto(shadow.querySelectorAll('*'), 0, null);
      }
      if (observer === null) return;
      if (at % ELEMENTS_A_CHECK === 0 && idle !== null && idle.timeRemaining() < 1) {
        whenIdle((next) => lookInto(elements, at + 1, next));
        return;
      }
    }
  };
  const lookIntoPage = () => {
    // A live list by tag name is the cheapest walk over elements that there is (docs/decisions, matcher).
    if (observer !== null)
      whenIdle((idle) => lookInto(document.getElementsByTagName('*'), 0, idle));
  };

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
      if (look(texts.join('\n\n'))) return;
      for (const node of nodes)
        if (node instanceof Element) lookInto([node, ...node.querySelectorAll('*')], 0, null);
    }, INTERVAL_MS);
  });
  observer.observe(document, CHANGES);
  afterLoad(() => {
    lookIntoPage();
    // Elements that a page makes its own after it has loaded get their roots without a change of the document.
    late = window.setTimeout(lookIntoPage, LATE_MS);
  });
  return stop;
}

function whenIdle(work: (idle: IdleDeadline) => void): void {
  window.requestIdleCallback(work, { timeout: LATE_MS });
}

function afterLoad(work: () => void): void {
  if (document.readyState === 'complete') work();
  else window.addEventListener('load', work, { once: true });
}

function isText(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE;
}
