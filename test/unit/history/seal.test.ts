import { describe, expect, it } from 'vitest';
import type { EditedEntry, SealedEntry } from '../../../src/history/entry';
import { digestOf, sealedFields, sealEdits, sealProblems } from '../../../src/history/seal';
import { parseManifest } from '../../../src/manifest/parse';

const FILE = '/w/holdout.yaml';
const BODY = `version: 1
name: x
lifecycle: nine-stage
problem: { decision: Whom to call }
data:
  splits: { train: a.csv, test: b.csv }
  slices: [country]
metrics:
  recall: { min: 0.80, split: test }
`;
const manifest = (text: string) => parseManifest(FILE, text).value;

async function sealed(text = BODY) {
  const fields = sealedFields(manifest(text));
  const digest = await digestOf(fields);
  const head = { id: 's', time: '2026-10-05T12:00:00.000Z', who: 'r.ahn' } as const;
  const entry: SealedEntry = { ...head, what: 'sealed', on: '2026-10-05', digest, fields };
  return { entry, seal: `sealed: { on: 2026-10-05, by: r.ahn, digest: ${JSON.stringify(digest)} }\n` };
}

describe('a seal', () => {
  it('freezes targets, splits and slices, and nothing else', () => {
    expect(sealedFields(manifest(BODY))).toEqual({
      'data.splits.train': 'a.csv',
      'data.splits.test': 'b.csv',
      'data.slices': 'country',
      'metrics.recall.min': '0.8',
      'metrics.recall.split': 'test',
    });
  });

  it('holds while they say the same, however that is written', async () => {
    const { entry, seal } = await sealed();
    const other = BODY.replace('0.80', '8e-1')
      .replace('Whom to call', 'Whom to write to')
      .replace('[country]', 'country');
    expect(await sealProblems(manifest(other + seal), [entry])).toEqual([]);
    expect(await sealProblems(manifest(other + seal), [])).toEqual([]);
  });

  it.each([
    [
      'a target that moved',
      ['0.80', '0.75'],
      '`metrics.recall.min` was 0.8 when r.ahn sealed it on 2026-10-05, and is 0.75 now.',
      8,
    ],
    [
      'a split that is another file',
      ['b.csv', 'c.csv'],
      '`data.splits.test` was b.csv when r.ahn sealed it on 2026-10-05, and is c.csv now.',
      5,
    ],
    [
      'a slice that is gone',
      ['  slices: [country]\n', ''],
      '`data.slices` was country when r.ahn sealed it on 2026-10-05, and is not there any more.',
      8,
    ],
    [
      'a metric that is new',
      ['metrics:\n', 'metrics:\n  f1: { min: 0.5 }\n'],
      '`metrics.f1.min` was not there when r.ahn sealed it on 2026-10-05, and is 0.5 now.',
      8,
    ],
  ] as const)('shows %s', async (_what, [before, after], message, line) => {
    const { entry, seal } = await sealed();
    const problems = await sealProblems(manifest(BODY.replace(before, after) + seal), [entry]);
    expect(problems).toMatchObject([
      { code: 'edited-after-seal', severity: 'warning', message, place: { range: { start: { line } } } },
    ]);
  });

  it('says when an edit was noticed', async () => {
    const { entry, seal } = await sealed();
    const edit: EditedEntry = {
      id: 'e',
      time: '2026-10-09T08:00:00.000Z',
      who: 'holdout',
      what: 'edited',
      field: 'metrics.recall.min',
      from: '0.8',
      to: '0.75',
    };
    const [problem] = await sealProblems(manifest(BODY.replace('0.80', '0.75') + seal), [entry, edit]);
    expect(problem?.message).toMatch(/is 0\.75 now \(noticed on 2026-10-09\)\.$/);
  });

  it('is seen to be broken without the history, which alone knows how', async () => {
    const { seal } = await sealed();
    const [problem] = await sealProblems(manifest(BODY.replace('0.80', '0.75') + seal), []);
    expect(problem?.message).toMatch(/not as r\.ahn sealed them on 2026-10-05/);
  });

  it('does not believe a copy in the history that is not what was sealed', async () => {
    const { entry, seal } = await sealed();
    const forged = { ...entry, fields: { ...entry.fields, 'metrics.recall.min': '0.75' } };
    const edited = manifest(BODY.replace('0.80', '0.75') + seal);
    expect(await sealEdits(edited, [forged])).toBeUndefined();
    expect(await sealProblems(edited, [forged])).toHaveLength(1);
  });

  it('that is not whole is a mistake in the manifest, and no seal', async () => {
    const { value, problems } = parseManifest(FILE, `${BODY}sealed: { on: 2026-10-05 }\n`);
    expect(value.sealed).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('missing-field');
    expect(await sealProblems(value, [])).toEqual([]);
  });
});
