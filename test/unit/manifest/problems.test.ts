import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import type { Vocabulary } from '../../../src/manifest/vocabulary';
import { draw, undrawn } from './drawn';

const HEAD = 'version: 1\nname: x\nlifecycle: nine-stage\n';

const VOCABULARY: Vocabulary = {
  rules: ['fit-before-split', 'refit-on-test'],
  lifecycles: ['nine-stage'],
  stagesOf: id => (id === 'nine-stage' ? new Map([['idea', ['decision', 'baseline']]]) : undefined),
  fields: ['ethics.review'],
};

/** Reads what is not drawn, and compares the drawing; `body` stands below a head without mistakes. */
function check(body: string): void {
  checkWhole(HEAD + body.replace(/^\n/, ''));
}

function checkWhole(drawing: string): void {
  const text = undrawn(drawing);
  const { problems } = parseManifest('/p/holdout.yaml', text, VOCABULARY);
  expect(draw(text, problems)).toBe(drawing);
}

describe('fields', () => {
  it('names the nearest of an unknown one', () =>
    check(`
porblem:
^^^^^^^ warning unknown-field: There is no field \`porblem\`. Did you mean \`problem\`? -> problem
  decision: a
problem:
  desicion: a
  ^^^^^^^^ warning unknown-field: There is no field \`problem.desicion\`. Did you mean \`decision\`? -> decision
  baseLine: b
  ^^^^^^^^ warning unknown-field: There is no field \`problem.baseLine\`. Did you mean \`baseline\`? -> baseline
`));

  it('lists what is known when nothing is near', () =>
    check(`
fairness: { weight: 1 }
            ^^^^^^ warning unknown-field: There is no field \`fairness.weight\`. Known here: margin, metric.
`));

  it('accepts those that a lifecycle of the user asks for', () => check('ethics: { review: done in May }\n'));

  it('takes what is empty for absent', () =>
    check('problem:\n  decision:\ndata:\nmetrics:\n  recall:\nstages:\n  idea:\n'));

  it('finds a name given twice', () =>
    check(`
owner: a
owner: b
^^^^^ error duplicate-field: \`owner\` is given twice; the first one counts. Remove or rename this one.
`));

  it('does not take what every object has for a field', () =>
    check(`
fairness: { toString: 1 }
            ^^^^^^^^ warning unknown-field: There is no field \`fairness.toString\`. Known here: margin, metric.
`));
});

describe('values', () => {
  it('says what was expected of another type', () =>
    check(`
problem: soon
         ^^^^ error wrong-type: \`problem\` is \`soon\`; expected a mapping with decision, why, why_ml, users, cost and more.
data:
  rows_needed: many
               ^^^^ error wrong-type: \`data.rows_needed\` is \`many\`; expected a whole number of at least 1.
  test_looks: -1
              ^^ error wrong-type: \`data.test_looks\` is the number -1; expected a whole number of at least 0.
  target: [a]
          ^^^ error wrong-type: \`data.target\` is a list; expected text, or a mapping with column, positive.
metrics:
  recall: 0.8
          ^^^ error wrong-type: \`metrics.recall\` is the number 0.8; expected a mapping with min, max, target, baseline, change and more.
  precision: { min: high }
                    ^^^^ error wrong-type: \`metrics.precision.min\` is \`high\`; expected a number.
runs: { path: mlruns }
      ^^^^^^^^^^^^^^^^ error wrong-type: \`runs\` is a mapping; expected a path relative to the manifest, or a list, each item a path relative to the manifest, or a mapping with path, mlflow, experiment, where, pick, predictions.
`));

  it('says that a number in quotes is text', () =>
    check(`
data: { rows_needed: "100" }
                     ^^^^^ error wrong-type: \`data.rows_needed\` is \`100\`; expected a whole number of at least 1. In quotes it is text: remove them. -> 100
`));

  it('names the nearest of the values allowed', () =>
    check(`
task: binery
      ^^^^^^ error wrong-value: \`task\` is \`binery\`; expected one of binary, multiclass, multilabel, regression, ranking, forecasting, clustering, llm. Did you mean \`binary\`? -> binary
lint: { rules: { refit-on-test: of } }
                                ^^ error wrong-value: \`lint.rules.refit-on-test\` is \`of\`; expected one of error, warning, information, hint, off. Did you mean \`off\`? -> off
`));

  it('knows days, durations, weeks and percentages', () =>
    check(`
data: { table: a.csv, split: { cutoff: 2026-02-30, gap: week } }
                                       ^^^^^^^^^^ error wrong-type: \`data.split.cutoff\` is \`2026-02-30\`; expected a date such as 2026-10-02.
                                                        ^^^^ error wrong-type: \`data.split.gap\` is \`week\`; expected a duration such as 7d (h, d, w, m, y).
stages: { idea: { weeks: 1-2 } }
                         ^^^ error wrong-type: \`stages.idea.weeks\` is \`1-2\`; expected a number of weeks such as 4, or a range such as 4..8.
metrics: { kpi: { change: much, baseline: 1 } }
                          ^^^^ error wrong-type: \`metrics.kpi.change\` is \`much\`; expected a percentage such as "-15%".
`));

  it('keeps what is good of a mapping with mistakes', () => {
    const { value } = parseManifest(
      '/p/holdout.yaml',
      `${HEAD}metrics:\n  recall: { min: high, baseline: 0.5, split: test }\n`,
    );
    expect(value.metrics).toMatchObject([{ name: 'recall', baseline: 0.5, split: 'test' }]);
    expect(value.metrics[0]).not.toHaveProperty('target');
  });
});

describe('what YAML takes differently', () => {
  it('brings the quotes that a comparison needs', () =>
    check(`
metrics:
  recall:
    target: >= 0.80 # agreed
            ^^^^^^^ error unquoted-comparison: In YAML \`>\` begins a block of text, so a comparison needs quotes: ">= 0.80". -> ">= 0.80"
    split: test
  precision: { target: > 0.3, split: test }
                       ^^^^^ error unquoted-comparison: In YAML \`>\` begins a block of text, so a comparison needs quotes: "> 0.3". -> "> 0.3"
`));

  it('uses the comparison all the same', () => {
    const { value } = parseManifest(
      '/p/holdout.yaml',
      `${HEAD}metrics:\n  recall:\n    target: >= 0.80\n    split: test\n`,
    );
    expect(value.metrics).toMatchObject([{ target: { op: '>=', value: 0.8 }, split: 'test' }]);
  });

  it('leaves a true block of text alone', () =>
    check('problem:\n  decision: >-\n    Hold or\n    release\n  why: | # long\n    Because\n'));

  it('brings the quotes for a glob, a backtick and an at sign', () =>
    check(`
runs: [*.json]
       ^^^^^^ error unquoted-text: In YAML \`*\` refers to an anchor, and there is none called \`.json\`. If the text is meant, put it in quotes. -> "*.json"
owner: @me
       ^^^ error unquoted-text: In YAML a text must not begin with \`@\`; put it in quotes. -> "@me"
metrics:
  \`mAP50(B)\`: { min: 0.7 }
  ^^^^^^^^^^ error unquoted-text: In YAML a text must not begin with \`\`\`; put it in quotes. -> "mAP50(B)"
`));

  it('reads on after tabs', () =>
    check(`
problem:
\tdecision: a
^ error tab: A tab stands where YAML wants spaces. Indent with spaces. ->   
\twhy: b
^ error tab: A tab stands where YAML wants spaces. Indent with spaces. ->   
`));

  it.each([
    'owner: a: b\n       ^ error bad-yaml: Only one `name: value` may stand on a line. If the colon belongs to the text, put it in quotes.\n',
    'owner: "a\n\n| error bad-yaml: Something is missing here: a closing quote or bracket, or a colon and the space behind it.',
    'team: { scientists: [a, b }\n                          ^ error bad-yaml: The closing `]` is missing.\n',
    'problem:\n    decision: x\n  why: y\n^ error bad-yaml: This line is indented differently from its neighbours. Fields of one block start in the same column.\n',
    'owner a\n^^^^^^^ error bad-yaml: Expected `name: value`. Is a colon missing, or the space behind it?\ntask: binary\n',
    '---\n^^^ error bad-yaml: Only the first document is read. Remove `---` and what follows, or move it to a file of its own.\nowner: a\n',
  ])('says in plain words what is broken: %j', drawing => check(drawing));
});

describe('the file as a whole', () => {
  it.each([
    '\n| error empty: The file is empty. Begin with `version: 1`, `name:` and `lifecycle:`.',
    '# nothing\n| error empty: The file is empty. Begin with `version: 1`, `name:` and `lifecycle:`.',
    '- a\n^^^ error not-a-mapping: The file holds a list; expected fields such as `version: 1`, `name:` and `lifecycle:`.',
    'hello\n^^^^^ error not-a-mapping: The file holds a single value; expected fields such as `version: 1`, `name:` and `lifecycle:`.',
    'version: 2\n         ^ error unknown-version: This version of Holdout reads manifests of version 1, not 2. Update Holdout, or write `version: 1`. -> 1\nname: x\nlifecycle: nine-stage\n',
    'name: x\n^^^^ warning missing-field: `version` is missing. The version of this format: 1. Write for example `version: 1`.\n^^^^ warning missing-field: `lifecycle` is missing. The stages that the project goes through: a built-in lifecycle, or the path of your own. Write for example `lifecycle: nine-stage`.\n',
    '? [a]\n  ^^^ error bad-name: A name must be plain text; expected `name: value`.\n: 1\nversion: 1\nname: x\nlifecycle: nine-stage\n',
    'version: 1\nname: x\nlifecycle: nine-stage\nteam: &t { scientists: a }\nscope:\n  <<: *t\n  ^^ error bad-name: Merge keys (`<<`) are not read. Write the fields out.\n',
  ])('%j', checkWhole);

  it('counts from the first character after a byte order mark', () => {
    const { problems } = parseManifest(
      '/p/holdout.yaml',
      '\uFEFFverson: 1\r\nname: x\r\nlifecycle: nine-stage\r\n',
    );
    expect(problems[0]?.place.range).toEqual({ start: { line: 0, column: 0 }, end: { line: 0, column: 6 } });
  });

  it('reads lines that end in CRLF', () => {
    const { value, problems } = parseManifest(
      '/p/holdout.yaml',
      `${HEAD}owner: me\nporblem: 1\n`.replaceAll('\n', '\r\n'),
    );
    expect(value.fields.get('owner')?.text).toBe('me');
    expect(problems.map(({ place }) => place.range.start.line)).toEqual([4]);
  });

  it('does not read more than a megabyte', () => {
    const { value, problems } = parseManifest(
      '/p/holdout.yaml',
      `name: x\nowner: ${'a'.repeat(1_000_000)}\n`,
    );
    expect(problems.map(({ code }) => code)).toEqual(['too-large']);
    expect(value.fields.size).toBe(0);
  });

  it.each([
    ['an alias bomb', bomb()],
    ['an alias to itself', `${HEAD}owner: &o [*o, *o]\n`],
    ['aliases to one another', `${HEAD}scope: &s { use_case: [*s, *s, *s] }\n`],
    ['nesting', `${HEAD}problem: ${'['.repeat(3_000)}`],
  ])('ends %s', (_, text) => {
    const { value, problems } = parseManifest('/p/holdout.yaml', text);
    expect(problems.map(({ code }) => code)).toContain('too-complex');
    expect(value).toMatchObject({ name: 'x', lifecycle: 'nine-stage' });
  });

  it('follows an honest alias after one to itself', () => {
    const text = `${HEAD}scope: &s { use_case: [*s, *s] }\nowner: &me r.ahn\nteam: { scientists: [*me] }\n`;
    const { value } = parseManifest('/p/holdout.yaml', text);
    expect(value.fields.get('team.scientists')?.text).toBe('r.ahn');
  });

  it('follows an honest alias', () => {
    const { value, problems } = parseManifest(
      '/p/holdout.yaml',
      `${HEAD}owner: &me r.ahn\nteam: { scientists: [*me] }\n`,
    );
    expect(problems).toEqual([]);
    expect(value.fields.get('team.scientists')?.text).toBe('r.ahn');
  });

  it('goes by the name of its folder when it has none', () => {
    expect(parseManifest('/ada/churn/holdout.yaml', '').value).toMatchObject({
      name: 'churn',
      root: '/ada/churn',
    });
  });
});

describe('names', () => {
  it('checks them against the vocabulary', () =>
    check(`
lint: { rules: { fit-befor-split: off, unheard-of: error } }
                 ^^^^^^^^^^^^^^^ warning unknown-rule: This version has no rule \`fit-befor-split\`. Did you mean \`fit-before-split\`? -> fit-before-split
                                       ^^^^^^^^^^ warning unknown-rule: This version has no rule \`unheard-of\`.
stages:
  idee:
  ^^^^ warning unknown-stage: The lifecycle has no stage \`idee\` here. Did you mean \`idea\`? -> idea
  idea:
    criteria:
      desicion: { done: 2026-01-01, by: me }
      ^^^^^^^^ warning unknown-criterion: The lifecycle has no criterion \`desicion\` here. Did you mean \`decision\`? -> decision
      something: { drop: true }
      ^^^^^^^^^ warning unknown-criterion: The lifecycle has no criterion \`something\` here. Add \`ask:\` to make it a criterion of your own.
      ours: { ask: Is it ours?, evidence: { lint: [leakage, fit-before-split, leakige] } }
                                                                              ^^^^^^^ warning unknown-rule: This version has no rule or group of rules \`leakige\`. Did you mean \`leakage\`? -> leakage
`));

  it('knows a path from the id of a lifecycle', () => {
    const at = (lifecycle: string) =>
      parseManifest(
        '/p/holdout.yaml',
        `version: 1\nname: x\nlifecycle: ${lifecycle}\n`,
        VOCABULARY,
      ).problems.map(({ code }) => code);
    expect(at('./our-lifecycle.yaml')).toEqual([]);
    expect(at('ours.yml')).toEqual([]);
    expect(at('nine-stages')).toEqual(['unknown-lifecycle']);
  });

  it('says nothing where there is no vocabulary', () => {
    const text = 'version: 1\nname: x\nlifecycle: theirs\nlint: { rules: { a: off } }\nstages: { b: {} }\n';
    expect(parseManifest('/p/holdout.yaml', text).problems).toEqual([]);
  });
});

describe('metrics, runs and paths', () => {
  it('says what is wrong with a target', () =>
    check(`
metrics:
  a: { min: 1, max: 2 }
                    ^ warning two-targets: \`metrics.a\` has more than one target; the first of min, max and target counts. Give each bound a metric of its own, with \`expr: a\`.
  b: { change: "-5%" }
               ^^^^^ warning missing-baseline: \`metrics.b.change\` is relative to a baseline, and there is none. Add \`baseline:\`.
  c: { change: -15, baseline: 2 }
               ^^^ warning wrong-value: \`metrics.c.change\` is the fraction -15, that is -1500 %. Is "-15%" meant? -> "-15%"
  d: { target: good }
               ^^^^ error wrong-type: \`metrics.d.target\` is \`good\`; expected a comparison in quotes such as ">= 0.80".
`));

  it('says what is wrong with an expression, where it is', () =>
    check(`
metrics:
  a: { expr: "f1[split=train] - ", max: 1 }
                               ^ error bad-expression: Something is missing here: a metric or a number.
  b: { expr: f1 - , max: 1 }
                ^ error bad-expression: Something is missing here: a metric or a number.
  c: { expr: recall >= 0.8 }
             ^^^^^^^^^^^^^ error bad-expression: A metric is a number, and this is a comparison. Put the bound into \`min\`, \`max\` or \`target\`.
  d: { expr: "mean(f1)" }
              ^^^^ error bad-expression: There is no function \`mean\`; there are abs, min, max.
`));

  it('says what is not read', () =>
    check(`
data:
  splits:
    train: data/train.csv
    test: /mnt/test.csv
          ^^^^^^^^^^^^^ information path-outside: \`data.splits.test\` lies outside the project. It is read only where the setting \`holdout.dataRoots\` allows it.
runs:
  - a/../../other/metrics.json
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ error path-outside: \`runs[0]\` leaves the project and is not read. Name a path below the folder of the manifest.
  - a/../metrics.json
  - { mlflow: https://mlflow.example.org }
  - https://mlflow.example.org
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ error path-outside: \`runs[3]\` is an address and no path. A tracking server has an entry of its own under \`runs\`: \`mlflow: https://mlflow.example.org\`.
  - { mlflow: https://ada:secret@mlflow.example.org }
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error bad-address: This is no address of a server. Write it as https://mlflow.example.org; a name and password do not belong into a manifest.
  - { path: mlruns, mlflow: https://mlflow.example.org }
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error path-and-server: A source of runs is a \`path\` or a server: write two entries, one for each.
  - { experiment: fraud }
    ^^^^^^^^^^^^^^^^^^^^^ error missing-field: A source of runs needs a \`path\`, an MLflow folder or a glob such as reports/*.json; or the address of a server under \`mlflow\`.
`));
});

describe('evidence', () => {
  it('says what it does not understand', () =>
    check(`
stages:
  idea:
    criteria:
      a: { ask: A?, evidence: soon }
                              ^^^^ error wrong-type: \`stages.idea.criteria.a.evidence\` is not evidence; expected a mapping such as { field: problem.decision } or { manual: true }.
      b: { ask: B?, evidence: { field: owner, file: a.md } }
                                              ^^^^ error two-kinds: One piece of evidence has one kind, and this one has \`field\` and \`file\`. Write a list: [{ field: … }, { file: … }].
      c: { ask: C?, evidence: { split: test } }
                              ^^^^^^^^^^^^^^^ error missing-field: \`stages.idea.criteria.c.evidence\` does not say what answers it; expected one of field, file, metric, metrics, lint, notebook, data, drift, runs, registry, fresh, command, effort, timebox, looks, manual, all, any.
      d: { ask: D?, evidence: { any: [{ field: owner, split: test }, { feild: owner }] } }
                                                      ^^^^^ warning stray-field: \`split\` means nothing with \`field\`; it belongs to metric or metrics or data.
                                                                     ^^^^^^^^^^^^^^^^ error missing-field: \`stages.idea.criteria.d.evidence.any[1]\` does not say what answers it; expected one of field, file, metric, metrics, lint, notebook, data, drift, runs, registry, fresh, command, effort, timebox, looks, manual, all, any.
                                                                       ^^^^^ warning unknown-field: There is no field \`stages.idea.criteria.d.evidence.any[1].feild\`. Did you mean \`field\`? -> field
      e: { ask: E?, evidence: { metric: "recall[split=test] >=" } }
                                                             ^ error bad-expression: Something is missing here: a metric or a number.
`));
});

function bomb(): string {
  const levels = Array.from(
    { length: 12 },
    (_, i) =>
      `a${i}: &a${i} [${Array(10)
        .fill(i === 0 ? 'lol' : `*a${i - 1}`)
        .join(', ')}]`,
  );
  return HEAD + levels.join('\n');
}
