import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/contributes/commands';
import { SETTINGS } from '../../../src/contributes/settings';

const ROOT = join(import.meta.dirname, '../../..');
const PAGES = [
  ...['README.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...readdirSync(join(ROOT, 'docs')).flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

const TITLES: ReadonlySet<string> = new Set(Object.values(COMMANDS).map(({ title }) => title));

describe.each(PAGES)('%s', page => {
  it('names commands by their titles', () => {
    const named = [...textOf(page).matchAll(/Holdout: ([A-Z][^`*\n]*)[`*]/g)].map(([, title = '']) => title);
    expect(named.filter(title => !TITLES.has(title))).toEqual([]);
  });

  it('names settings that there are', () => {
    const named = [...textOf(page).matchAll(/`(holdout\.[A-Za-z.]+)`/g)].map(([, id = '']) => id);
    expect(named.filter(id => id !== 'holdout.yaml' && !Object.hasOwn(SETTINGS, id))).toEqual([]);
  });
});

describe('the README', () => {
  it.each(Object.keys(SETTINGS))('documents the setting %s', id => {
    expect(textOf('README.md')).toContain(`| \`${id}\` |`);
  });
});
