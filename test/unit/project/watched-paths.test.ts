import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from './memory-files';
import { open } from './open';

async function watched(more: string, lifecycle = 'nine-stage'): Promise<readonly string[]> {
  const text = `version: 1\nname: x\nlifecycle: ${lifecycle}\n${more}\n`;
  const workspace = open(memoryFiles({ '/w/holdout.yaml': text }));
  await workspace.discover(['/w']);
  return (await workspace.status()).projects[0]?.watched ?? [];
}

describe('the files that a project names', () => {
  it.each([
    ['runs: [mlruns]', 'mlruns/0/r1/metrics/recall'],
    ['runs: [mlruns]', 'mlruns/0/r1/metrics/train/loss'],
    ['runs: [{ path: ./store/, experiment: fraud }]', 'store/7/r/tags/mlflow.note'],
    ['runs: [logs/*.out]', 'logs/train.out'],
    ['metrics: { rate: { from: "kpi.dat#rate", max: 1 } }', 'kpi.dat'],
    ['', 'model.pt'],
    ['', 'models/v1/net.onnx'],
    ['', 'mlruns/models/fraud/aliases/champion'],
    [
      'stages: { s: { criteria: { c: { ask: C?, files: [docs/consent.pdf], done: 2026-10-02, by: a } } } }',
      'docs/consent.pdf',
    ],
    [
      'stages: { evaluation: { criteria: { c: { ask: C?, evidence: { any: [{ file: Makefile }, { file: x.md }] } } } } }',
      'Makefile',
    ],
    [
      'stages: { evaluation: { criteria: { c: { ask: C?, evidence: { fresh: { file: "weights/*.bin", within: 7d } } } } } }',
      'weights/a.bin',
    ],
  ])('%s: %s', async (more, path) => {
    const patterns = await watched(more);
    expect(patterns.some(pattern => picomatch(pattern, { dot: true })(path))).toBe(true);
  });

  it('leave out what lies elsewhere, what is written beside metrics, and what is not asked for', async () => {
    const patterns = await watched('runs: [mlruns, ../other]');
    for (const path of ['../other/0/r/metrics/f1', 'mlruns/0/r1/artifacts/model/model.pkl', 'train.log'])
      expect(
        patterns.filter(pattern => picomatch(pattern, { dot: true })(path)),
        path,
      ).toEqual([]);
  });
});
