import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/base/outcome';
import { describeEvidence } from '../../../src/evidence/describe';
import { judge } from '../../../src/evidence/judge';
import type { Evidence } from '../../../src/manifest/evidence';
import { ALL_SEEN, CLEAN, contextOf, found, lintOf, NOTHING_SEEN, RULES, script } from './world';
import { asking, evidenceIn, verdictOn } from './verdict';
import type { World } from './world';

async function check(evidence: string, world: World, outcome: Outcome, reason: RegExp): Promise<void> {
  const verdict = await verdictOn(evidence, world);
  expect({ outcome: verdict.outcome, reason: verdict.reason }).toEqual({
    outcome,
    reason: expect.stringMatching(reason) as string,
  });
}

const SCOPE = '# Scope\n\n## MVP\n\nOne country.\n\n## Out of scope\n\n- refunds\n';

describe('file', () => {
  it.each<[string, World['files'], Outcome, RegExp]>([
    ['{ file: docs/scope.md }', { 'docs/scope.md': SCOPE }, 'met', /is there and filled in/],
    ['{ file: ./docs/scope.md }', { 'docs/scope.md': SCOPE }, 'met', /filled in/],
    ['{ file: docs/scope.md }', {}, 'unmet', /`docs\/scope\.md` is not there; create it/],
    ['{ file: docs }', { 'docs/scope.md': SCOPE }, 'unmet', /is a folder/],
    ['{ file: docs/scope.md }', { 'docs/scope.md': '' }, 'unmet', /is empty/],
    [
      '{ file: a.md }',
      { 'a.md': '# Title\n\n<!-- say what -->\n\n- [ ] TODO\n- …\n---\n' },
      'unmet',
      /nothing but headings and placeholders/,
    ],
    ['{ file: a.md, sections: [MVP, Out of scope] }', { 'a.md': SCOPE }, 'met', /filled in/],
    ['{ file: a.md, sections: [mvp, "OUT OF SCOPE"] }', { 'a.md': SCOPE }, 'met', /filled in/],
    ['{ file: a.md, sections: Later }', { 'a.md': SCOPE }, 'unmet', /no section "Later"/],
    [
      '{ file: a.md, sections: MVP }',
      { 'a.md': '# MVP\n\n<!-- todo -->\nTBD\n\n# Other\n\ntext\n' },
      'unmet',
      /section "MVP" of `a\.md` is empty/,
    ],
    [
      '{ file: a.md, sections: MVP }',
      { 'a.md': '# MVP\n\n## Part\n\nText of the part.\n' },
      'met',
      /filled in/,
    ],
    [
      '{ file: a.md, sections: MVP }',
      { 'a.md': 'Text.\n```\n# MVP\ncode\n```\n' },
      'unmet',
      /no section "MVP"/,
    ],
    ['{ file: a.rst, sections: MVP }', { 'a.rst': 'MVP\n===\n\nOne country.\n' }, 'met', /filled in/],
    ['{ file: a.md, sections: MVP }', { 'a.md': '# 1. **MVP**\r\n\r\nOne country.\r\n' }, 'met', /filled in/],
    [
      '{ file: a.md, min_words: 4 }',
      { 'a.md': '# A long heading of words\n\nonly three words\n' },
      'unmet',
      /has 3 words; at least 4/,
    ],
    ['{ file: a.md, min_words: 3 }', { 'a.md': 'only three words\n' }, 'met', /filled in/],
    ['{ file: a.bin }', { 'a.bin': new Uint8Array([0, 255]) }, 'met', /is there/],
    ['{ file: a.bin, min_words: 1 }', { 'a.bin': new Uint8Array([0, 255]) }, 'unmet', /is not a text file/],
    ['{ file: a.md }', { 'a.md': 'x '.repeat(600_000) }, 'met', /is there/],
    ['{ file: a.md, min_words: 1 }', { 'a.md': 'x '.repeat(600_000) }, 'unknown', /too large to be read/],
    ['{ file: "docs/*.md" }', { 'docs/a.md': '# Only\n', 'docs/b.md': 'Text.\n' }, 'met', /`docs\/b\.md`/],
    ['{ file: "docs/*.md" }', { 'docs/deep/a.md': 'Text.\n' }, 'unmet', /There is no file `docs\/\*\.md`/],
    ['{ file: "docs/**/*.md" }', { 'docs/deep/a.md': 'Text.\n' }, 'met', /`docs\/deep\/a\.md`/],
    ['{ file: "**/*.md" }', { 'node_modules/x/a.md': 'Text.\n' }, 'unmet', /no file/],
    ['{ file: [a.md, b.md] }', { 'b.md': 'Text.\n' }, 'met', /`b\.md`/],
    ['{ file: [a.md, b.md] }', {}, 'unmet', /None of `a\.md` and `b\.md` is there/],
    [
      '{ file: ci.yml, mentions: [pytest, tox] }',
      { 'ci.yml': 'run: tox -e py\n' },
      'met',
      /mentions tox in line 1/,
    ],
    [
      '{ file: ci.yml, mentions: pytest }',
      { 'ci.yml': '# pytest\nrun: make # pytest\n' },
      'unmet',
      /does not mention pytest/,
    ],
  ])('%s', (evidence, files, outcome, reason) => check(evidence, { files: files ?? {} }, outcome, reason));

  it('looks only into folders that a glob can reach', async () => {
    const context = contextOf({
      files: { 'models/v1/a.onnx': 'x', 'data/deep/b.onnx': 'x', 'other.txt': 'x' },
    });
    const listed: string[] = [];
    const list = (path: string) => {
      listed.push(path);
      return context.facts.files.list(path);
    };
    const facts = { ...context.facts, files: { ...context.facts.files, list } };
    const evidence: Evidence = {
      kind: 'file',
      paths: ['{model,models}/**/*.onnx', 'docs/*.md'],
      sections: [],
      minWords: 0,
      mentions: [],
    };
    expect(await judge(evidence, { ...context, facts })).toMatchObject({ outcome: 'met' });
    expect(listed).toEqual(['/p', '/p/models', '/p/models/v1', '/p/docs']);
  });

  it('does not follow a path out of the project', async () => {
    const context = contextOf({});
    const verdict = await judge(
      { kind: 'file', paths: ['../a.md'], sections: [], minWords: 0, mentions: [] },
      context,
    );
    expect(verdict).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringMatching(/leaves the project/) as string,
    });
  });

  it('says that a file could not be read', async () => {
    const context = contextOf({ files: { 'a.md': 'Text.' } });
    const files = {
      ...context.facts.files,
      read: () =>
        Promise.resolve({
          ok: false as const,
          failure: { kind: 'unreadable' as const, message: 'No permission.' },
        }),
    };
    const evidence: Evidence = { kind: 'file', paths: ['a.md'], sections: [], minWords: 0, mentions: [] };
    const verdict = await judge(evidence, { ...context, facts: { ...context.facts, files } });
    expect(verdict).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringMatching(/No permission/) as string,
    });
  });

  it('goes to the section that is empty', async () => {
    const verdict = await verdictOn('{ file: a.md, sections: MVP }', {
      files: { 'a.md': 'Text.\n\n# MVP\n' },
    });
    expect(verdict.location).toMatchObject({ file: '/p/a.md', range: { start: { line: 2 } } });
  });
});

describe('metric', () => {
  const recall = 'metrics: { recall: { min: 0.8, baseline: 0.5, split: test } }';

  it.each<[string, World, Outcome, RegExp]>([
    [
      '{ metric: recall }',
      { manifest: recall, metrics: { 'recall[split=test]': '38/44' } },
      'met',
      /recall on test is 0\.8636 \(95 % interval 0\.7\d\d to 0\.9\d\d, n = 44\); the target is >= 0\.8\./,
    ],
    [
      '{ metric: recall, confident: true }',
      { manifest: recall, metrics: { 'recall[split=test]': '38/44' } },
      'unmet',
      /may be luck/,
    ],
    [
      '{ metric: recall, confident: true }',
      { manifest: recall, metrics: { 'recall[split=test]': '380/400' } },
      'met',
      /n = 400/,
    ],
    [
      '{ metric: recall, confident: true }',
      { manifest: recall, metrics: { 'recall[split=test]': 0.95 } },
      'unknown',
      /No counts of rows stand beside it/,
    ],
    [
      '{ metric: recall, split: validation }',
      { manifest: recall, metrics: { 'recall[split=test]': 0.7, 'recall[split=validation]': 0.9 } },
      'met',
      /recall on validation is 0\.9/,
    ],
    [
      '{ metric: recall, beats: baseline, confident: true }',
      { manifest: recall, metrics: { 'recall[split=test]': '70/100' } },
      'met',
      /the baseline is 0\.5/,
    ],
    ['{ metric: recal }', { manifest: recall }, 'unknown', /Did you mean `recall`\?/],
    [
      '{ metric: "recall[split=test] >= 0.8" }',
      { metrics: { 'recall[split=test]': 0.86 } },
      'met',
      /recall on test is 0\.86; asked is >= 0\.8/,
    ],
    [
      '{ metric: "recall[split=test] >= 0.8" }',
      { metrics: { 'recall[split=test]': 0.76 } },
      'unmet',
      /0\.76/,
    ],
    [
      '{ metric: "recall[split=test] >= 0.8" }',
      { metrics: { 'recall[split=train]': 0.86 } },
      'unknown',
      /only `recall\[split=train\]`/,
    ],
    [
      '{ metric: "recall >= 0.8", split: test }',
      { metrics: { 'recall[split=test]': 0.86, 'recall[split=train]': 0.1 } },
      'met',
      /0\.86/,
    ],
    [
      '{ metric: "recall[split=test] >= 0.8", confident: true }',
      { metrics: { 'recall[split=test]': '38/44' } },
      'unmet',
      /may be luck/,
    ],
    [
      '{ metric: "abs(f1[split=train] - f1[split=test]) <= 0.1" }',
      { metrics: { 'f1[split=train]': 0.9, 'f1[split=test]': 0.75 } },
      'unmet',
      /`abs\(f1\[split=train\] - f1\[split=test\]\)` is 0\.15/,
    ],
    [
      '{ metric: "f1[run=new] > f1[run=old]" }',
      { metrics: { 'f1[run=new]': 0.9, 'f1[run=old]': 0.8 } },
      'met',
      /asked is > `f1\[run=old\]`, which is 0\.8/,
    ],
    [
      '{ metric: "recall >= 80" }',
      { metrics: { recall: 0.86 } },
      'unknown',
      /in percent and the other a fraction/,
    ],
    ['{ metric: "1 >= 0" }', {}, 'unknown', /mentions no metric/],
    ['{ metric: "f1 / zero >= 0" }', { metrics: { f1: 0, zero: 0 } }, 'unknown', /NaN/],
    [
      '{ metric: kpi }',
      { manifest: 'metrics: { kpi: { max: 1, from: metrics.json#rate } }', metrics: { rate: 0.5, kpi: 9 } },
      'met',
      /^kpi is 0\.5; the target is <= 1\.$/,
    ],
    [
      '{ metrics: { kind: operational } }',
      {
        manifest: 'metrics: { a: { max: 1, kind: operational }, b: { max: 1, kind: operational } }',
        metrics: { a: 0.5, b: 2 },
      },
      'unmet',
      /^b is 2/,
    ],
    [
      '{ metrics: { with: baseline }, beats: baseline }',
      { manifest: 'metrics: { loss: { baseline: 2, direction: lower } }', metrics: { loss: 1 } },
      'met',
      /loss is 1; the baseline is 2/,
    ],
  ])('%s with %j', (evidence, world, outcome, reason) => check(evidence, world, outcome, reason));

  it('goes to the value in its file, or to the manifest where there is none', async () => {
    const there = await verdictOn('{ metric: recall }', {
      manifest: recall,
      metrics: { other: 1, 'recall[split=test]': 0.9 },
    });
    expect(there.location).toMatchObject({ file: '/p/metrics.json', range: { start: { line: 1 } } });
    const nowhere = await verdictOn('{ metric: recall }', { manifest: recall });
    expect(nowhere.location).toMatchObject({
      file: '/p/holdout.yaml',
      range: { start: { line: 3, column: 11 } },
    });
  });
});

describe('lint', () => {
  const two = lintOf([
    script('src/a.py', { 'fit-before-split': 'information' }),
    script('nb/b.ipynb', { 'tuning-on-test': 'error' }),
  ]);

  it.each<[string, World, Outcome, RegExp]>([
    ['{ lint: [leakage, test-misuse] }', { lint: CLEAN }, 'met', /found nothing in 1 file/],
    [
      '{ lint: leakage }',
      { lint: two },
      'met',
      /found nothing that counts in 2 files\. Too mild to count: 1 finding of fit-before-split in src\/a\.py, line 1\./,
    ],
    [
      '{ lint: leakage, severity: information }',
      { lint: two },
      'unmet',
      /fit-before-split in src\/a\.py, line 1/,
    ],
    ['{ lint: tuning-on-test }', { lint: two }, 'unmet', /tuning-on-test in nb\/b\.ipynb/],
    ['{ lint: tuning-on-test, paths: "src/**" }', { lint: two }, 'met', /in 1 file\./],
    ['{ lint: tuning-on-test, paths: "other/**" }', { lint: two }, 'unknown', /no script or notebook/],
    [
      '{ lint: [leakage, invented-rule] }',
      { lint: CLEAN },
      'unknown',
      /does not have the rule `invented-rule` yet/,
    ],
    [
      '{ lint: [invented-rule, fit-before-split] }',
      { lint: found('fit-before-split') },
      'unmet',
      /fit-before-split/,
    ],
    ['{ lint: training }', { lint: CLEAN }, 'unknown', /does not have any rule of `training` yet/],
    [
      '{ lint: splits }',
      { lint: lintOf([script('a.py', {}, { sights: { ...ALL_SEEN, splits: 0 } })]) },
      'unknown',
      /saw no split, so silence says nothing/,
    ],
    [
      '{ lint: leakage }',
      {
        lint: lintOf([
          script('a.py', {}, { sights: { ...NOTHING_SEEN, fits: 1 } }),
          script('b.py', {}, { sights: { ...NOTHING_SEEN, scores: 1 } }),
        ]),
      },
      'met',
      /in 2 files/,
    ],
    [
      '{ lint: leakage }',
      {
        lint: {
          ...CLEAN,
          rules: new Map(
            Object.entries(RULES).map(([id, group]) => [id, { group, off: id === 'refit-on-test' }]),
          ),
        },
      },
      'unknown',
      /`refit-on-test` is turned off/,
    ],
  ])('%s', (evidence, world, outcome, reason) => check(evidence, world, outcome, reason));

  it('counts a finding even where not all was seen', () =>
    check(
      '{ lint: leakage }',
      {
        lint: lintOf([
          script('a.py', { 'fit-before-split': 'error', 'refit-on-test': 'error' }),
          script('b.py', {}, { skipped: 'Not Python.' }),
        ]),
      },
      'unmet',
      /^2 findings of fit-before-split and refit-on-test, the first of them in a\.py, line 1\.$/,
    ));

  it('names the cell of a notebook, and goes to the finding', async () => {
    const [file] = found('tuning-on-test').filesIn([]);
    const [finding] = file?.findings ?? [];
    if (!file || !finding) throw new Error('no finding');
    const place = { ...finding.place, cell: 3 };
    const verdict = await verdictOn('{ lint: test-misuse }', {
      lint: lintOf([{ ...file, findings: [{ ...finding, place }] }]),
    });
    expect(verdict).toEqual({
      outcome: 'unmet',
      reason: '1 finding of tuning-on-test in train.py, cell 4, line 1.',
      location: place,
    });
  });
});

describe('several pieces', () => {
  const filled = 'owner: me\n';
  const [met, unmet, unknown] = ['{ field: owner }', '{ field: privacy }', '{ drift: { psi: 1 } }'];

  it.each<[string, Outcome]>([
    [`[${met}, ${met}]`, 'met'],
    [`[${met}, ${unknown}]`, 'unknown'],
    [`[${unknown}, ${unmet}]`, 'unmet'],
    [`{ any: [${unmet}, ${met}] }`, 'met'],
    [`{ any: [${unmet}, ${unknown}] }`, 'unknown'],
    [`{ any: [${unmet}, ${unmet}] }`, 'unmet'],
    [`{ all: [${met}, { any: [${unmet}, ${met}] }] }`, 'met'],
    [`[${met}, { drift: { psi: 1 }, where: data.splits.current }]`, 'met'],
    ['{ field: owner, where: privacy }', 'unknown'],
    ['{ manual: true }', 'unmet'],
  ])('%s is %s', (evidence, outcome) => check(evidence, { manifest: filled }, outcome, /./));
});

describe('evidence with a mistake', () => {
  it.each(['[{ field: owner }, { feild: owner }]', '{ any: [{ field: owner }, soon] }', '{ all: [] }'])(
    '%s is none, so that what is left of it cannot be met',
    evidence => {
      const { stages } = contextOf({ manifest: `owner: me\n${asking(evidence)}` }).manifest;
      expect(stages.get('s')?.criteria.get('c')).not.toHaveProperty('evidence');
    },
  );
});

describe('evidence in words', () => {
  it.each([
    ['{ field: problem.decision }', 'field problem.decision'],
    ['[{ field: a }, { lint: [leakage, splits] }]', 'field a and lint leakage, splits'],
    ['{ any: [{ file: a.md }, { manual: true }] }', 'file a.md or a tick by a person'],
    ['{ metric: recall, split: test, confident: true }', 'metric recall on test beyond chance'],
    [
      '{ metrics: { kind: model, with: baseline }, beats: baseline }',
      'model metrics with baseline against its baseline',
    ],
    ['{ runs: ">= 2" }', 'at least 2 runs'],
    ['{ runs: { history: true } }', 'at least 1 run with values per step'],
  ])('%s is "%s"', (evidence, words) => {
    expect(describeEvidence(evidenceIn(contextOf({ manifest: asking(evidence) }).manifest))).toBe(words);
  });
});
