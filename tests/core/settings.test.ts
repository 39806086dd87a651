import { describe, expect, it } from 'vitest';
import { covers, DEFAULT_SETTINGS, isSiteOn, settingsFrom } from '@/core/settings';

describe('reading stored settings', () => {
  it.each([
    { name: 'nothing stored', stored: undefined },
    { name: 'null', stored: null },
    { name: 'a string', stored: 'on' },
    {
      name: 'fields of the wrong type',
      stored: { enabled: 'yes', blocked: [1], restMs: '300', colourLabels: [] },
    },
  ])('takes the defaults for $name', ({ stored }) => {
    expect(settingsFrom(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is valid beside what is not', () => {
    expect(settingsFrom({ restMs: 500, enabled: 1 })).toEqual({ ...DEFAULT_SETTINGS, restMs: 500 });
  });
});

describe('where Downrange works', () => {
  const on = (change: object, host: string) => isSiteOn({ ...DEFAULT_SETTINGS, ...change }, host);
  it.each([
    { name: 'everywhere by default', change: {}, host: 'news.example', expected: true },
    {
      name: 'nowhere when switched off',
      change: { enabled: false },
      host: 'news.example',
      expected: false,
    },
    {
      name: 'not on a blocked site',
      change: { blocked: ['news.example'] },
      host: 'www.news.example',
      expected: false,
    },
    {
      name: 'on a site that only ends alike',
      change: { blocked: ['news.example'] },
      host: 'badnews.example',
      expected: true,
    },
    {
      name: 'only on allowed sites in allow-list mode',
      change: { siteMode: 'allow-list', allowed: ['a.example'] },
      host: 'b.example',
      expected: false,
    },
    {
      name: 'on an allowed site in allow-list mode',
      change: { siteMode: 'allow-list', allowed: ['a.example'] },
      host: 'm.a.example',
      expected: true,
    },
  ])('works $name: $expected', ({ change, host, expected }) => {
    expect(on(change, host)).toBe(expected);
  });

  it('does not let a subdomain cover its parent', () => {
    expect(covers('m.a.example', 'a.example')).toBe(false);
  });
});
