import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { NEVER_CANCELLED } from '../../../src/base/ports';
import type { CommandRun } from '../../../src/base/ports';
import { nodeCommands } from '../../../src/host/node-commands';
import { METHODS } from '../../../src/protocol/messages';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient } from './client';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const FILE = '/w/holdout.yaml';
const manifest = (line: string) =>
  `version: 1\nname: x\nlifecycle: nine-stage\ncommands: { check-data: ${line} }\n`;

/** A server whose commands end with status 0, and what it was asked to run. */
async function start(trusted: boolean) {
  const files = memoryFiles({ [FILE]: manifest('make check') });
  const runs: CommandRun[] = [];
  const run = (what: CommandRun) => {
    runs.push(what);
    what.onOutput('fine\n');
    return Promise.resolve({ status: 0 });
  };
  client = await startClient(files, {}, { trusted }, { commands: { run } });
  await client.until(() => client.projects.length > 0);
  return { files, runs };
}

const reasonOf = () =>
  client.projects
    .at(-1)
    ?.projects[0]?.groups.find(({ id }) => id === 'mlops')
    ?.criteria.find(({ id }) => id === 'ci-data');

const ask = (line: string) => client.request(METHODS.runCommand, { project: FILE, line });

describe('a command of the manifest', () => {
  it('is named by its criterion, and runs only when asked for', async () => {
    const { runs } = await start(true);
    expect(reasonOf()).toMatchObject({ outcome: 'unknown', commands: ['make check'] });
    expect(runs).toEqual([]);
    expect(await ask('make check')).toEqual({
      ok: true,
      outcome: { status: 0, at: Date.UTC(2026, 9, 2, 12) },
    });
    expect(runs).toMatchObject([{ line: 'make check', folder: '/w' }]);
    await client.until(() => reasonOf()?.outcome === 'met');
    expect(reasonOf()?.reason).toMatch(/`make check` ended with status 0 on 2026-10-02 12:00 UTC/);
  });

  it('is forgotten once it is another', async () => {
    const { files } = await start(true);
    await ask('make check');
    await client.until(() => reasonOf()?.outcome === 'met');
    files.write(FILE, manifest('make check-all'));
    await client.tellChanged(['holdout.yaml', FileChangeType.Changed]);
    await client.until(() => reasonOf()?.commands?.[0] === 'make check-all');
    expect(reasonOf()?.outcome).toBe('unknown');
  });

  it('does not run where the workspace is not trusted', async () => {
    const { runs } = await start(false);
    expect(await ask('make check')).toEqual({
      ok: false,
      message: expect.stringMatching(/trusted/) as string,
    });
    expect(runs).toEqual([]);
  });

  it('does not run when no criterion asks for it', async () => {
    const { runs } = await start(true);
    expect(await ask('rm -r data')).toEqual({
      ok: false,
      message: expect.stringMatching(/No criterion asks for `rm -r data`/) as string,
    });
    expect(runs).toEqual([]);
  });

  it('is remembered from an earlier session', async () => {
    await start(true);
    const outcome = { status: 1, at: 0 };
    await client.connection.sendNotification(METHODS.rememberCommands, {
      outcomes: [{ project: FILE, line: 'make check', outcome }],
    });
    await client.until(() => /ended with status 1 on 1970-01-01/.test(reasonOf()?.reason ?? ''));
  });
});

describe('a command on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-commands-'));
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = async (line: string, cancellation = NEVER_CANCELLED) => {
    let text = '';
    const onOutput = (more: string): void => void (text += more);
    const end = await nodeCommands().run({ line, folder: tmpdir(), onOutput, cancellation });
    return { end, text };
  };

  it.each([
    ['node -e "console.log(1); console.error(2)"', { status: 0 }],
    ['node -e "process.exit(3)"', { status: 3 }],
    ['no-such-program-of-ours', { failure: expect.stringMatching(/found no such program/) as string }],
    ['node -e "process.kill(process.pid, \'SIGKILL\')"', expect.anything()],
  ])('%s', async (line, end) => {
    await start(true);
    expect((await run(line)).end).toEqual(end);
  });

  it('gives what is printed, on both streams', async () => {
    await start(true);
    const { text } = await run("node -e \"console.log('out'); console.error('err')\"");
    expect(text.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('is stopped, with all that it started', async () => {
    await start(true);
    const cancellation = { cancelled: false };
    const running = run('node -e "setTimeout(() => {}, 60000)" && echo late', cancellation);
    cancellation.cancelled = true;
    expect(await running).toMatchObject({ end: { failure: 'it was cancelled' }, text: '' });
  });

  it('ends with the process that runs it', async () => {
    await start(true);
    const heard = process.listeners('exit');
    const running = run('node -e "setTimeout(() => {}, 60000)"');
    const [onExit] = process.listeners('exit').filter(listener => !heard.includes(listener));
    onExit?.(0);
    expect((await running).end).toMatchObject({ failure: expect.stringContaining('SIGTERM') as string });
    expect(process.listeners('exit')).toEqual(heard);
  });
});
