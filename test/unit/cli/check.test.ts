import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterEach, describe, expect, it } from 'vitest';
import schema from '../../../schemas/check.schema.json';
import { FIXTURES, program } from './program';

const run = program();
const isValid = new Ajv().compile<CheckJson>(schema);

interface CheckJson {
  readonly version: number;
  readonly root: string;
  readonly files: readonly string[];
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly code: string;
    readonly severity: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
    readonly cell?: number;
    readonly path: readonly { readonly file: string; readonly line: number; readonly cell?: number }[];
    readonly fix?: { readonly safe: boolean; readonly edits: readonly object[] };
  }[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly stats: { readonly ms: number; readonly bytes: number; readonly cutShort: number };
}

function checkJson(
  args: readonly string[],
  cwd: string,
): { readonly code: number | null; readonly json: CheckJson } {
  const { code, out } = run(['check', ...args, '--format', 'json'], cwd);
  const json: unknown = JSON.parse(out);
  if (!isValid(json)) throw new Error(JSON.stringify(isValid.errors, undefined, 2));
  return { code, json };
}

let scratch = '';
function scratchFolder(): string {
  scratch = mkdtempSync(join(tmpdir(), 'holdout-check-'));
  return scratch;
}
afterEach(() => {
  if (scratch !== '') rmSync(scratch, { recursive: true, force: true });
  scratch = '';
});

const PROJECT = join(FIXTURES, 'project');
const BAD = join(FIXTURES, 'bad');

describe('checking a project', () => {
  it('keeps to its contract', () => {
    const { code, json } = checkJson([], PROJECT);
    expect(code).toBe(1);
    expect(json).toMatchObject({ version: 1, root: PROJECT, skipped: [], stats: { cutShort: 0 } });
    expect(json.files).toEqual(['holdout.yaml', 'notebooks/model.ipynb', 'src/refit.py', 'src/train.py']);
    expect(json.findings.map(({ file, rule, severity }) => [file, rule, severity])).toEqual([
      ['notebooks/model.ipynb', 'fit-before-split', 'error'],
      ['src/refit.py', 'refit-on-test', 'warning'],
      ['src/train.py', 'fit-before-split', 'error'],
    ]);
  });

  it('counts lines and columns from 1, and cells from 0 over all of them', () => {
    const [inNotebook, , inScript] = checkJson([], PROJECT).json.findings;
    expect(inScript).toMatchObject({ start: { line: 8, column: 5 } });
    expect(inScript).not.toHaveProperty('cell');
    expect(inNotebook).toMatchObject({ cell: 3, start: { line: 1, column: 5 } });
    expect(inNotebook?.path.map(({ file, cell }) => [file, cell])).toContainEqual([
      'notebooks/model.ipynb',
      4,
    ]);
  });

  it('gives a fix as edits', () => {
    const fix = checkJson(['src/refit.py'], PROJECT).json.findings[0]?.fix;
    expect(fix?.safe).toBe(true);
    expect(fix?.edits).toEqual([
      {
        file: 'src/refit.py',
        start: { line: 8, column: 17 },
        end: { line: 8, column: 30 },
        newText: 'transform',
      },
    ]);
  });

  it.each([
    ['error', 1],
    ['hint', 1],
    ['never', 0],
  ])('with --fail-on %s, gives %d', (failOn, code) => {
    expect(run(['check', '--fail-on', failOn], PROJECT).code).toBe(code);
  });

  it('gives 0 where the worst is less than --fail-on', () => {
    expect(run(['check', 'src/refit.py'], PROJECT).code).toBe(0);
    expect(run(['check', 'src/refit.py', '--fail-on', 'warning'], PROJECT).code).toBe(1);
    expect(run(['check', 'clean', '--fail-on', 'hint'])).toMatchObject({
      code: 0,
      out: 'No findings in 1 file\n',
    });
  });

  it('prints for people, one line a finding, its path below it', () => {
    const { out } = run(['check', 'src'], PROJECT);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^src\/refit\.py:8:10: warning refit-on-test /);
    expect(lines[1]).toMatch(/^ {4}src\/refit\.py:\d+:\d+: \S/);
    expect(out).toMatch(/\n {4}fix: Apply what the training part taught/);
    expect(out).toMatch(/\n1 error, 1 warning in 2 files\n$/);
    expect(out).not.toContain('\u001b');
  });
});

describe('paths', () => {
  it('may be named from elsewhere; the manifest above still counts', () => {
    const { json } = checkJson(['train.py'], join(PROJECT, 'src'));
    expect(json.root).toBe(join(PROJECT, 'src'));
    expect(json.findings.map(({ file, severity }) => [file, severity])).toEqual([['train.py', 'error']]);
    const outside = checkJson([PROJECT, join(FIXTURES, 'minimal')], join(FIXTURES, 'clean')).json;
    expect(outside.root).toBe(FIXTURES);
    expect(outside.files).toContain('minimal/holdout.yaml');
  });

  it('that are missing, or nothing Holdout reads, are errors by their names', () => {
    const { code, err, out } = run(['check', 'none.py', 'project/reports/metrics.json', 'clean']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/none\.py: there is no such file or folder/);
    expect(err).toMatch(/metrics\.json: it is not a Python file/);
    expect(run(['check', 'none.py', '--fail-on', 'never']).code).toBe(2);
  });

  it('that cannot be read are errors when named, and skipped in a folder', () => {
    const named = run(['check', 'bad/latin1.py']);
    expect(named.code).toBe(2);
    expect(named.err).toMatch(/latin1\.py: .*UTF-8/);
    const excluded = run(['check', 'archive/old.py'], PROJECT);
    expect(excluded).toMatchObject({ code: 2, err: expect.stringContaining('lint.exclude') });
  });
});

describe('bad input', () => {
  const { code, json } = (() => {
    let result: ReturnType<typeof checkJson> | undefined;
    const get = (): ReturnType<typeof checkJson> => (result ??= checkJson(['--fail-on', 'never'], BAD));
    return { code: () => get().code, json: () => get().json };
  })();

  it('is readable all the same: nothing stops the run', () => {
    expect(code()).toBe(0);
  });

  it.each([
    ['binary.py', /binary/],
    ['latin1.py', /UTF-8/],
    ['half_typed.py', /3 lines could not be parsed, the first at line 3/],
    ['notebooks/not_json.ipynb', /not JSON/],
    ['notebooks/nbformat3.ipynb', /format 3/],
    ['notebooks/other_kernel.ipynb', /\bR\b/],
    ['reports/nan.json', /`precision` is NaN/],
    ['reports/truncated.json', /Not valid JSON/],
    ['holdout.yaml', /reports\/none\.json: it is not there/],
  ])('%s: a line in `skipped`', (file, reason) => {
    expect(json().skipped.find(one => one.file === file)?.reason).toMatch(reason);
  });

  it('a malformed manifest: findings with their place', () => {
    expect(json().findings.map(({ rule, code: problem, start }) => [rule, problem, start.line])).toEqual([
      ['manifest', 'unknown-field', 4],
      ['manifest', expect.any(String), 6],
    ]);
  });

  it('Python 2 is analysed', () => {
    expect(json().files).toContain('python2.py');
    expect(json().skipped.map(({ file }) => file)).not.toContain('python2.py');
  });
});

describe('files that are not as they seem', () => {
  it('too large, or links that leave the folder: skipped with a reason', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'huge.py'), '');
    truncateSync(join(folder, 'huge.py'), 11 * 1024 * 1024);
    mkdirSync(join(folder, 'inside'));
    symlinkSync(join(PROJECT, 'src/train.py'), join(folder, 'inside/link.py'));
    symlinkSync(join(folder, 'gone.py'), join(folder, 'dangling.py'));
    symlinkSync(folder, join(folder, 'inside/loop'));
    const { json } = checkJson([], folder);
    expect(json.files).toEqual([]);
    expect(json.skipped.map(({ file }) => file)).toEqual(['dangling.py', 'huge.py', 'inside/link.py']);
    expect(json.skipped.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/not there/),
      expect.stringMatching(/11\.0 MB/),
      expect.stringMatching(/outside/),
    ]);
  });

  it('too long to analyse whole: said by name, and what was found so far is there', () => {
    const folder = scratchFolder();
    const leak = readFileSync(join(FIXTURES, '../torture/leak_lf.py'), 'utf8');
    writeFileSync(join(folder, 'long.py'), `${leak}\n${'x = y\n'.repeat(150_000)}`);
    const { json } = checkJson([], folder);
    expect(json.stats.cutShort).toBe(1);
    expect(json.findings.length).toBeGreaterThan(0);
    expect(json.skipped).toEqual([{ file: 'long.py', reason: expect.stringMatching(/budget of steps/) }]);
  });

  it('a pipe is not waited for', context => {
    const folder = scratchFolder();
    if (spawnSync('mkfifo', [join(folder, 'pipe.py')]).status !== 0) context.skip();
    expect(checkJson([], folder).json.skipped).toEqual([
      { file: 'pipe.py', reason: expect.stringMatching(/not a regular file/) },
    ]);
  });

  it('that may not be read are skipped with a reason', context => {
    // Root reads everything.
    if (process.getuid?.() === 0) context.skip();
    const folder = scratchFolder();
    writeFileSync(join(folder, 'secret.py'), 'x = 1\n');
    chmodSync(join(folder, 'secret.py'), 0);
    expect(checkJson([], folder).json.skipped).toEqual([
      { file: 'secret.py', reason: expect.stringMatching(/not permitted/) },
    ]);
  });

  it('a copy of a project elsewhere gives the same findings', () => {
    const folder = scratchFolder();
    cpSync(PROJECT, folder, { recursive: true });
    expect(checkJson([], folder).json.findings).toEqual(checkJson([], PROJECT).json.findings);
  });
});
