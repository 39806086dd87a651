// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { PageModel } from '@/dom/page-model';
import { Slices } from '@/dom/slices';

async function modelOf(html: string): Promise<PageModel> {
  document.body.innerHTML = html;
  const model = new PageModel(
    document.body,
    (element) => element.id === 'ours',
    () => undefined,
  );
  await model.readAll(new Slices(), 1_000_000);
  return model;
}

/** What a fresh reading of the same document gives: the oracle for every refresh. */
async function freshText(): Promise<string> {
  const model = new PageModel(
    document.body,
    (element) => element.id === 'ours',
    () => undefined,
  );
  await model.readAll(new Slices(), 1_000_000);
  return model.page().text;
}

interface Row {
  readonly name: string;
  readonly html: string;
  /** Changes the document and names the nodes that an observer would report. */
  readonly change: () => readonly Node[];
  readonly fresh: readonly string[] | null;
}

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};

const PAGE =
  '<main><p id="a">one</p><section id="s"><p id="b">two</p></section><p id="c">three</p></main><div id="ours">x</div>';

const ROWS: readonly Row[] = [
  {
    name: 'a paragraph put between others',
    html: PAGE,
    change: () => {
      find('#a').insertAdjacentHTML('afterend', '<p>new</p>');
      return [find('main')];
    },
    fresh: ['new'],
  },
  {
    name: 'a paragraph added at the end',
    html: PAGE,
    change: () => {
      find('main').insertAdjacentHTML('beforeend', '<p>last</p>');
      return [find('main')];
    },
    fresh: ['last'],
  },
  {
    name: 'text that changed in place',
    html: PAGE,
    change: () => {
      const text = find('#b').firstChild as Text;
      text.data = 'TWO';
      return [text];
    },
    fresh: ['TWO'],
  },
  {
    name: 'a section taken out',
    html: PAGE,
    change: () => {
      find('#s').remove();
      return [find('main')];
    },
    fresh: [],
  },
  {
    name: 'the same text in new nodes',
    html: PAGE,
    change: () => {
      find('#s').innerHTML = '<p>two</p>';
      return [find('#s')];
    },
    fresh: [],
  },
  {
    name: 'changes in two places, one inside the other',
    html: PAGE,
    change: () => {
      find('#b').textContent = 'deep';
      find('main').append('tail');
      return [find('#b'), find('main')];
    },
    fresh: ['deep', 'tail'],
  },
  {
    name: 'a node that is gone again when it is looked at',
    html: PAGE,
    change: () => {
      const gone = document.createElement('p');
      find('main').append(gone);
      gone.remove();
      return [gone];
    },
    fresh: null,
  },
  {
    name: 'a change inside our own element',
    html: PAGE,
    change: () => {
      find('#ours').textContent = 'SpaceX';
      return [find('#ours')];
    },
    fresh: null,
  },
  {
    name: 'a change inside an editor',
    html: '<div contenteditable id="e">a</div><p>b</p>',
    change: () => {
      find('#e').textContent = 'SpaceX';
      return [find('#e')];
    },
    fresh: null,
  },
];

describe('keeping page text in step', () => {
  beforeEach(() => {
    document.body.innerHTML = '';
  });

  it.each(ROWS)('follows $name', async ({ html, change, fresh }) => {
    const model = await modelOf(html);
    const changed = change();
    const refreshed = await model.refresh(new Set(changed), new Slices());
    expect(refreshed?.fresh ?? null).toEqual(fresh);
    expect(model.page().text).toBe(await freshText());
  });

  it('stops at its limit and says so', async () => {
    document.body.innerHTML = '<p>word</p>'.repeat(2000);
    const model = new PageModel(
      document.body,
      () => false,
      () => undefined,
    );
    expect(await model.readAll(new Slices(), 1000)).toEqual({ complete: false });
    expect(model.page().text.length).toBeLessThanOrEqual(1000);
    expect(model.page().text.length).toBeGreaterThan(900);
  });

  it('stops at its limit inside one node, at first and later', async () => {
    document.body.innerHTML = '<p id="long"></p><p>The end.</p>';
    const long = document.getElementById('long');
    if (long === null) throw new Error('the page has no paragraph');
    long.textContent = 'word '.repeat(1000);
    const model = new PageModel(
      document.body,
      () => false,
      () => undefined,
    );
    expect(await model.readAll(new Slices(), 1000)).toEqual({ complete: false });
    expect(model.page().text).toBe('word '.repeat(200));
    long.textContent = 'more '.repeat(1000);
    await model.refresh(new Set([long]), new Slices());
    expect(model.page().text.length).toBeLessThanOrEqual(1000);
    expect(model.page().text).toContain('more');
  });
});
