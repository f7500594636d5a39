import { fork } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeTrail } from '../../../src/host/node-trail';
import { ROOT } from '../../support/sources';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-trail-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

const trail = (isTrusted = true) => nodeTrail({ roots: [folder], isTrusted: () => isTrusted });
const log = (): string => join(folder, '.holdout/history.jsonl');
const written = (): string => readFileSync(log(), 'utf8');

describe('the trail on disk', () => {
  it('makes folder and file, and adds to the end', async () => {
    expect(await trail().append(log(), 'a\n')).toEqual({ ok: true, value: undefined });
    await trail().append(log(), 'b\nc\n');
    expect(written()).toBe('a\nb\nc\n');
  });

  it('ends a line that was cut short before it adds another', async () => {
    mkdirSync(join(folder, '.holdout'));
    writeFileSync(log(), '{"id":"1"}\n{"id":');
    await trail().append(log(), '{"id":"2"}\n');
    expect(written()).toBe('{"id":"1"}\n{"id":\n{"id":"2"}\n');
  });

  it('writes nothing and asks nobody where the workspace is not trusted', async () => {
    const refused = await trail(false).append(log(), 'a\n');
    expect(refused).toMatchObject({
      ok: false,
      failure: expect.stringContaining('restricted mode') as string,
    });
    expect(existsSync(join(folder, '.holdout'))).toBe(false);
    expect(await trail(false).commit(ROOT)).toBeUndefined();
    expect(await trail(false).userName(ROOT)).toBeUndefined();
  });

  it.each<[string, () => void, RegExp]>([
    ['a link to a folder elsewhere', () => symlinkSync(tmpdir(), join(folder, '.holdout')), /outside/],
    [
      'a link to a file elsewhere',
      () => {
        mkdirSync(join(folder, '.holdout'));
        writeFileSync(`${folder}.elsewhere`, '');
        symlinkSync(`${folder}.elsewhere`, log());
      },
      /outside/,
    ],
    [
      'a link that leads nowhere',
      () => {
        mkdirSync(join(folder, '.holdout'));
        symlinkSync(`${folder}.nowhere`, log());
      },
      /leads nowhere/,
    ],
    ['a folder', () => mkdirSync(log(), { recursive: true }), /it is a folder/],
    ['a file in the place of its folder', () => writeFileSync(join(folder, '.holdout'), ''), /is a file/],
  ])('refuses %s with a reason', async (_what, prepare, reason) => {
    prepare();
    expect(await trail().append(log(), 'a\n')).toMatchObject({
      ok: false,
      failure: expect.stringMatching(reason) as string,
    });
    expect(existsSync(`${folder}.nowhere`)).toBe(false);
    if (existsSync(`${folder}.elsewhere`)) expect(readFileSync(`${folder}.elsewhere`, 'utf8')).toBe('');
    rmSync(`${folder}.elsewhere`, { force: true });
  });

  it('refuses a path that climbs out', async () => {
    expect(await trail().append(join(folder, '../out.jsonl'), 'a\n')).toMatchObject({ ok: false });
  });

  // Root may write anywhere, so that a folder is only read-only for others.
  it.skipIf(process.getuid?.() === 0)('says that a folder may not be written', async () => {
    chmodSync(folder, 0o555);
    expect(await trail().append(log(), 'a\n')).toEqual({ ok: false, failure: 'writing it is not permitted' });
  });

  it('says so where the system refuses, whoever asks', async () => {
    const kernel = nodeTrail({ roots: ['/proc'], isTrusted: () => true });
    expect(await kernel.append('/proc/version', 'a\n')).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/not permitted|read-only|could not be written/) as string,
    });
  });

  it('knows the commit and the name, as far as Git does', async () => {
    const [commit, none] = [await trail().commit(ROOT), await trail().commit(folder)];
    expect(commit === undefined || /^[0-9a-f]{40,64}$/.test(commit)).toBe(true);
    expect(none).toBeUndefined();
  });

  it('keeps the lines of two processes apart', { timeout: 60_000 }, async () => {
    const script = join(folder, 'writer.cjs');
    await build({
      stdin: { contents: WRITER, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'error',
    });
    const run = (name: string): Promise<number | null> =>
      new Promise(resolve => fork(script, [folder, log(), name]).on('exit', resolve));
    expect(await Promise.all([run('a'), run('b'), run('c')])).toEqual([0, 0, 0]);
    // A line that is half written by another process looks cut short: an empty line too many is no harm.
    const lines = written()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as { name: string; n: number });
    for (const name of ['a', 'b', 'c'])
      expect(lines.filter(line => line.name === name).map(({ n }) => n)).toEqual([...Array(200).keys()]);
    expect(lines).toHaveLength(600);
  });
});

const WRITER = `
import { nodeTrail } from './src/host/node-trail';
const [root = '', file = '', name = ''] = process.argv.slice(2);
const trail = nodeTrail({ roots: [root], isTrusted: () => true });
void (async () => {
  for (let n = 0; n < 200; n++)
    await trail.append(file, JSON.stringify({ name, n, filler: 'x'.repeat(3000) }) + '\\n');
})();
`;
