import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, readText, ROOT } from '../../support/sources';

const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...filesUnder('docs', '.md')];

/** Pages about this project's own files; the others are about those of users. */
const INWARD = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];

describe.each(PAGES)('%s', page => {
  const text = readText(page);

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|vscode:|command:)([^)#\s]+)/g)].map(
      match => match[1] ?? '',
    );
    expect(links.filter(link => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it.runIf(INWARD.includes(page))('names files and folders of the project that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|webview|scripts|docs|examples)\/[\w./-]+)`/g)].map(
      match => match[1] ?? '',
    );
    expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
