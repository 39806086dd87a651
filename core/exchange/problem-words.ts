/*
 * What decoders and the store say about what they could not take, in Chinese. Their own words are English, as on the
 * command line; `…` stands for what differs from case to case. `tests/core/exchange/problem-words.test.ts` finds
 * every text that has no counterpart here.
 */

const CHINESE: readonly (readonly [english: string, chinese: string])[] = [
  [
    'This note is damaged in the browser’s database and cannot be shown. It was left as it is; a daily backup in the library may still have it whole.',
    '这条笔记在浏览器数据库中已损坏，无法显示，已原样保留；书库的每日备份里可能仍有完整的一份。',
  ],
  [
    'The disk is full: nothing was saved. Make room and try again.',
    '磁盘已满，未保存任何内容。请腾出空间后重试。',
  ],
  ['The database of notes did not answer. Try again.', '笔记数据库没有响应。请重试。'],
  ['the file is empty. Choose another one.', '文件是空的。请换一个。'],
  ['the file is too large. Split it.', '文件太大。请拆分后再导入。'],
  ['"…" is no format that can be read.', '“…”不是可以读取的格式。'],
  [
    'the zip is damaged or too large. Export it again, or import its files one by one.',
    '压缩包已损坏或太大。请重新导出，或逐个导入其中的文件。',
  ],
  [
    'the file is not text in UTF-8. Open it in an editor and save it as UTF-8.',
    '文件不是 UTF-8 文本。请用编辑器打开并另存为 UTF-8。',
  ],
  [
    'the file is cut off or was changed after it was written (its checksum differs). Nothing was read; use another copy.',
    '文件不完整，或写出后被改动过（校验和不符）。未读取任何内容，请用另一份副本。',
  ],
  ['expected a JSON object. Take the line out.', '这一行应为 JSON 对象。请删去这一行。'],
  [
    'this is no Downrange backup: its first line does not say so. Choose the format that the file has.',
    '第一行未表明这是 Downrange 备份。请选择文件的实际格式。',
  ],
  [
    'the first line names no schema version. Use another copy of the file.',
    '第一行没有写明版本。请用另一份副本。',
  ],
  [
    'the backup was written by a newer Downrange (schema …, this one reads …). Update the extension, then import again.',
    '备份由较新的 Downrange 写出（版本 …，当前可读 …）。请更新扩展后再导入。',
  ],
  [
    '"…" is not the address of a page. Give a full http or https address.',
    '“…”不是网页地址。请给出完整的 http 或 https 地址。',
  ],
  [
    'a text is longer than 1,000,000 characters. Shorten it or take the record out.',
    '有文字超过 1,000,000 个字符。请缩短，或删去这一条。',
  ],
  [
    'the quotation is empty. Give the quoted words or take the selector out.',
    '引文为空。请补上引文，或删去选择器。',
  ],
  [
    'there is neither a quotation nor a note. Take the record out.',
    '既无引文也无笔记。请删去这一条。',
  ],
  ['this is not JSON. Export the highlights again.', '不是 JSON。请重新导出标注。'],
  ['this is not JSON. Export the file again.', '不是 JSON。请重新导出文件。'],
  [
    'expected a list of pages. Export the highlights from Obsidian Web Clipper, or choose the format that the file has.',
    '应为网页列表。请从 Obsidian Web Clipper 导出标注，或选择文件的实际格式。',
  ],
  ['expected a page (an object). Take it out.', '这里应为网页（对象）。请删去。'],
  ['the page has no "url". Add it or take the page out.', '网页缺少 url。请补上，或删去这个网页。'],
  [
    'a record in "data" is neither a text nor an element with words. Export the highlights again.',
    'data 中有一条既不是文字，也不是含文字的元素。请重新导出标注。',
  ],
  [
    'a highlight has no "text". Add it or take the highlight out.',
    '有标注缺少 text。请补上，或删去这条标注。',
  ],
  [
    'the first line does not name the columns URL and Quote/description. Choose the format that the file has.',
    '第一行没有 URL 和 Quote/description 两列。请选择文件的实际格式。',
  ],
  [
    'there is no list "annotations" in it. Export from Hypothesis as JSON, or choose the format that the file has.',
    '文件里没有 annotations 列表。请从 Hypothesis 导出 JSON，或选择文件的实际格式。',
  ],
  ['expected an annotation (an object). Take it out.', '这里应为标注（对象）。请删去。'],
  [
    'no block of ours is in this Markdown. Only files that Downrange wrote can be read.',
    '这个 Markdown 里没有 Downrange 的内容块。只能读取 Downrange 写出的文件。',
  ],
  [
    'the quotation was changed. It holds the words of the page: only note and tags were read.',
    '引文被改动过。引文是网页原文，因此只读取了笔记和标签。',
  ],
  [
    'the line that ends with … is missing. Put it back below the note, or take the comment out.',
    '缺少以 … 结尾的一行。请放回笔记下方，或删去注释。',
  ],
  [
    'the note is longer than 1,000,000 characters. Shorten it.',
    '笔记超过 1,000,000 个字符。请缩短。',
  ],
  [
    'the quotation was changed and the highlight is not in the library. Export the page again.',
    '引文被改动过，书库里也没有这条标注。请重新导出该网页。',
  ],
  [
    'the first line does not name a column Highlight. Choose the format that the file has.',
    '第一行没有 Highlight 列。请选择文件的实际格式。',
  ],
  [
    'the first line does not name the columns Quote and Address. Choose the format that the file has.',
    '第一行没有 Quote 和 Address 两列。请选择文件的实际格式。',
  ],
  [
    'a quotation mark that opens a field here is never closed. Close it; this row and what follows was not read.',
    '此处打开的引号没有闭合。请补上；这一行及其后的内容未读取。',
  ],
  [
    'there is no AnnotationCollection, AnnotationPage, list of annotations or Annotation in it. Choose the format that the file has.',
    '文件里没有 AnnotationCollection、AnnotationPage、标注列表或 Annotation。请选择文件的实际格式。',
  ],
  [
    'further pages of the collection are elsewhere. Import them one by one.',
    '集合的其余部分在别处。请逐个导入。',
  ],
  ['its annotations are elsewhere, at …. Import that page.', '标注在别处：…。请导入那一页。'],
  [
    'it has no target. Name the page that it is about, or take it out.',
    '没有目标。请写明对应的网页，或删去。',
  ],
  [
    'the target is neither an address nor an object. Take it out.',
    '目标既不是地址也不是对象。请删去。',
  ],
  ['the target names no source. Give the address of the page.', '目标没有来源。请给出网页地址。'],
  [
    'no selector quotes the words. Without a quotation the passage cannot be found; add a TextQuoteSelector.',
    '没有选择器引用原文。没有引文就找不到段落，请加上 TextQuoteSelector。',
  ],
  ['its id is no urn:uuid: address', '编号不是 urn:uuid: 地址'],
  ['its revision is no whole number from 1', '修订号不是从 1 起的整数'],
  [
    'its time of change is not written as 2026-03-01T10:00:00.000Z',
    '修改时间的写法不是 2026-03-01T10:00:00.000Z',
  ],
  [
    'it nests too deep or has a key "__proto__". Take the line out.',
    '嵌套太深，或含有键 __proto__。请删去这一行。',
  ],
  [
    'expected every body to be a text or an entity. Take the line out.',
    '每个 body 都应为文字或条目。请删去这一行。',
  ],
  ['expected "…" to be …. Take the line out.', '“…”的值不符合要求（应为 …）。请删去这一行。'],
  ['expected an object. Take the line out.', '这里应为对象。请删去这一行。'],
  [
    'This note is no longer here: it was deleted in another window.',
    '这条笔记已不在这里：它在另一个窗口中被删除。',
  ],
  [
    'There is no room left on this device for notes. Free some space, or export and delete old notes; nothing was lost.',
    '设备空间不足，无法保存笔记。请腾出空间，或导出后删除旧笔记；没有内容丢失。',
  ],
  ['The note could not be stored (…). Try again.', '笔记未能保存（…）。请重试。'],
  [
    'Another window holds the old database open. Close the other windows of Downrange and try again.',
    '另一个窗口仍占用旧数据库。请关闭 Downrange 的其他窗口后重试。',
  ],
  [
    'Your notes were saved by a newer version of Downrange. Nothing was changed. Update Downrange to open them.',
    '你的笔记由较新版本的 Downrange 保存。未作任何改动。请更新后再打开。',
  ],
  [
    'The browser could not open the database of notes (…). Restart the browser and try again.',
    '浏览器无法打开笔记数据库（…）。请重启浏览器后重试。',
  ],
];

/** A problem's words in the reader's language; in English where there is no other text. */
export function problemWords(message: string, locale: 'en' | 'zh'): string {
  if (locale === 'en') return message;
  for (const [english, chinese] of CHINESE) {
    const values = matchOf(english, message);
    if (values === null) continue;
    let at = 0;
    return chinese.replace(/…/g, () => values[at++] ?? '');
  }
  return message;
}

/** What stands for each `…`; null when the message is another one. */
function matchOf(pattern: string, message: string): readonly string[] | null {
  const parts = pattern.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const match = new RegExp(`^${parts.join('([\\s\\S]*?)')}$`).exec(message);
  return match === null ? null : match.slice(1);
}
