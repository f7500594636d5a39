import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver-protocol/node';
import { METHODS } from '../../../src/protocol/messages';
import type { MemoryFiles } from '../project/memory-files';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient, uri } from './client';
import { LEAK } from './code';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const manifest = (name: string, more = ''): string =>
  `version: 1\nname: ${name}\nlifecycle: nine-stage\n${more}`;
const OUTER = '/w/holdout.yaml';
const INNER = '/w/churn/holdout.yaml';

async function start(content: Readonly<Record<string, string>>): Promise<MemoryFiles> {
  const files = memoryFiles(content);
  client = await startClient(files);
  await client.until(() => client.projects.length > 0);
  return files;
}

const names = () => client.projects.at(-1)?.projects.map(({ name }) => name);
const seen = (...wanted: string[]) => client.until(() => names()?.join() === wanted.join());
const folder = (path: string) => ({ uri: `file://${path}`, name: path });
const change = (added: readonly string[], removed: readonly string[]) =>
  client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: added.map(folder), removed: removed.map(folder) },
  });
const reportOf = async (project: string) => (await client.request(METHODS.report, { project })).view;
const told = (project: string) => client.reportChanges.some(one => one.project === project);

describe('several folders', () => {
  it('have projects of their own, which go with their folder; open reports are told', async () => {
    await start({ [OUTER]: manifest('One'), '/v/holdout.yaml': manifest('Two', 'lifecycel: x\n') });
    await change(['/v'], []);
    await seen('Two', 'One');
    await client.until(() => client.diagnostics.get('file:///v/holdout.yaml')?.length);
    await change([], ['/v']);
    await seen('One');
    client.reportChanges.length = 0;
    await client.until(() => told('/v/holdout.yaml'));
    expect(await reportOf('/v/holdout.yaml')).toBeUndefined();
    expect(client.diagnostics.get('file:///v/holdout.yaml')).toEqual([]);
  });

  it.each([
    ['the inner is closed', '/w/churn'],
    ['the outer is closed', '/w'],
  ])('one within the other keep the inner’s project when %s', async (_, closed) => {
    await start({ [OUTER]: manifest('Outer'), [INNER]: manifest('Inner') });
    await change(['/w/churn'], []);
    await client.settled();
    await change([], [closed]);
    await client.settled();
    await client.until(() => names()?.includes('Inner'));
    expect((await client.request(METHODS.getProjects, undefined)).projects.map(({ name }) => name)).toContain(
      'Inner',
    );
  });
});

describe('a manifest', () => {
  it('that is deleted while its report is open takes the report with it', async () => {
    const files = await start({ [OUTER]: manifest('One', 'runs: [m.json]\n'), '/w/m.json': '{ "f1": 1 }' });
    await client.settled();
    expect(await reportOf(OUTER)).toBeDefined();
    files.remove(OUTER);
    await client.tellChanged(['holdout.yaml', FileChangeType.Deleted]);
    await seen();
    client.reportChanges.length = 0;
    await client.until(() => told(OUTER));
    expect(await reportOf(OUTER)).toBeUndefined();
    files.write(OUTER, manifest('One'));
    client.reportChanges.length = 0;
    await client.tellChanged(['holdout.yaml', FileChangeType.Created]);
    await seen('One');
    await client.until(() => told(OUTER));
  });

  it('that is renamed is none any more, and one again when it gets its name back', async () => {
    const text = manifest('One', 'nonsense: 1\n');
    const files = await start({ [OUTER]: text });
    await client.until(() => client.diagnostics.get(uri('holdout.yaml'))?.length);
    files.remove(OUTER);
    files.write('/w/holdout-old.yaml', text);
    await client.tellChanged(
      ['holdout.yaml', FileChangeType.Deleted],
      ['holdout-old.yaml', FileChangeType.Created],
    );
    await seen();
    await client.until(() => client.diagnostics.get(uri('holdout.yaml'))?.length === 0);
    files.remove('/w/holdout-old.yaml');
    files.write(OUTER, text);
    await client.tellChanged(
      ['holdout-old.yaml', FileChangeType.Deleted],
      ['holdout.yaml', FileChangeType.Created],
    );
    await seen('One');
    await client.until(() => client.diagnostics.get(uri('holdout.yaml'))?.length);
  });

  it('below another takes its files over, and gives them back', async () => {
    const off = 'lint: { rules: { fit-before-split: off } }\n';
    const files = await start({ [OUTER]: manifest('Outer'), '/w/churn/train.py': LEAK });
    await client.open('churn/train.py', LEAK, 'python');
    const shown = () => client.diagnostics.get(uri('churn/train.py'));
    await client.until(() => shown()?.length);
    files.write(INNER, manifest('Inner', off));
    await client.tellChanged(['churn/holdout.yaml', FileChangeType.Created]);
    await seen('Inner', 'Outer');
    await client.until(() => shown()?.length === 0);
    files.remove(INNER);
    await client.tellChanged(['churn/holdout.yaml', FileChangeType.Deleted]);
    await seen('Outer');
    await client.until(() => shown()?.length);
  });
});
