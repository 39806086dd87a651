/*
 * Which elements are read, and where text ends. Decided by tag names alone: asking for computed styles
 * would force layout on every page. Elements that we have never heard of (custom elements) count as
 * blocks, because joining text that does not belong together is worse than missing a name.
 */

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER COL COLGROUP DD DETAILS DIALOG DIR DIV DL DT ' +
    'FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LABEL LEGEND LI ' +
    'LISTING MAIN MARQUEE MENU NAV OL OPTGROUP OPTION P PRE SEARCH SECTION SLOT SUMMARY TABLE TBODY TD TFOOT TH ' +
    'THEAD TR UL XMP'
  ).split(' '),
);

/** Never read: not text of the story, or text that belongs to the reader (fields) or to a program. */
const SKIPPED = new Set(
  (
    'APPLET AUDIO CANVAS CODE DATALIST EMBED FRAME HEAD IFRAME INPUT KBD LINK MAP MATH META METER NOEMBED ' +
    'NOFRAMES NOSCRIPT OBJECT OPTION PROGRESS RP RT SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VAR VIDEO'
  ).split(' '),
);

/** Inline, but their text does not continue the word before them: footnote marks, exponents. */
const DETACHED = new Set(['SUP', 'SUB']);

/** How the reader of page text treats an element. */
export type Reading = 'skip' | 'block' | 'detached' | 'inline';

/** What the rules ask of an element: little enough for other parsers' nodes to answer. */
export type ReadElement = Pick<Element, 'nodeName' | 'hasAttributes' | 'getAttribute'>;

/** Says how `element` is read. SVG and MathML names are lower case in HTML documents, hence the fold. */
export function readingOf(element: ReadElement): Reading {
  // A form whose field is called `nodeName` answers with that field (tree.ts).
  const given: unknown = element.nodeName;
  const name = typeof given === 'string' ? given : 'FORM';
  const tag = name.charCodeAt(0) > 96 ? name.toUpperCase() : name;
  if (SKIPPED.has(tag)) return 'skip';
  if (isEditable(element)) return 'skip';
  if (BLOCKS.has(tag) || tag.includes('-')) return 'block';
  return DETACHED.has(tag) ? 'detached' : 'inline';
}

/** True for the root of an editable region, whatever the page calls it. Attribute checks only: no layout. */
function isEditable(element: ReadElement): boolean {
  if (typeof element.hasAttributes === 'function' && !element.hasAttributes()) return false;
  const editable = attributeOf(element, 'contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = attributeOf(element, 'role');
  return role === 'textbox' || role === 'searchbox' || role === 'combobox';
}

function attributeOf(element: ReadElement, name: string): string | null {
  return typeof element.getAttribute === 'function'
    ? element.getAttribute(name)
    : Reflect.apply(Element.prototype.getAttribute, element, [name]);
}
