import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CREDITS, PERMISSION_REASONS } from '@/core/privacy';
import { ROOT } from '@/tools/lib/build';
import config from '@/wxt.config';

const build = (browser: string) => {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('expected the manifest as a function');
  return manifest({ browser, command: 'build', manifestVersion: 3, mode: 'production' });
};

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  it('asks for no permission without a reason that readers are told', async () => {
    const { permissions = [] } = await build(browser);
    const known = Object.keys(PERMISSION_REASONS);
    expect(permissions.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('lets the extension read its own files and ask nobody for anything', async () => {
    const { content_security_policy: policy } = await build(browser);
    const pages = (policy as { extension_pages: string }).extension_pages;
    const rules = new Map(
      pages.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
    const allowed = new Set([...rules.values()].flat());
    expect([...allowed].sort()).toEqual(["'none'", "'self'", 'data:']);
  });
});

describe('credits', () => {
  it('name every package that is part of the extension, with its licence', () => {
    const json = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const licences = Object.keys(json.dependencies).map((name) => {
      const own = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
      return [name.toLowerCase(), JSON.parse(own).license];
    });
    const credited = new Map(CREDITS.map(({ name, licence }) => [name.toLowerCase(), licence]));
    expect(licences.map(([name]) => [name, credited.get(name)])).toEqual(licences);
  });
});
