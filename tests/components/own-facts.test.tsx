// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BriefOwn } from '@/components/brief/BriefOwn';
import { METRIC } from '../support/cards';

afterEach(() => document.body.replaceChildren());

describe("the reader's own facts in the brief", () => {
  const FACT = { label: 'Contact', value: 'a name', asOf: '2026-03', source: 'a talk' };
  const ENTRIES = [
    { id: 'company/landspace', name: 'LandSpace', facts: [FACT] },
    { id: 'rocket/zhuque-3', name: 'Zhuque-3', facts: [{ ...FACT, value: 'another' }] },
  ] as const;
  const show = (entries: Parameters<typeof BriefOwn>[0]['entries']) => {
    const onEdit = vi.fn();
    act(() =>
      render(<BriefOwn entries={entries} formats={METRIC} onEdit={onEdit} />, document.body),
    );
    return onEdit;
  };

  it('stand under the name that they are about, with date and source, and can be changed', () => {
    const onEdit = show(ENTRIES);
    const [first, second] = document.querySelectorAll('.own-facts');
    expect(first?.textContent).toBe('LandSpaceContacta nameas of Mar 2026 · a talk');
    expect(second?.textContent).toContain('another');
    act(() => document.querySelector<HTMLElement>('[aria-label="Change Zhuque-3"]')?.click());
    expect(onEdit).toHaveBeenCalledWith('rocket/zhuque-3');
  });

  it('take no room where there are none', () => {
    show([]);
    expect(document.body.textContent).toBe('');
  });
});
