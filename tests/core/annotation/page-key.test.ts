import { expect, describe as group, it } from 'vitest';
import { pageKeyOf } from '@/core/annotation/page-key';

group('the key of an address', () => {
  it.each([
    {
      name: 'a fragment',
      url: 'https://news.example/a/b#comments',
      key: 'https://news.example/a/b',
    },
    {
      name: 'a text fragment',
      url: 'https://news.example/a#:~:text=words',
      key: 'https://news.example/a',
    },
    {
      name: 'utm parameters',
      url: 'https://news.example/a?utm_source=x&utm_medium=y&id=7',
      key: 'https://news.example/a?id=7',
    },
    {
      name: 'click ids',
      url: 'https://news.example/a?fbclid=1&gclid=2&msclkid=3&mc_cid=4',
      key: 'https://news.example/a',
    },
    {
      name: 'click ids in capitals',
      url: 'https://news.example/a?FBCLID=1&UTM_Source=2',
      key: 'https://news.example/a',
    },
    {
      name: 'a link shared in WeChat',
      url: 'https://news.example/a?from=timeline&isappinstalled=0',
      key: 'https://news.example/a',
    },
    { name: 'a slash at the end', url: 'https://news.example/a/', key: 'https://news.example/a' },
    { name: 'http', url: 'http://news.example/a', key: 'https://news.example/a' },
    {
      name: 'the default port of http',
      url: 'http://news.example:80/a',
      key: 'https://news.example/a',
    },
    { name: 'www', url: 'https://www.news.example/a', key: 'https://news.example/a' },
    { name: 'capitals in the host', url: 'https://News.Example/a', key: 'https://news.example/a' },
    {
      name: 'the final dot of a host',
      url: 'https://news.example./a',
      key: 'https://news.example/a',
    },
    {
      name: 'the order of parameters',
      url: 'https://news.example/a?b=2&a=1',
      key: 'https://news.example/a?a=1&b=2',
    },
    {
      name: 'the spelling of percent codes',
      url: 'https://news.example/%7euser/%e4%b8%ad',
      key: 'https://news.example/~user/%E4%B8%AD',
    },
    {
      name: 'the front page',
      url: 'https://www.news.example/?utm_source=x',
      key: 'https://news.example/',
    },
    {
      name: 'a saved page',
      url: 'file:///home/me/story.html#top',
      key: 'file:///home/me/story.html',
    },
  ])('leaves out: $name', ({ url, key }) => {
    expect(pageKeyOf(url, null)).toMatchObject({ key, rule: 'address' });
  });

  it.each([
    {
      name: 'an id',
      one: 'https://news.example/show?id=1',
      other: 'https://news.example/show?id=2',
    },
    {
      name: 'a page of a story',
      one: 'https://news.example/a?page=1',
      other: 'https://news.example/a?page=2',
    },
    {
      name: 'capitals in the path',
      one: 'https://news.example/A',
      other: 'https://news.example/a',
    },
    { name: 'another port', one: 'https://news.example:8080/a', other: 'https://news.example/a' },
    {
      name: 'another subdomain',
      one: 'https://blog.news.example/a',
      other: 'https://news.example/a',
    },
    {
      name: 'a route in the fragment',
      one: 'https://app.example/#/story/1',
      other: 'https://app.example/#/story/2',
    },
    { name: 'a hash-bang', one: 'https://app.example/#!a', other: 'https://app.example/#!b' },
    {
      name: 'a from that is no sharing',
      one: 'https://news.example/a?from=1',
      other: 'https://news.example/a?from=21',
    },
    { name: 'www as a whole name', one: 'https://www.example/a', other: 'https://example/a' },
    {
      name: 'parameters of one name in another order',
      one: 'https://news.example/a?x=1&x=2',
      other: 'https://news.example/a?x=2&x=1',
    },
  ])('keeps apart: $name', ({ one, other }) => {
    expect(pageKeyOf(one, null).key).not.toBe(pageKeyOf(other, null).key);
  });

  it('names the parameters that were taken off', () => {
    expect(pageKeyOf('https://news.example/a?utm_source=x&id=7&gclid=y', null).removed).toEqual([
      'utm_source',
      'gclid',
    ]);
  });

  it.each([
    'about:blank',
    'data:text/html,hello',
    'moz-extension://1234/library.html',
    'not an address',
  ])('takes %s as it is', (url) => {
    expect(pageKeyOf(`${url}#part`, 'https://news.example/a')).toEqual({
      key: url,
      rule: 'verbatim',
      removed: [],
    });
  });
});

group('a canonical link', () => {
  it.each([
    {
      name: 'on the same origin',
      url: 'https://news.example/a?ref=home',
      canonical: 'https://news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical',
    },
    {
      name: 'relative',
      url: 'https://news.example/x/a?s=1',
      canonical: '../y/b',
      key: 'https://news.example/y/b',
      rule: 'canonical',
    },
    {
      name: 'with tracking of its own',
      url: 'https://news.example/a',
      canonical: 'https://news.example/a?utm_source=canonical',
      key: 'https://news.example/a',
      rule: 'canonical',
    },
    {
      name: 'with www and https',
      url: 'http://news.example/a',
      canonical: 'https://www.news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical',
    },
    {
      name: 'from an id to a readable path',
      url: 'https://news.example/?p=77',
      canonical: 'https://news.example/2026/title',
      key: 'https://news.example/2026/title',
      rule: 'canonical',
    },
    {
      name: 'that keeps the id',
      url: 'https://news.example/show?id=7&lang=en',
      canonical: 'https://news.example/show?id=7',
      key: 'https://news.example/show?id=7',
      rule: 'canonical',
    },
    {
      name: 'of the mobile page',
      url: 'https://m.news.example/a',
      canonical: 'https://www.news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical-of-variant',
    },
    {
      name: 'of the AMP page',
      url: 'https://amp.news.example/a',
      canonical: 'https://news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical-of-variant',
    },
    {
      name: 'of a copy in an AMP cache',
      url: 'https://news-example.cdn.ampproject.org/c/s/news.example/amp/a',
      canonical: 'https://news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical-of-amp-cache',
    },
    {
      name: 'of a copy at Google',
      url: 'https://www.google.com/amp/s/www.news.example/amp/a',
      canonical: 'https://www.news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical-of-amp-cache',
    },
    {
      name: 'of a page saved to disk',
      url: 'file:///home/me/story.html',
      canonical: 'https://news.example/a',
      key: 'https://news.example/a',
      rule: 'canonical-of-saved-page',
    },
  ])('is believed: $name', ({ url, canonical, key, rule }) => {
    expect(pageKeyOf(url, canonical)).toMatchObject({ key, rule });
    expect(pageKeyOf(url, canonical).refused).toBeUndefined();
  });

  it.each([
    {
      name: 'to another site',
      url: 'https://evil.example/a',
      canonical: 'https://news.example/a',
      refused: 'another-site',
    },
    {
      name: 'to a site whose name contains this one',
      url: 'https://news.example/a',
      canonical: 'https://news.example.evil/a',
      refused: 'another-site',
    },
    {
      name: 'to another subdomain',
      url: 'https://user1.pages.example/a',
      canonical: 'https://user2.pages.example/a',
      refused: 'another-site',
    },
    {
      name: 'to another port',
      url: 'https://news.example/a',
      canonical: 'https://news.example:8443/a',
      refused: 'another-site',
    },
    {
      name: 'from a mobile host to a foreign one',
      url: 'https://m.evil.example/a',
      canonical: 'https://news.example/a',
      refused: 'another-site',
    },
    {
      name: 'from an AMP cache to a site that it does not show',
      url: 'https://x.cdn.ampproject.org/c/s/evil.example/a',
      canonical: 'https://news.example/a',
      refused: 'another-site',
    },
    {
      name: 'from a path that only looks like a cache',
      url: 'https://evil.example/c/s/news.example/a',
      canonical: 'https://news.example/a',
      refused: 'another-site',
    },
    {
      name: 'to the front page',
      url: 'https://news.example/a',
      canonical: 'https://news.example/',
      refused: 'front-page',
    },
    {
      name: 'that drops the id',
      url: 'https://news.example/show.php?id=7',
      canonical: 'https://news.example/show.php',
      refused: 'drops-identity',
    },
    {
      name: 'that drops a news id',
      url: 'https://news.example/show?newsId=7',
      canonical: 'https://news.example/show',
      refused: 'drops-identity',
    },
    {
      name: 'to a script',
      url: 'https://news.example/a',
      canonical: 'javascript:alert(1)',
      refused: 'unreadable',
    },
    {
      name: 'to a file',
      url: 'https://news.example/a',
      canonical: 'file:///etc/passwd',
      refused: 'unreadable',
    },
    {
      name: 'that is no address',
      url: 'https://news.example/a',
      canonical: 'https://',
      refused: 'unreadable',
    },
  ])('is refused, and the address taken: $name', ({ url, canonical, refused }) => {
    expect(pageKeyOf(url, canonical)).toEqual({ ...pageKeyOf(url, null), refused });
  });

  it.each([null, '', '  '])('that is missing (%j) is no refusal', (canonical) => {
    expect(pageKeyOf('https://news.example/a', canonical)).toEqual({
      key: 'https://news.example/a',
      rule: 'address',
      removed: [],
    });
  });
});

it('a key is its own key', () => {
  for (const url of [
    'http://www.News.example:80/a/?b=2&utm_x=1&a=%7e#c',
    'file:///a%20b/',
    'https://app.example/#/x',
  ]) {
    const { key } = pageKeyOf(url, null);
    expect(pageKeyOf(key, null).key).toBe(key);
  }
});
