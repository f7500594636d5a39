import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { noticesText, thirdParties } from '../../../scripts/notices';

const ROOT = join(import.meta.dirname, '../../..');

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the notices of what others wrote', () => {
  it('have the licence of each package whose files are bundled, once, and none of our own', () => {
    const parties = thirdParties(ROOT, [
      'src/cli/main.ts',
      'node_modules/yaml/browser/dist/index.js',
      'node_modules/yaml/browser/dist/doc/Document.js',
      'node_modules/@vscode/codicons/dist/codicon.css',
    ]);
    expect(parties.map(({ name, license }) => [name, license])).toEqual([
      ['@vscode/codicons', 'CC-BY-4.0'],
      ['yaml', 'ISC'],
    ]);
    const text = noticesText(parties);
    expect(text).toContain('Copyright Eemeli Aro');
    expect(text).toContain('Attribution 4.0 International');
  });

  it.each([
    ['{ "name": "odd", "version": "1.0.0" }', /odd in .* does not say/],
    ['{ "name": "odd", "version": "1.0.0", "license": "MIT" }', /does not say/],
  ])('are refused where nobody says how a package is licensed, or by whom: %s', (manifest, reason) => {
    expect(() => thirdParties(packageOf(manifest), ['node_modules/odd/index.js'])).toThrow(reason);
  });

  it('are made up for where a package leaves the text of its licence out', () => {
    const root = packageOf(
      '{ "name": "odd", "version": "1.0.0", "license": "MIT", "author": { "name": "Ada" } }',
    );
    const [odd] = thirdParties(root, ['node_modules/odd/index.js']);
    expect(odd?.text).toMatch(/^MIT License\n\nCopyright \(c\) Ada\n\nPermission is hereby granted/);
  });
});

/** A folder with one package. */
function packageOf(manifest: string): string {
  const root = mkdtempSync(join(tmpdir(), 'holdout-notices-'));
  folders.push(root);
  mkdirSync(join(root, 'node_modules/odd'), { recursive: true });
  writeFileSync(join(root, 'node_modules/odd/package.json'), manifest);
  return root;
}
