import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import { filesUnder, readText, ROOT } from '../../support/sources';
import { cannotRun, runAll } from './rerun';

const EXAMPLE = 'examples/breast-cancer';
const files = filesUnder(EXAMPLE, '').filter(path => !path.includes('/models/'));

interface Cell {
  readonly cell_type: string;
  readonly execution_count?: number | null;
  readonly outputs?: readonly { readonly output_type: string }[];
}

function cells(notebook: string): readonly Cell[] {
  return (JSON.parse(readText(`${EXAMPLE}/notebooks/${notebook}`)) as { cells: Cell[] }).cells;
}

function executionCounts(notebook: string): (number | null | undefined)[] {
  return cells(notebook)
    .filter(cell => cell.cell_type === 'code')
    .map(cell => cell.execution_count);
}

/** The first column of a split's table. */
function ids(split: string): string[] {
  const [, ...rows] = readText(`${EXAMPLE}/data/${split}.csv`).trimEnd().split('\n');
  return rows.map(row => row.slice(0, row.indexOf(',')));
}

type Measured = Readonly<Record<string, { n: number; recall: number; confusion_matrix: Record<string, number> }>>;

describe('the example project', () => {
  it('is small', () => {
    const bytes = files.map(path => statSync(join(ROOT, path)).size).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(600_000);
  });

  it('names no path of the machine on which it was made', () => {
    for (const path of files) expect(readText(path), path).not.toMatch(/\/(home|root|tmp|work|Users)\//);
  });

  it('has splits that share no row', () => {
    const all = ['train', 'validation', 'test'].flatMap(ids);
    expect(new Set(all).size).toBe(569);
    expect(all).toHaveLength(569);
  });

  it('has metrics whose counts are those of the splits', () => {
    const measured = JSON.parse(readText(`${EXAMPLE}/reports/metrics.json`)) as Measured;
    for (const split of ['train', 'validation', 'test']) {
      const { n = 0, recall, confusion_matrix: { tp = 0, fp = 0, fn = 0, tn = 0 } = {} } = measured[split] ?? {};
      expect(n).toBe(ids(split).length);
      expect(tp + fp + fn + tn).toBe(n);
      expect(recall).toBeCloseTo(tp / (tp + fn), 4);
    }
  });

  it('has notebooks that were run: two from top to bottom, one with a look at the model after all', () => {
    expect(executionCounts('01-explore.ipynb')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(executionCounts('02-features.ipynb')).toEqual([1, 2, 3, 4, 5]);
    expect(executionCounts('03-model.ipynb')).toEqual([1, 2, 3, 4, 6, 5]);
    const outputs = ['01-explore.ipynb', '02-features.ipynb', '03-model.ipynb']
      .flatMap(cells)
      .flatMap(cell => cell.outputs ?? []);
    expect(outputs.length).toBeGreaterThan(10);
    expect(outputs.filter(output => output.output_type === 'error')).toEqual([]);
  });

  it('has a README whose numbers are those of the files', () => {
    const readme = readText(`${EXAMPLE}/README.md`);
    const measured = JSON.parse(readText(`${EXAMPLE}/reports/metrics.json`)) as Measured;
    expect(readme).toContain(`the honest model has ${measured['test']?.recall.toFixed(3) ?? ''}`);
    const printed = cells('03-model.ipynb').flatMap(cell => cell.outputs ?? []);
    const recalls = [...JSON.stringify(printed).matchAll(/recall (0\.\d+)/g)].map(match => Number(match[1]).toFixed(2));
    expect(recalls).toHaveLength(2);
    expect(readme).toContain(`Recall ${recalls[0] ?? ''}, and ${recalls[1] ?? ''} once the split comes first`);
  });

  it('has a manifest without mistakes, with fields that are still to be filled in', () => {
    const { value, problems } = parseManifest(`/${EXAMPLE}/holdout.yaml`, readText(`${EXAMPLE}/holdout.yaml`));
    expect(problems).toEqual([]);
    const open = [...value.fields].filter(([, field]) => !field.filled).map(([path]) => path);
    expect(open).toEqual(['model', 'model.why', 'deployment.infrastructure', 'monitoring.logs']);
  });

  it('names in its manifest only files that are there', () => {
    const { declarations } = parseManifest(`/${EXAMPLE}/holdout.yaml`, readText(`${EXAMPLE}/holdout.yaml`)).value;
    expect(declarations.splits.map(({ path }) => `${EXAMPLE}/${path}`)).toEqual(
      expect.arrayContaining(files.filter(path => path.endsWith('.csv') && path.includes('/data/'))),
    );
  });

  it('gives the same files when it is run again', context => {
    const reason = cannotRun(EXAMPLE);
    if (reason !== undefined) {
      console.log(`the example was not run again: ${reason}`);
      return context.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'holdout-example-'));
    try {
      cpSync(join(ROOT, EXAMPLE, 'scripts'), join(folder, 'scripts'), { recursive: true });
      cpSync(join(ROOT, EXAMPLE, 'reports'), join(folder, 'reports'), { recursive: true });
      const printed = runAll(folder, ['prepare_data', 'train', 'evaluate', 'kpi', 'tune']);
      expect(printed).toContain('best: C = 30.0, recall on test 0.9762');
      for (const file of ['data/train.csv', 'data/validation.csv', 'data/test.csv', 'reports/kpi.csv']) {
        expect(readFileSync(join(folder, file), 'utf8') === readText(`${EXAMPLE}/${file}`), file).toBe(true);
      }
      for (const file of ['reports/metrics.json', 'reports/baseline.json']) {
        expect(timeless(readFileSync(join(folder, file), 'utf8'))).toBe(timeless(readText(`${EXAMPLE}/${file}`)));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

function timeless(json: string): string {
  return json.replace(/"generated_at": "[^"]*"/, '"generated_at": ""');
}
