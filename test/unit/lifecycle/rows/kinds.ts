import { registered } from '../../evidence/mlflow';
import type { Fact, Given, Json, Row } from './row';
import { daysAgo, nested, together } from './row';

/** A field that is filled in, or missing, or of a kind that it cannot have. */
export function field(path: string, value: string, base: Given = {}, wrong: Json | string[] = { a: 1 }): Row {
  return {
    base,
    met: { says: `\`${path}: ${value}\``, manifest: nested(path, value) },
    unmet: { says: `no \`${path}\`` },
    unknown: {
      says: `\`${path}\` is ${Array.isArray(wrong) ? 'a list' : 'a mapping'}`,
      manifest: nested(path, wrong),
    },
  };
}

/** One metric has a target. */
export const target: Row = {
  met: { says: '`recall: { min: 0.8 }`', manifest: { metrics: { recall: { min: 0.8 } } } },
  unmet: { says: '`recall` without a target', manifest: { metrics: { recall: { split: 'test' } } } },
  unknown: { says: '`metrics` is text', manifest: { metrics: 'later' } },
};

const REPORT = 'reports/metrics.json';

/** Metrics as a run reports them. */
export function report(values: Json): Given {
  return { manifest: { runs: ['reports/*.json'] }, files: { [REPORT]: JSON.stringify(values) } };
}

/** A metric that is good enough, or not, or that no run reports. */
export function metric(
  name: string,
  spec: Json,
  [good, bad]: readonly [number, number],
  base: Given = {},
): Row {
  const split = typeof spec['split'] === 'string' ? spec['split'] : undefined;
  const reported = (value: number): Given =>
    report(split === undefined ? { [name]: value } : { [split]: { [name]: value } });
  return {
    base: together(base, { manifest: { metrics: { [name]: spec }, runs: ['reports/*.json'] } }),
    met: { says: `${name} is ${good}`, ...reported(good) },
    unmet: { says: `${name} is ${bad}`, ...reported(bad) },
    unknown: { says: `no run reports ${name}` },
  };
}

/** A script that is right, one that has the defect, and none at all. */
export function lint(good: string, bad: string, says: string, base: Given = {}): Row {
  return {
    base,
    met: { says: 'the script is right', files: { 'src/train.py': good } },
    unmet: { says, files: { 'src/train.py': bad } },
    unknown: { says: 'no script' },
  };
}

/** A document with its sections, without one, and too large for one that a person wrote. */
export function document(path: string, good: string, bad: string, says: string): Row {
  return {
    met: { says: `\`${path}\` is written`, files: { [path]: good } },
    unmet: { says, files: { [path]: bad } },
    unknown: { says: `\`${path}\` is too large`, files: { [path]: good.padEnd(1_000_001) } },
  };
}

/** Versions in the model registry. */
export function registry(enough: Fact, tooFew: Fact): Row {
  return { met: enough, unmet: tooFew, unknown: { says: 'no MLflow store' } };
}

export const VERSION: Fact = { says: 'one version of `fraud`', files: registered({ 1: '' }) };
export const VERSIONS: Fact = { says: 'two versions of `fraud`', files: registered({ 1: '', 2: '' }) };
export const NO_MODEL: Fact = { says: 'a store without a model', files: registered({}) };

/** Two runs, one run, and a source of runs that is not there. */
export const twoRuns = (base: Given = {}): Row => ({
  base: together({ manifest: { runs: ['runs/*.json'] } }, base),
  met: { says: 'two runs', files: { 'runs/a.json': '{"recall": 0.8}', 'runs/b.json': '{"recall": 0.9}' } },
  unmet: { says: 'one run', files: { 'runs/a.json': '{"recall": 0.8}' } },
  unknown: { says: '`runs` names files that are not there' },
});

/** A notebook that ran from top to bottom, one that ran out of order, and one that is no JSON. */
export function notebook(base: Given = {}): Row {
  return {
    base,
    met: { says: 'it ran in order', files: { 'notebooks/eda.ipynb': cells([1, 2]) } },
    unmet: { says: 'it ran out of order', files: { 'notebooks/eda.ipynb': cells([2, 1]) } },
    unknown: { says: 'it is cut off', files: { 'notebooks/eda.ipynb': cells([1, 2]).slice(0, 60) } },
  };
}

export function cells(counts: readonly number[]): string {
  return JSON.stringify({
    cells: counts.map(count => ({
      cell_type: 'code',
      execution_count: count,
      metadata: {},
      outputs: [{ output_type: 'stream', name: 'stdout', text: ['1\n'] }],
      source: ['print(1)'],
    })),
    metadata: { kernelspec: { name: 'python3', language: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** Numbers of production, measured lately, long ago, and at a time that nothing tells. */
export function production(): Row {
  const measured = (more: Json): Given => report({ ...more, production: { recall: 0.9 } });
  return {
    base: { manifest: { metrics: { recall: { min: 0.8 } } } },
    met: { says: 'measured 3 days ago', ...measured({ generated_at: daysAgo(3) }) },
    unmet: { says: 'measured 60 days ago', ...measured({ generated_at: daysAgo(60) }) },
    unknown: { says: 'nothing says when it was measured', ...measured({}) },
  };
}

/** Recall of all rows, and of one country. */
export const bySlice = (recall: number): Given =>
  report({ recall: 0.9, slices: { country: { SE: { recall } } } });
