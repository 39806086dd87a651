/*
 * The page's words inside Markdown: every sign that CommonMark, Obsidian or HTML gives a meaning is escaped, so that
 * a quotation looks as it looked on the page, and comes back as it was.
 */

/** A quotation as the lines of a block quote, each with `> ` before it. */
export function quoteBlock(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${escapeLine(line)}`))
    .join('\n');
}

/** The words of a block quote, its lines joined. */
export function fromQuoteBlock(lines: readonly string[]): string {
  return lines.map((line) => unescapeText(line.replace(/^> ?/, ''))).join('\n');
}

/** Page words for a heading, a link text or the middle of a line: one line. */
export function inline(text: string): string {
  return escapeLine(text.replace(/\s+/g, ' ').trim());
}

/** Signs with a meaning in CommonMark, in Obsidian (`==`, `%%`, `#tag`, `$`, `[[`) or in HTML. */
const MEANING = /[\\`*<[\]$~|]|==|%%|#(?=\S)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

function escapeLine(line: string): string {
  return (
    line
      .replace(MEANING, (signs) => [...signs].map((sign) => `\\${sign}`).join(''))
      .replace(/^(\s*)([-+>#=]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
        /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
      )
      // Editors take spaces at the end away, four at the start make a code block, and a lone CR ends a line.
      .replace(/^[ \t]|[ \t]$|\r/g, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}

/** Escapes taken away: the opposite of the above for every text. */
function unescapeText(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&#(\d{1,3});/g, (_, sign: string, code: string) =>
    code === undefined ? sign : String.fromCharCode(Number(code)),
  );
}

/** A text in YAML's double quotes: valid YAML whatever the text holds. */
export function yamlText(text: string): string {
  // JSON strings are YAML strings; YAML reads the two separators below as line ends, JSON does not.
  return JSON.stringify(text)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replace(
      /[\u007f-\u009f\ufeff\ufffe\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** JSON that can stand in an HTML comment: nothing in it can end the comment. */
export function commentJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/[<>]|--/.test(json)) return json;
  return json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('--', '-\\u002d');
}
