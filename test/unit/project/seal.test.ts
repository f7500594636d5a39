import { describe, expect, it } from 'vitest';
import { memoryFiles } from './memory-files';
import { memoryTrail } from './memory-trail';
import { open } from './open';

const FILE = '/w/holdout.yaml';
const LOG = '/w/.holdout/history.jsonl';
const MANIFEST =
  'version: 1\nname: Churn\nlifecycle: nine-stage\nmetrics: { recall: { min: 0.8, split: test } }\n';

describe('sealing targets', () => {
  it('writes the seal, and shows later edits in the project, the report and the history', async () => {
    const files = memoryFiles({ [FILE]: MANIFEST });
    const workspace = open(files, undefined, { trail: memoryTrail(files) });
    await workspace.discover(['/w']);
    const acted = await workspace.act(FILE, { kind: 'seal', by: 'r.ahn' });
    if (!acted.ok || !acted.value.entry) throw new Error('must be possible');
    const [edit] = acted.value.edits;
    const seal = edit?.newText ?? '';
    expect(seal).toMatch(/sealed: \{ on: 2026-10-02, by: r\.ahn, digest: "?[0-9a-f]{64}"? \}/);
    await workspace.record(FILE, [acted.value.entry]);
    files.write(FILE, MANIFEST + seal.trimStart());
    const changes = [FILE, LOG].map(path => ({ path, kind: 'changed' as const }));
    await workspace.touch(changes);
    expect((await workspace.status()).projects[0]?.problems).toEqual([]);

    files.write(FILE, MANIFEST.replace('0.8', '0.7') + seal.trimStart());
    await workspace.touch(changes);
    const { projects } = await workspace.status();
    const message = '`metrics.recall.min` was 0.8 when r.ahn sealed it on 2026-10-02, and is 0.7 now.';
    expect(projects[0]?.problems.map(problem => problem.message)).toEqual([message]);
    expect(JSON.stringify((await workspace.report(FILE))?.sections)).toContain(JSON.stringify(message));
    await workspace.notice(projects);
    const read = await files.read(LOG);
    const lines = new TextDecoder()
      .decode(read.ok ? read.value : new Uint8Array())
      .trimEnd()
      .split('\n');
    expect(lines.map(line => JSON.parse(line) as unknown)).toMatchObject([
      { what: 'sealed', who: 'r.ahn', fields: { 'metrics.recall.min': '0.8' } },
      { what: 'edited', field: 'metrics.recall.min', from: '0.8', to: '0.7' },
    ]);
  });
});
