// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readBlocks } from '@/dom/page-text';
import {
  closest,
  firstChildOf,
  isClobbered,
  isForm,
  isInPage,
  matches,
  nextSiblingOf,
  parentNodeOf,
} from '@/dom/tree';

/** A form whose own properties lie, as named fields make them in a browser. */
function trap(): { form: HTMLFormElement; after: Element } {
  document.body.innerHTML =
    '<p>Before.</p><form><p>Inside.</p></form><p id="after">After.</p><input name="liar">';
  const form = document.querySelector('form');
  const after = document.getElementById('after');
  const liar = document.querySelector('input');
  if (form === null || after === null || liar === null) throw new Error('the page is not as made');
  for (const name of [
    'nodeName',
    'nodeType',
    'firstChild',
    'nextSibling',
    'parentNode',
    'isConnected',
    'shadowRoot',
    'matches',
    'closest',
  ])
    Object.defineProperty(form, name, { value: liar });
  return { form, after };
}

it('knows a form by what it hides', () => {
  const { form, after } = trap();
  expect(isForm(form)).toBe(true);
  expect(isForm(after)).toBe(false);
});

it.each([
  ['a field that hides a member of elements', '<input name="parentNode">', true],
  ['a field that does so by its id', '<input id="nodeName">', true],
  ['an image that does so', '<img name="closest">', true],
  [
    'a field with a name of its own',
    '<input name="email"><img name="logo" id="logo-small">',
    false,
  ],
  ['no field at all', '<p id="attributes">Text.</p>', false],
])('tells a form with %s', (_, content, expected) => {
  document.body.innerHTML = `<form>${content}</form><p id="nodeName">After.</p>`;
  expect(isClobbered(document.forms[0] as HTMLFormElement)).toBe(expected);
  expect(isClobbered(document.body)).toBe(false);
});

it('walks around what a form says of itself', () => {
  const { form, after } = trap();
  expect(nextSiblingOf(form)).toBe(after);
  expect(firstChildOf(form)?.textContent).toBe('Inside.');
  expect(parentNodeOf(form)).toBe(document.body);
  expect(isInPage(form)).toBe(true);
  expect(matches(form, 'form')).toBe(true);
  expect(matches(form, 'input')).toBe(false);
  expect(closest(form, 'body')).toBe(document.body);
});

it('reads a page with such a form once, in order', () => {
  trap();
  expect(readBlocks(document.body).map((block) => block.text.trim())).toEqual([
    'Before.',
    'Inside.',
    'After.',
  ]);
});
