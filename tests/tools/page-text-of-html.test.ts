import { expect, test } from 'vitest';
import { pageTextOfHtml } from '@/tools/page-text-of-html';

test.each([
  {
    name: 'a name over inline elements is one',
    html: '<p>Zhuque-<b>3</b> flew</p>',
    text: 'Zhuque-3 flew',
  },
  { name: 'blocks are divided by an empty line', html: '<p>One</p><p>Two</p>', text: 'One\n\nTwo' },
  { name: 'list items are blocks', html: '<ul><li>One<li>Two</ul>', text: 'One\n\nTwo' },
  { name: 'a line break is a line end', html: '<p>One<br>Two</p>', text: 'One\nTwo' },
  {
    name: 'entities are characters',
    html: '<p>Rocket Lab&rsquo;s A&amp;B</p>',
    text: 'Rocket Lab’s A&B',
  },
  {
    name: 'scripts, styles, code and fields are left out',
    html: '<p>One<script>SpaceX</script><code>SpaceX</code><textarea>SpaceX</textarea></p><style>p{}</style>',
    text: 'One   ',
  },
  { name: 'the head is left out', html: '<title>SpaceX</title><p>One</p>', text: 'One' },
  {
    name: 'editable regions are left out',
    html: '<div contenteditable>SpaceX</div><p>One</p>',
    text: 'One',
  },
  {
    name: 'a footnote mark does not continue the word',
    html: '<p>Falcon 9<sup>2</sup> flew</p>',
    text: 'Falcon 9 2  flew',
  },
  { name: 'an empty page has no text', html: '', text: '' },
])('$name', ({ html, text }) => {
  expect(pageTextOfHtml(html)).toBe(text);
});
