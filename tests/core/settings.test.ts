import { describe, expect, it } from 'vitest';
import {
  covers,
  DEFAULT_SETTINGS,
  isPageBlocked,
  isSiteOn,
  pageSwitch,
  settingsFrom,
  siteModeSwitch,
  siteSwitch,
} from '@/core/settings';

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

describe('the switch for one page', () => {
  const off = {
    ...DEFAULT_SETTINGS,
    ...pageSwitch(DEFAULT_SETTINGS, 'https://a.example/1', false),
  };
  const rows = [
    { name: 'is off there', url: 'https://a.example/1', expected: true },
    { name: 'whatever the fragment', url: 'https://a.example/1#end', expected: true },
    {
      name: 'whatever brought the reader',
      url: 'https://a.example/1?utm_source=x',
      expected: true,
    },
    { name: 'not on the next page', url: 'https://a.example/2', expected: false },
    {
      name: 'not on a page that a parameter tells apart',
      url: 'https://a.example/1?id=2',
      expected: false,
    },
    { name: 'not on another site', url: 'https://b.example/1', expected: false },
  ];
  for (const { name, url, expected } of rows) {
    it(name, () => expect(isPageBlocked(off, url)).toBe(expected));
  }

  it('is lifted again, and set only once', () => {
    expect(pageSwitch(off, 'https://a.example/1#end', true)).toEqual({ blockedPages: [] });
    expect(pageSwitch(off, 'https://a.example/1', false).blockedPages).toHaveLength(1);
  });
});

describe('the switch for a site', () => {
  const rows = [
    { name: 'blocks it', settings: {}, on: false, expected: { blocked: ['a.example'] } },
    {
      name: 'lifts the block of a domain above it, and the master switch',
      settings: { enabled: false, blocked: ['example'] },
      on: true,
      expected: { enabled: true, blocked: [] },
    },
    {
      name: 'adds to an allow-list',
      settings: { siteMode: 'allow-list' as const, allowed: ['b.example'] },
      on: true,
      expected: { enabled: true, allowed: ['b.example', 'a.example'] },
    },
    {
      name: 'takes from an allow-list',
      settings: { siteMode: 'allow-list' as const, allowed: ['a.example'] },
      on: false,
      expected: { enabled: true, allowed: [] },
    },
  ];
  for (const { name, settings, on, expected } of rows) {
    it(name, () =>
      expect(siteSwitch({ ...DEFAULT_SETTINGS, ...settings }, 'a.example', on)).toEqual(expected),
    );
  }
});

describe('the allow-list', () => {
  const rows = [
    {
      name: 'begins with the site at hand',
      host: 'a.example',
      allowed: [],
      expected: ['a.example'],
    },
    {
      name: 'keeps what covers it already',
      host: 'www.a.example',
      allowed: ['a.example'],
      expected: undefined,
    },
    {
      name: 'takes nothing along where there is no site',
      host: '',
      allowed: [],
      expected: undefined,
    },
  ];
  for (const { name, host, allowed, expected } of rows) {
    it(name, () =>
      expect(siteModeSwitch({ ...DEFAULT_SETTINGS, allowed }, host, 'allow-list').allowed).toEqual(
        expected,
      ),
    );
  }

  it('ends without losing its sites', () => {
    const settings = { ...DEFAULT_SETTINGS, allowed: ['a.example'] };
    expect(siteModeSwitch(settings, 'b.example', 'everywhere')).toEqual({ siteMode: 'everywhere' });
  });
});
