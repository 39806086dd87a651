// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { BlockReader, joinBlocks, pointAt, readBlocks } from '@/dom/page-text';

function textOf(html: string): string[] {
  document.body.innerHTML = html;
  return readBlocks(document.body).map((block) => block.text);
}

interface Row {
  readonly name: string;
  readonly html: string;
  readonly expected: readonly string[];
}

const READ: readonly Row[] = [
  {
    name: 'inline elements do not divide a name',
    html: '<p>Zhuque-<b>3</b> flew</p>',
    expected: ['Zhuque-3 flew'],
  },
  {
    name: 'a link is part of its sentence',
    html: '<p>by <a href="#">Rocket</a> Lab</p>',
    expected: ['by Rocket Lab'],
  },
  {
    name: 'a word break opportunity is nothing',
    html: '<p>Star<wbr>ship</p>',
    expected: ['Starship'],
  },
  { name: 'a line break is a line break', html: '<p>Falcon<br>9</p>', expected: ['Falcon\n9'] },
  { name: 'paragraphs are apart', html: '<p>Falcon</p><p>9</p>', expected: ['Falcon', '9'] },
  {
    name: 'table cells are apart',
    html: '<table><tr><td>Falcon</td><td>9</td></tr></table>',
    expected: ['Falcon', '9'],
  },
  {
    name: 'list items are apart',
    html: '<ul><li>Long</li><li>March</li></ul>',
    expected: ['Long', 'March'],
  },
  {
    name: 'text around a block is two runs',
    html: '<div>Long<p>x</p>March</div>',
    expected: ['Long', 'x', 'March'],
  },
  {
    name: 'an unknown element counts as a block',
    html: '<p>Falcon <x-tag>9</x-tag></p>',
    expected: ['Falcon ', '9'],
  },
  {
    name: 'a footnote mark does not continue the name',
    html: '<p>Falcon 9<sup>1</sup> flew</p>',
    expected: ['Falcon 9 1  flew'],
  },
  { name: 'a picture separates words', html: '<p>Falcon<svg></svg>9</p>', expected: ['Falcon 9'] },
];

const LEFT_OUT: readonly Row[] = [
  { name: 'scripts', html: '<p>a</p><script>SpaceX</script>', expected: ['a'] },
  { name: 'styles', html: '<style>.SpaceX{}</style><p>a</p>', expected: ['a'] },
  { name: 'code', html: '<p>run <code>SpaceX</code> now</p>', expected: ['run   now'] },
  {
    name: 'fields',
    html: '<p>a</p><textarea>SpaceX</textarea><select><option>SpaceX</select>',
    expected: ['a'],
  },
  { name: 'editors', html: '<div contenteditable>SpaceX</div><p>a</p>', expected: ['a'] },
  {
    name: 'editors that say plaintext-only',
    html: '<div contenteditable="plaintext-only">SpaceX</div>',
    expected: [],
  },
  { name: 'editors that have only a role', html: '<div role="textbox">SpaceX</div>', expected: [] },
  {
    name: 'what only browsers without scripts show',
    html: '<noscript>SpaceX</noscript>',
    expected: [],
  },
  { name: 'templates', html: '<template><p>SpaceX</p></template>', expected: [] },
  { name: 'white space alone', html: '<div>  \n <p> </p></div>', expected: [] },
];

const KEPT: readonly Row[] = [
  {
    name: 'a region that says it is not editable',
    html: '<div contenteditable="false">SpaceX</div>',
    expected: ['SpaceX'],
  },
  { name: 'preformatted prose', html: '<pre>SpaceX said</pre>', expected: ['SpaceX said'] },
  {
    name: 'a button, which is often a card of a story',
    html: '<button>SpaceX</button>',
    expected: ['SpaceX'],
  },
];

describe('reading page text', () => {
  it.each(READ)('$name', ({ html, expected }) => {
    expect(textOf(html)).toEqual(expected);
  });

  it.each(LEFT_OUT)('leaves out $name', ({ html, expected }) => {
    expect(textOf(html)).toEqual(expected);
  });

  it.each(KEPT)('reads $name', ({ html, expected }) => {
    expect(textOf(html)).toEqual(expected);
  });

  it('reads open shadow roots in place, and what is slotted after them', () => {
    document.body.innerHTML = '<p>before</p><x-story><p>slotted</p></x-story><p>after</p>';
    document.querySelector('x-story')?.attachShadow({ mode: 'open' }).append('in shadow');
    const reader = new BlockReader(document.body, () => false);
    reader.step(() => false);
    expect(reader.blocks.map((block) => block.text)).toEqual([
      'before',
      'in shadow',
      'slotted',
      'after',
    ]);
    expect(reader.shadowRoots).toHaveLength(1);
  });

  it('leaves out what it is told to ignore', () => {
    document.body.innerHTML = '<p>a</p><div id="ours">SpaceX</div>';
    expect(
      readBlocks(document.body, (element) => element.id === 'ours').map((block) => block.text),
    ).toEqual(['a']);
  });

  it('gives the same blocks in slices as at once', () => {
    document.body.innerHTML =
      '<div>'.repeat(40) + '<p>x <b>y</b></p>'.repeat(900) + '</div>'.repeat(40);
    const whole = readBlocks(document.body).map((block) => block.text);
    const reader = new BlockReader(document.body, () => false);
    let slices = 1;
    while (!reader.step(() => true)) slices++;
    expect(slices).toBeGreaterThan(5);
    expect(reader.blocks.map((block) => block.text)).toEqual(whole);
  });
});

describe('the way back into the page', () => {
  beforeEach(() => {
    document.body.innerHTML = '<p>Zhuque-<b>3</b> by</p><p>🚀 LandSpace</p>';
  });

  it('finds every offset of every text node again', () => {
    const page = joinBlocks(readBlocks(document.body));
    expect(page.text).toBe('Zhuque-3 by\n\n🚀 LandSpace');
    for (let offset = 0; offset < page.text.length; offset++) {
      const point = pointAt(page, offset, 'start');
      if (page.text[offset] === '\n') continue;
      expect(point?.node.data[point.offset]).toBe(page.text[offset]);
    }
  });

  it('puts an end at the end of the node that it closes, not at the start of the next', () => {
    const page = joinBlocks(readBlocks(document.body));
    expect(pointAt(page, 7, 'end')?.node.data).toBe('Zhuque-');
    expect(pointAt(page, 7, 'start')?.node.data).toBe('3');
  });

  it('says null before any text', () => {
    expect(pointAt(joinBlocks([]), 0, 'start')).toBeNull();
  });
});
