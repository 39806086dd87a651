import type { Handle } from '@/tools/lib/serve';

/** Sizes: what a machine of two cores takes in minutes, and the full ones of a night. */
const isNight = process.env.DOWNRANGE_NIGHTLY === '1';
export const SIZES = {
  textNodes: isNight ? 1_000_000 : 100_000,
  oneNode: isNight ? 100_000_000 : 5_000_000,
  shadowDepth: isNight ? 200 : 60,
  frames: isNight ? 500 : 100,
  churnPerSecond: isNight ? 10_000 : 2_000,
  churnSeconds: isNight ? 10 : 2,
  navigations: isNight ? 100 : 30,
  /** More than the reader looks at (`NAME_LIMIT`), on any machine. */
  names: 10_400,
} as const;

const STORY =
  '<p id="first">Last night SpaceX flew a Falcon 9 rocket, and nobody was surprised by it.</p>';
const STYLE = '<style>body{font:18px/1.6 serif;margin:40px;background:#fff;color:#111}</style>';
/** Each page checks itself; unless it has its own, the check is that its body is as it was. */
const OWN_CHECK =
  "addEventListener('DOMContentLoaded', () => { window.bodyBefore = document.body.outerHTML; });" +
  "window.ownCheck = () => (document.body.outerHTML === window.bodyBefore ? 'well' : 'the body changed');";

interface Served {
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

function html(options: {
  readonly script?: string;
  readonly body?: string;
  readonly style?: string;
  readonly root?: string;
  readonly bodyAttributes?: string;
  readonly doctype?: string;
}): Served {
  const { script = '', body = STORY, style = '', root = 'lang="en"' } = options;
  return {
    body:
      `${options.doctype ?? '<!doctype html>'}<html ${root}><head><meta charset="utf-8"><title>Odd</title>` +
      `${STYLE}<style>${style}</style><script>${OWN_CHECK}${script}</script></head>` +
      `<body ${options.bodyAttributes ?? ''}>${body}</body></html>`,
  };
}

const TOUCHES = `
  window.touched = [];
  const spy = (holder, name) => {
    const original = holder[name];
    holder[name] = function (...all) { touched.push(name); return original.apply(this, all); };
  };
  for (const name of ['attachShadow', 'append', 'closest', 'getAttribute', 'setAttribute', 'querySelectorAll']) spy(Element.prototype, name);
  for (const name of ['appendChild', 'insertBefore', 'removeChild', 'contains', 'cloneNode']) spy(Node.prototype, name);
  for (const name of ['createElement', 'createRange', 'createTreeWalker', 'getSelection']) spy(Document.prototype, name);
  for (const name of ['showPopover', 'hidePopover', 'focus', 'click']) spy(HTMLElement.prototype, name);
  for (const name of ['setStart', 'setEnd', 'getClientRects']) spy(Range.prototype, name);
  for (const name of ['map', 'filter', 'push', 'indexOf', 'find', 'at']) {
    const original = Array.prototype[name];
    Array.prototype[name] = function (...all) { window.arrays = (window.arrays ?? 0) + 1; return original.apply(this, all); };
  }
  window.ownCheck = () => (touched.length === 0 ? 'well' : 'someone called ' + touched.join());`;

/** A PDF of one line. Viewers build the missing table of its parts by themselves. */
function onePagePdf(text: string): string {
  const drawing = `BT /F1 18 Tf 40 700 Td (${text}) Tj ET`;
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = parts.map((part, index) => `${index + 1} 0 obj\n${part}\nendobj\n`).join('');
  return `%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${parts.length + 1} >>\n%%EOF\n`;
}

/** Every odd page by its address. */
const PAGES: Readonly<Record<string, () => Served>> = {
  '/odd/frozen': () =>
    html({
      script: `for (const one of [Object, Array, Function, String, Map, Set, Promise, EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, Range, StaticRange, Highlight, HighlightRegistry, CSSStyleSheet]) { Object.freeze(one); Object.freeze(one.prototype); }
        Object.freeze(CSS);`,
    }),
  '/odd/spied': () => html({ script: TOUCHES }),
  '/odd/throwing': () =>
    html({
      script: `const bad = { configurable: true, get() { throw new Error('the page is broken'); } };
        for (const name of ['firstChild', 'nextSibling', 'parentNode', 'isConnected']) Object.defineProperty(Node.prototype, name, bad);
        for (const name of ['adoptedStyleSheets']) { Object.defineProperty(Document.prototype, name, bad); Object.defineProperty(ShadowRoot.prototype, name, bad); }
        Element.prototype.attachShadow = Element.prototype.closest = () => { throw new Error('the page is broken'); };
        Array.prototype.map = Array.prototype.filter = Map.prototype.get = Set.prototype.add = () => { throw new Error('the page is broken'); };`,
    }),
  '/odd/no-highlights': () =>
    html({
      script: `Object.defineProperty(CSS, 'highlights', { value: new Map(), configurable: true });
        window.Highlight = window.StaticRange = function () { throw new Error('none here'); };
        window.ownCheck = () => (CSS.highlights.size === 0 ? 'well' : 'someone wrote into my map');`,
    }),
  '/odd/clears-highlights': () =>
    html({
      body: `${STORY}<div id="late"></div>`,
      script: `window.cleared = 0;
        window.clearing = setInterval(() => { CSS.highlights.clear(); cleared++; }, 20);
        window.ownCheck = () => 'well';`,
    }),
  '/odd/own-highlights': () =>
    html({
      body: `${STORY}<script>const range = new Range(); range.selectNodeContents(document.getElementById('first')); CSS.highlights.set('mine', new Highlight(range));</script>`,
      script:
        "window.ownCheck = () => (CSS.highlights.get('mine')?.size === 1 ? 'well' : 'mine is gone');",
    }),
  '/odd/removes-host': () =>
    html({
      script: `window.removals = 0; window.remove = true;
        new MutationObserver((records) => {
          for (const { addedNodes } of records) for (const node of addedNodes)
            if (window.remove && node.nodeName === 'DIV') { node.remove(); removals++; }
        }).observe(document.documentElement, { childList: true });`,
    }),
  '/odd/fights-popover': () =>
    html({
      script: `window.fights = 0; window.fight = true;
        addEventListener('beforetoggle', (event) => {
          if (!window.fight) return;
          fights++;
          if (fights % 2 === 1) event.target.remove(); else event.preventDefault();
        }, true);`,
    }),
  '/odd/clobbered-document': () =>
    html({
      body: `${STORY}<form id="body" name="body"></form><form name="documentElement"></form>
        ${['getElementById', 'querySelector', 'querySelectorAll', 'getElementsByTagName', 'createElement', 'createRange', 'createTreeWalker', 'addEventListener', 'getSelection', 'activeElement', 'fullscreenElement', 'caretPositionFromPoint', 'designMode', 'title', 'location', 'defaultView', 'head', 'textContent', 'firstChild', 'nodeType', 'parentNode', 'contains', 'getRootNode', 'compareDocumentPosition', 'isConnected', 'adoptedStyleSheets', 'ownerDocument', 'referrer', 'lang'].map((name) => `<img name="${name}" alt="">`).join('')}`,
      script: `window.names = document.querySelectorAll.bind(document);
        window.ownCheck = () => (document.createElement.nodeName === 'IMG' && document.body.nodeName === 'FORM' ? 'well' : 'my names are gone');`,
    }),
  '/odd/clobbered-form': () =>
    html({
      // The field before the form claims to be what comes after it: a walk that believes it never ends.
      body: `<input form="trap" name="nextSibling" size="1"><p>Before the trap.</p>
        <form id="trap">${['firstChild', 'parentNode', 'parentElement', 'nodeName', 'nodeType', 'attributes', 'getAttribute', 'hasAttributes', 'shadowRoot', 'isConnected', 'textContent', 'childNodes', 'getRootNode', 'closest', 'matches', 'contains', 'host'].map((name) => `<input name="${name}" size="1">`).join('')}${STORY}</form>
        <p id="after">LandSpace is waiting for its turn.</p>`,
      script:
        "window.ownCheck = () => (document.forms[0].firstChild.nodeName === 'INPUT' ? 'well' : 'my form is broken');",
    }),
  '/odd/design-mode': () => html({ script: "document.designMode = 'on';" }),
  '/odd/editable-body': () => html({ bodyAttributes: 'contenteditable="true"' }),
  '/odd/fields': () =>
    html({
      body: '<textarea id="first">SpaceX flew a Falcon 9 rocket.</textarea><input value="SpaceX"><div role="textbox">LandSpace</div>',
      script:
        "window.ownCheck = () => (document.querySelector('textarea').value === 'SpaceX flew a Falcon 9 rocket.' && document.body.outerHTML === window.bodyBefore ? 'well' : 'my fields changed');",
    }),
  '/odd/editor': () =>
    html({
      // An editor as sites build them: it takes note of every change inside it, and none but the writer's is allowed.
      body: `${STORY}<div id="editor" contenteditable="true"><p>LandSpace will fly Zhuque-3, a rocket.</p></div>`,
      script: `window.edits = []; window.allowed = '';
        addEventListener('DOMContentLoaded', () => {
          const editor = document.getElementById('editor');
          new MutationObserver((records) => { for (const record of records) edits.push(record.type); })
            .observe(editor, { childList: true, characterData: true, attributes: true, subtree: true });
        });
        window.ownCheck = () => {
          const editor = document.getElementById('editor');
          if (editor.textContent !== allowed + 'LandSpace will fly Zhuque-3, a rocket.') return 'not my text: ' + editor.textContent;
          if (edits.some((type) => type !== 'characterData')) return 'someone else was here: ' + edits.join();
          return document.getSelection().anchorNode !== null && editor.contains(document.getSelection().anchorNode) ? 'well' : 'my caret is gone';
        };`,
    }),
  '/odd/formula-inside': () =>
    html({
      body: `${STORY}<math><mtext>LandSpace flew Zhuque-3.</mtext><mi>v</mi></math><svg width="300" height="40"><text y="20">LandSpace flew Zhuque-3.</text></svg>`,
    }),
  // As XML: Chromium downloads what calls itself MathML.
  '/odd/formula.mml': () => ({
    type: 'application/xml; charset=utf-8',
    body: '<?xml version="1.0"?><math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>SpaceX flew a Falcon 9 rocket.</mtext></math>',
  }),
  '/odd/report.pdf': () => ({
    type: 'application/pdf',
    body: onePagePdf('SpaceX flew a Falcon 9 rocket.'),
  }),
  '/odd/many-names': () =>
    html({
      body: `${STORY}<div id="many" style="content-visibility:hidden"></div><script>
        document.getElementById('many').innerHTML = '<p>SpaceX flew a Falcon 9 rocket.</p>'.repeat(${SIZES.names / 2});</script>`,
      script: `window.ownCheck = () => (document.getElementById('many').childNodes.length === ${SIZES.names / 2} ? 'well' : 'my list changed');`,
    }),
  '/odd/quirks': () => html({ doctype: '' }),
  '/odd/vertical': () => html({ style: 'html{writing-mode:vertical-rl}' }),
  '/odd/right-to-left': () =>
    html({
      root: 'lang="ar" dir="rtl"',
      body: '<p id="first">أطلقت شركة SpaceX صاروخ Falcon 9 rocket الليلة الماضية.</p>',
    }),
  '/odd/zoomed': () => html({ style: 'body{zoom:5;margin:4px;font-size:12px}' }),
  '/odd/transformed': () =>
    html({
      style: 'html{transform:translateX(10px) rotate(2deg);filter:saturate(1);contain:layout}',
    }),
  '/odd/dialog': () =>
    html({
      body: `<dialog id="dialog">${STORY}</dialog><script>document.getElementById('dialog').showModal();</script>`,
      script:
        "window.ownCheck = () => (document.getElementById('dialog').open ? 'well' : 'my dialog was closed');",
    }),
  '/odd/full-screen': () =>
    html({
      body: `<div id="whole" style="background:#fff">${STORY}<button id="go">Go</button></div>
        <script>document.getElementById('go').onclick = () => document.getElementById('whole').requestFullscreen();</script>`,
      script:
        "window.ownCheck = () => (document.fullscreenElement?.id === 'whole' ? 'well' : 'I am not on the whole screen');",
    }),
  '/odd/hidden': () =>
    html({
      style:
        ':root>div,[popover],div,:popover-open,*::backdrop{display:none!important;opacity:0!important;visibility:hidden!important;pointer-events:none!important;transform:scale(0)!important;width:0!important;max-height:0!important;overflow:hidden!important;clip-path:inset(50%)!important;z-index:-1!important;content-visibility:hidden!important;position:static!important;zoom:0.01!important;translate:-9999px!important;scale:0!important;filter:opacity(0)!important;mask:linear-gradient(transparent,transparent)!important;animation:none!important}',
    }),
  '/odd/covered': () =>
    html({
      body: `${STORY}<div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:rgb(255 255 255 / 0.01)"></div>`,
    }),
  '/odd/policy': () => ({
    headers: {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    body: `<!doctype html><html lang="en"><head><title>Strict</title></head><body>${STORY}</body></html>`,
  }),
  '/odd/sandbox': () => ({
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    body: html({}).body,
  }),
  '/odd/page.xhtml': () => ({
    type: 'application/xhtml+xml; charset=utf-8',
    body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>X</title><script>window.ownCheck = () => 'well';</script></head><body>${STORY}<p>One line,<br/>another line.</p></body></html>`,
  }),
  '/odd/drawing.svg': () => ({
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text y="40">SpaceX flew a Falcon 9 rocket.</text></svg>',
  }),
  '/odd/data.xml': () => ({
    type: 'application/xml; charset=utf-8',
    body: '<?xml version="1.0"?><news><item>SpaceX flew a Falcon 9 rocket.</item></news>',
  }),
  '/odd/plain.txt': () => ({
    type: 'text/plain; charset=utf-8',
    body: 'Last night SpaceX flew a Falcon 9 rocket, and nobody was surprised by it.\n',
  }),
  '/odd/written': () =>
    html({
      script: `window.rewrite = () => { document.open(); document.write('<!doctype html><html lang="en"><title>Written</title><style>body{font:18px serif;background:#fff}</style><body>${STORY}</body></html>'); document.close(); window.ownCheck = () => (document.title === 'Written' ? 'well' : 'not written'); };`,
    }),
  '/odd/frames': () =>
    html({
      body: `<p>Nothing here.</p><iframe name="blank" width="500" height="90"></iframe><iframe name="inner" width="500" height="90" srcdoc="&lt;!doctype html&gt;&lt;body&gt;&lt;p&gt;SpaceX flew a Falcon 9 rocket.&lt;/p&gt;"></iframe>
        <script>frames.blank.document.body.innerHTML = '<p>Land' + 'Space flew Zhu' + 'que-3, a rocket.</p>';</script>`,
      script: "window.ownCheck = () => (frames.length === 2 ? 'well' : 'frames');",
    }),
  '/odd/many-frames': () =>
    html({
      script: `addEventListener('DOMContentLoaded', () => {
          for (let index = 0; index < ${SIZES.frames}; index++) {
            const frame = document.createElement('iframe');
            frame.width = frame.height = '20';
            frame.srcdoc = '<p>Nothing to see in frame ' + index + '.</p>';
            document.body.append(frame);
          }
        });
        window.ownCheck = () => (frames.length === ${SIZES.frames} ? 'well' : 'frames are missing');`,
    }),
  '/odd/deep-shadows': () =>
    html({
      body: `<div id="outer"></div><script>
        let at = document.getElementById('outer');
        for (let depth = 0; depth < ${SIZES.shadowDepth}; depth++) {
          const root = at.attachShadow({ mode: 'open' });
          at = document.createElement('div');
          root.append(at);
        }
        at.innerHTML = 'SpaceX flew a Falcon 9 rocket from the deep.';
      </script>`,
    }),
  '/odd/one-node': () =>
    html({
      body: `${STORY}<pre id="huge" style="white-space:nowrap;overflow:hidden;height:40px;content-visibility:hidden"></pre><script>
        document.getElementById('huge').textContent = 'Nothing but weather and wind. '.repeat(${Math.round(SIZES.oneNode / 30)});</script>`,
      script: `window.ownCheck = () => (document.getElementById('huge').firstChild.length === ${Math.round(SIZES.oneNode / 30) * 30} ? 'well' : 'my text changed');`,
    }),
  '/odd/many-nodes': () =>
    html({
      body: `${STORY}<div id="many" style="content-visibility:hidden"></div><script>
        const many = document.getElementById('many');
        for (let index = 0; index < ${SIZES.textNodes}; index++) many.append(document.createTextNode('word ' + index + ' '));</script>`,
      script: `window.ownCheck = () => (document.getElementById('many').childNodes.length === ${SIZES.textNodes} ? 'well' : 'nodes are missing');`,
    }),
  '/odd/churn': () =>
    html({
      body: `${STORY}<div id="churn" style="height:60px;overflow:hidden"></div><div id="late"></div>`,
      script: `window.frames_ = 0; window.longest = 0; window.done = false; window.inserted = 0;
        window.churn = () => {
          const into = document.getElementById('churn');
          const start = performance.now(); let before = start;
          const tick = () => {
            const now = performance.now();
            frames_++; longest = Math.max(longest, now - before); before = now;
            const due = Math.floor((now - start) / 1000 * ${SIZES.churnPerSecond});
            for (; inserted < due; inserted++) {
              const line = document.createElement('p');
              line.textContent = 'line ' + inserted;
              into.append(line);
              if (into.childNodes.length > 40) into.firstChild.remove();
            }
            if (now - start < ${SIZES.churnSeconds * 1000}) requestAnimationFrame(tick);
            else { done = true; document.getElementById('late').innerHTML = '<p id="last">And LandSpace came last.</p>'; }
          };
          requestAnimationFrame(tick);
        };
        window.ownCheck = () => (document.getElementById('churn').childNodes.length <= 41 ? 'well' : 'lines were left');`,
    }),
  '/odd/single-page': () =>
    html({
      body: `<main id="app">${STORY}</main>`,
      script: `window.visit = (index) => {
          history.pushState({}, '', '/odd/single-page?visit=' + index);
          document.getElementById('app').innerHTML = (index % 2 === 0 ? '<p>SpaceX flew a Falcon 9 rocket.</p>' : '<p>LandSpace flew Zhuque-3, a rocket.</p>') + '<p>text of visit ' + index + '</p>'.repeat(200);
        };
        window.ownCheck = () => 'well';`,
    }),
};

/** The addresses of all odd pages. */
export const ODD_PATHS: readonly string[] = Object.keys(PAGES);

/** Serves the odd pages; leaves everything else to the folder. */
export const serveOdd: Handle = (request, response) => {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const make = PAGES[path];
  if (make === undefined) return false;
  const { type = 'text/html; charset=utf-8', headers = {}, body } = make();
  response.writeHead(200, { 'content-type': type, ...headers });
  response.end(body);
  return true;
};
