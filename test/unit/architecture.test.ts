import { describe, expect, it } from 'vitest';
import { violations } from '../support/architecture';
import type { Module } from '../support/architecture';
import { IMPORT_TABLE } from '../support/importTable';
import { filesUnder, readText } from '../support/sources';

const MAX_LINES = 400;
/** Tables, derived files and Python's abstract grammar are as long as what they list. */
const IS_TABLE = /\/(generated|knowledge|schema)\/|^src\/python\/syntax\/ast\.ts$/;

const code = ['src', 'webview'].flatMap(folder => filesUnder(folder, '.ts', '.tsx'));
const assets = ['package.json', ...filesUnder('webview', '.css')];
const modules: readonly Module[] = [...code, ...assets].map(path => ({ path, text: readText(path) }));

describe('the import table', () => {
  it('holds for every module of src/ and webview/', () => {
    expect(modules.length).toBeGreaterThan(10);
    expect(violations(modules, IMPORT_TABLE)).toEqual([]);
  });

  it('lists no package that nobody imports', () => {
    for (const [folder, { packages = [] }] of Object.entries(IMPORT_TABLE)) {
      const texts = modules.filter(({ path }) =>
        path.startsWith(folder === 'webview' ? folder : `src/${folder}/`),
      );
      const unused = packages.filter(name => !texts.some(({ text }) => text.includes(`from '${name}`)));
      expect(unused, folder).toEqual([]);
    }
  });

  it('names the folders that there are', () => {
    const folders = new Set(
      code.map(path => (path.startsWith('src/') ? path.split('/')[1] : path.split('/')[0])),
    );
    const rows = new Set(Object.keys(IMPORT_TABLE).map(name => name.split('/')[0]));
    expect([...folders].sort()).toEqual([...rows].sort());
  });

  it('has no cycle of folders, so that "above" and "below" mean something', () => {
    const settled = new Set<string>();
    const visit = (folder: string, above: readonly string[]): void => {
      expect(above, `folders import each other: ${[...above, folder].join(' → ')}`).not.toContain(folder);
      if (settled.has(folder)) return;
      const inside = Object.keys(IMPORT_TABLE).filter(name => name.startsWith(`${folder}/`));
      for (const next of [...inside, ...(IMPORT_TABLE[folder]?.imports ?? [])])
        visit(next, [...above, folder]);
      settled.add(folder);
    };
    Object.keys(IMPORT_TABLE).forEach(folder => visit(folder, []));
  });
});

describe('ARCHITECTURE.md', () => {
  it('shows the import table as it is', () => {
    const rows = [
      ...readText('ARCHITECTURE.md').matchAll(/^\| `([\w/]+)` \|[^|]*\| (nothing|`[^|]*`) \|$/gm),
    ];
    const shown = rows.map(([, folder, imports = '']) => [
      folder,
      imports === 'nothing' ? [] : names(imports),
    ]);
    expect(shown).toEqual(
      Object.entries(IMPORT_TABLE).map(([folder, { imports }]) => [folder, [...imports]]),
    );
  });

  it('says who may reach the machine and the editor', () => {
    const who = (key: 'node' | 'vscode'): string[] =>
      Object.keys(IMPORT_TABLE).filter(folder => IMPORT_TABLE[folder]?.[key]);
    const [, node = '', vscode = ''] =
      /^Only (.*) may reach `node:\*`; only (.*) may reach `vscode`\.$/m.exec(readText('ARCHITECTURE.md')) ??
      [];
    expect([names(node), names(vscode)]).toEqual([who('node'), who('vscode')]);
  });

  it('gives a reason for every package that is used', () => {
    const { devDependencies } = JSON.parse(readText('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const used = new Set(Object.values(IMPORT_TABLE).flatMap(({ packages = [] }) => packages));
    const text = readText('ARCHITECTURE.md');
    for (const name of used) {
      expect(Object.keys(devDependencies), `${name} is imported and not installed by package.json`).toContain(
        name,
      );
      expect(text.includes(`\`${name}\``), `${name} has no reason`).toBe(true);
    }
  });
});

/** `base` and `python/ir` of "`base`, `python/ir`". */
function names(list: string): string[] {
  return [...list.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
}

describe('file sizes', () => {
  const sizes = modules
    .filter(({ path }) => code.includes(path) && !IS_TABLE.test(path))
    .map(({ path, text }) => ({ path, lines: codeLines(text) }))
    .sort((a, b) => a.lines - b.lines);

  it(`stay within ${MAX_LINES} lines of code`, () => {
    expect(sizes.filter(size => size.lines > MAX_LINES)).toEqual([]);
  });

  it('have a median that is printed', () => {
    const median = sizes[sizes.length >> 1]?.lines ?? 0;
    console.log(`${sizes.length} files, median ${median} lines of code, longest ${sizes.at(-1)?.lines ?? 0}`);
    expect(median).toBeLessThanOrEqual(100);
  });
});

/** Lines that are neither blank nor comment. */
function codeLines(text: string): number {
  return text.split('\n').filter(line => !/^\s*($|\/\/|\/\*|\*)/.test(line)).length;
}

describe('the check itself', () => {
  const table = {
    base: { imports: [] },
    engine: { imports: ['base'], packages: ['yaml', '@scope/kit'] },
    host: { imports: ['base', 'engine'], node: true },
    extension: { imports: ['base'], vscode: true, node: true },
    'python/syntax': { imports: ['base'] },
    'python/flow': { imports: ['python/syntax'] },
    rules: { imports: ['python'] },
  } as const;
  const check = (files: Record<string, string>): string[] =>
    violations(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      table,
    );
  const place = { 'src/base/place.ts': 'export interface Place {}' };

  it('is content with what the table allows', () => {
    const files = {
      ...place,
      'src/engine/a.ts': "import type { Place } from '../base/place';\nimport { parse } from 'yaml';",
      'src/engine/b.ts': "import '@scope/kit/deep/file';\nimport { x } from './a';",
      'src/host/main.ts': "import { readFile } from 'node:fs/promises';\nimport '../engine/a';",
      'src/extension/main.ts': "import * as vscode from 'vscode';",
    };
    expect(check(files)).toEqual([]);
  });

  const upward = 'imports src/engine/a.ts: base may not import engine';
  it.each([
    ['an import against the table', "import { a } from '../engine/a';", upward],
    ['an import of a type only', "import type { A } from '../engine/a';", upward],
    ['a re-export', "export { a } from '../engine/a';", upward],
    ['a type in place', "export type A = import('../engine/a').A;", upward],
    ['a dynamic import', "export const a = () => import('../engine/a');", upward],
    [
      'a package that is not listed',
      "import { parse } from 'yaml';",
      'imports package yaml, which is not in the import table',
    ],
    ['vscode', "import type { Uri } from 'vscode';", 'imports vscode: only extension may'],
    ['node', "import { join } from 'node:path';", 'imports node:path: only hosts may'],
    ['node without its prefix', "import { join } from 'path';", "imports 'path': write node:path"],
    [
      'a file that is not there',
      "import { x } from './gone';",
      "imports './gone', which is no module of src/ or webview/",
    ],
  ])('sees %s', (_, text, message) => {
    expect(check({ 'src/engine/a.ts': 'export const a = 1;', 'src/base/b.ts': text })).toEqual([
      `src/base/b.ts:1 ${message}`,
    ]);
  });

  it('knows folders inside folders', () => {
    const files = {
      'src/python/syntax/ast.ts': "import '../flow/run';",
      'src/python/flow/run.ts': '',
      'src/python/flow/deep/er.ts': "import '../run';\nimport '../../syntax/ast';",
      'src/rules/a.ts': "import '../python/flow/run';",
      'src/python/loose.ts': '',
    };
    expect(check(files)).toEqual([
      'src/python/loose.ts lies in no folder of the import table',
      'src/python/syntax/ast.ts:1 imports src/python/flow/run.ts: python/syntax may not import python/flow',
    ]);
  });

  it('takes assets for what they are', () => {
    const files = { ...place, 'src/base/x.css': '', 'src/base/b.ts': "import './x.css';" };
    expect(check(files)).toEqual([]);
    const root = { 'package.json': '{}', 'src/base/b.ts': "import { version } from '../../package.json';" };
    expect(check(root)).toEqual(['src/base/b.ts:1 imports package.json: base may not import package.json']);
  });

  it('sees a barrel, with its line', () => {
    const files = { ...place, 'src/base/all.ts': "\nexport * from './place';" };
    expect(check(files)).toEqual(['src/base/all.ts:2 re-exports with `export *`']);
  });

  it('sees a folder that the table does not name', () => {
    expect(check({ 'src/utils/x.ts': '' })).toEqual(['src/utils/x.ts lies in no folder of the import table']);
    expect(check({ 'src/main.ts': '' })).toEqual(['src/main.ts lies in no folder of the import table']);
  });

  it('sees a cycle, of types too, and names it once', () => {
    const files = {
      'src/base/a.ts': "import type { B } from './b';",
      'src/base/b.ts': "import type { C } from './c';",
      'src/base/c.ts': "import type { A } from './a';",
      'src/base/d.ts': "import type { A } from './a';",
    };
    expect(check(files)).toEqual([
      'import cycle: src/base/a.ts → src/base/b.ts → src/base/c.ts → src/base/a.ts',
    ]);
  });

  it('sees a module that imports itself', () => {
    expect(check({ 'src/base/a.ts': "import './a';" })).toEqual([
      'import cycle: src/base/a.ts → src/base/a.ts',
    ]);
  });

  it('sees vscode reached through another module', () => {
    const files = { 'src/base/a.ts': "import './b';", 'src/base/b.ts': "import 'vscode';" };
    expect(check(files)).toEqual([
      'src/base/b.ts:1 imports vscode: only extension may',
      'src/base/a.ts → src/base/b.ts reaches vscode',
    ]);
  });
});
