// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readBlocks } from '@/dom/page-text';
import {
  closest,
  firstChildOf,
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
