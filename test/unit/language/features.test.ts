import { beforeAll, describe, expect, it } from 'vitest';
import { lineIndex } from '../../../src/base/lines';
import type { Place, Range } from '../../../src/base/place';
import type { FileSymbol } from '../../../src/project/editing/language';
import { marked } from './marked';
import type { Editor } from './project';
import { editor, FILES, SAVED } from './project';

let manifest: Editor;
beforeAll(async () => {
  manifest = await editor();
});

const inSaved = (before: string): string => {
  if (!SAVED.includes(before.replace('|', ''))) throw new Error(`no ${before}`);
  return SAVED.replace(before.replace('|', ''), before);
};

function textAt(text: string, { start, end }: Range): string {
  const { offsetAt } = lineIndex(text);
  return text.slice(offsetAt(start), offsetAt(end));
}

describe('hovering', () => {
  it.each([
    ['ta|sk: binary', 'task', /kind of prediction/],
    ['task: bi|nary', 'binary', /kind of prediction/],
    ['lifecycle: nine|-stage', 'nine-stage', /→/],
    ['metrics: { recall: { mi|n: 1 } }', 'min', /least value that is good enough/],
    [
      inSaved('  re|call:'),
      'recall',
      /Now \*\*0\\\.83 on test\*\*, from `reports\/a\.json, line 1`[^]*`>= 0\.8`: met/,
    ],
    [inSaved('"val/|loss"'), 'val/loss', /No run reports/],
    ['metrics:\n  gap: { expr: "f|1[split=train] - 1" }', 'f1', /metric that runs report/],
    ['metrics:\n  gap: { expr: "ab|s(f1)" }', 'abs', /distance of a value from zero/],
    ['runs: [reports/a.j|son]', 'reports/a.json', /A file of \d+ bytes/],
    ['runs: [repor|ts]', 'reports', /A folder with 2 entries/],
    ['runs: [reports/no|ne.json]', 'reports/none.json', /It is not there/],
    ['runs: ["reports/*|.json"]', 'reports/*.json', /A pattern/],
    ['data: { table: ../secr|et.csv }', '../secret.csv', /outside the project/],
    ['data:\n  table: data/train.csv\n  time: paid|_at', 'paid_at', /In `data\/train\.csv`/],
    ['data:\n  table: data/train.csv\n  time: pai|d', 'paid', /None of the tables/],
    [
      'data:\n  predic|tions: reports/kpi.csv',
      'predictions',
      /A file of predictions.*a path, or a path with/s,
    ],
    ['data:\n  table: data/none.parquet\n  time: pai|d', 'paid', /No table could be read/],
    ['lint: { rules: { fit-before|-split: off } }', 'fit-before-split', /A5/],
    [
      'data: { table: data/train.csv, split: { column: fold, ro|les: { b: test } } }',
      'roles',
      /rows of a value are for/,
    ],
    [
      'data: { table: data/train.csv, split: { column: fold, roles: { site|-b: test } } }',
      'site-b',
      /Rows whose `fold` is `site-b`, for test/,
    ],
    ['stages:\n  trai|ning: {}', 'training', /of \d+ criteria met/],
    [
      'stages:\n  training:\n    criteria:\n      tuned-on|-validation: {}',
      'tuned-on-validation',
      /\*unknown\*: [^]*Evidence: /,
    ],
    ['stages: { nowhe|re: {} }', 'nowhere', /no such stage/],
    ['name: x\nstages: { training: { criteria: { a: { evidence: { field: nam|e } } } } }', 'name', /Says: x/],
    [
      'stages: { training: { criteria: { a: { evidence: { lint: leak|age } } } } }',
      'leakage',
      /Group of rules/,
    ],
    ['data: { splits: { tes|t: data/test.csv } }', 'test', /`data\/test\.csv`, for test/],
    // Broken, and still there
    ['metrics:\n  recall: { mi|n: 1\n  f1: {', 'min', /least value/],
    ['task: "bin|ary', 'binary', /kind of prediction/],
    ['metrics:\n\trecall:\n\t\tmi|n: 1', 'min', /least value/],
  ])('%j explains %j', async (source, word, expected) => {
    const hover = await manifest.ask(source, (language, open, at) => language.hover(open, at));
    expect(hover && textAt(marked(source).text, hover.range)).toBe(word);
    expect(hover?.markdown).toMatch(expected);
  });

  it.each([['# ta|sk: binary'], ['nobody-knows: |x'], ['name:  |  x'], ['|']])(
    '%j explains nothing',
    async source => {
      expect(await manifest.ask(source, (language, open, at) => language.hover(open, at))).toBeUndefined();
    },
  );

  it('draws no markup and no link of what files say', async () => {
    const files = {
      '/w/holdout.yaml': 'version: 1\nname: "[x](command:evil) **b**"\nlifecycle: nine-stage\n',
    };
    const source = `${files['/w/holdout.yaml']}stages: { training: { criteria: { a: { evidence: { field: na|me } } } } }`;
    const hover = await (await editor(files)).ask(source, (language, open, at) => language.hover(open, at));
    expect(hover?.markdown).toContain('\\[x\\]\\(command\\:evil\\) \\*\\*b\\*\\*');
  });
});

describe('going to where a word comes from', () => {
  const placed = ({ file, range }: Place, text?: string): string =>
    `${file}:${range.start.line + 1}${text === undefined ? '' : ` ${textAt(text, range)}`}`;

  it.each([
    ['metrics:\n  recall: {}\n  a: { expr: "1 - rec|all" }', ['/w/holdout.yaml:2']],
    ['fairness: { metric: rec|all }\nmetrics:\n  recall: {}', ['/w/holdout.yaml:3']],
    ['metrics:\n  a: { expr: f|1 }', ['/w/reports/a.json:1']],
    ['runs: [./reports/a|.json]', ['/w/reports/a.json:1']],
    ['runs: [reports/no|ne.json]', []],
    ['runs: [../reports/a|.json]', []],
    ['runs: [rep|orts]', []],
    ['metrics: { a: { from: reports/kpi.csv#charge|back_rate } }', ['/w/reports/kpi.csv:1']],
    ['metrics: { a: { from: reports/kp|i.csv#chargeback_rate } }', ['/w/reports/kpi.csv:1']],
    ['data:\n  table: data/train.csv\n  time: paid|_at', ['/w/data/train.csv:1']],
    ['data: { splits: { te: data/test.csv } }\nmetrics: { a: { split: t|e } }', ['/w/holdout.yaml:1']],
    [
      'name: x\nstages: { training: { criteria: { a: { evidence: { field: nam|e } } } } }',
      ['/w/holdout.yaml:1'],
    ],
    ['lifecycle: "our lifecycle|.yaml"', ['/w/our lifecycle.yaml:1']],
    ['task: bin|ary', []],
  ])('%j comes from %j', async (source, expected) => {
    const places = await manifest.ask(source, (language, open, at) => language.definition(open, at));
    expect(places.map(place => placed(place))).toEqual(expected);
  });

  it('finds every mention of a metric', async () => {
    const source =
      'metrics:\n  rec|all: {}\n  a: { expr: "recall - `recall`[split=test]" }\nfairness: { metric: recall }';
    const places = await manifest.ask(source, (language, open, at) => language.references(open, at));
    expect(places.map(place => placed(place, marked(source).text))).toEqual([
      '/w/holdout.yaml:2 recall',
      '/w/holdout.yaml:3 recall',
      '/w/holdout.yaml:3 `recall`',
      '/w/holdout.yaml:4 recall',
    ]);
  });

  it('links paths that lead to a file', async () => {
    const text =
      'runs: [reports/a.json, reports/none.json, "reports/*.json", ../x]\ndata: { table: data/train.csv }\n';
    const links = await manifest.language.links(manifest.open(text));
    expect(links.map(({ range, file }) => [textAt(text, range), file])).toEqual([
      ['reports/a.json', '/w/reports/a.json'],
      ['data/train.csv', '/w/data/train.csv'],
    ]);
  });
});

const OWN = {
  ...FILES,
  '/w/holdout.yaml': 'version: 1\nname: x\nlifecycle: ./ours.yaml\nmetrics:\n  recall: { min: 0.8 }\n',
  '/w/ours.yaml':
    'id: ours\ntitle: Ours\nstages:\n  - id: idea\n    title: Idea\n    criteria:\n      - { id: good, ask: Good?, evidence: { metric: recall } }\n  - id: end\n    title: End\n    returns_to: idea\n    criteria: []\n',
};

describe('a lifecycle of the project', () => {
  it('is where stages and criteria come from', async () => {
    const source = `${OWN['/w/holdout.yaml']}stages:\n  idea:\n    criteria:\n      go|od: {}`;
    const [place] = await (
      await editor(OWN)
    ).ask(source, (language, open, at) => language.definition(open, at));
    expect(place && [place.file, textAt(OWN['/w/ours.yaml'], place.range)]).toEqual(['/w/ours.yaml', 'good']);
    const inLifecycle = OWN['/w/ours.yaml'].replace('returns_to: idea', 'returns_to: id|ea');
    const [stage] = await (
      await editor(OWN, '/w/ours.yaml')
    ).ask(inLifecycle, (language, open, at) => language.definition(open, at));
    expect(stage?.range.start.line).toBe(3);
  });

  it('shows its own mistakes, and they are not those of the manifest', async () => {
    const text = OWN['/w/ours.yaml'].replace('returns_to: idea', 'returns_to: ide');
    const inLifecycle = await editor(OWN, '/w/ours.yaml');
    const problems = await inLifecycle.language.problems({ file: '/w/ours.yaml', text });
    expect(problems?.map(({ code }) => code)).toEqual(['unknown-stage']);
    expect(await inLifecycle.language.problems({ file: '/w/ours.yaml', text: OWN['/w/ours.yaml'] })).toEqual(
      [],
    );
    expect(await inLifecycle.language.problems({ file: '/w/docker-compose.yaml', text })).toBeUndefined();
  });
});

describe('the outline', () => {
  const drawn = (symbols: readonly FileSymbol[], depth = 0): string[] =>
    symbols.flatMap(({ name, kind, children }) => [
      `${'  '.repeat(depth)}${kind} ${name}`,
      ...drawn(children, depth + 1),
    ]);

  it('shows sections, metrics, splits, and stages with their criteria', async () => {
    const text =
      'name: x\ndata: { splits: { train: a.csv } }\nmetrics:\n  recall: { min: 1 }\nstages:\n  training:\n    weeks: 1\n    criteria:\n      a: { done: 2026-01-01 }\n';
    expect(drawn(await manifest.language.symbols(manifest.open(text)))).toEqual([
      'section name',
      'section data',
      '  field splits',
      '    split train',
      'section metrics',
      '  metric recall',
      'section stages',
      '  stage training',
      '    field weeks',
      '    criterion a',
    ]);
    const inLifecycle = await editor(OWN, '/w/ours.yaml');
    expect(drawn(await inLifecycle.language.symbols(inLifecycle.open(OWN['/w/ours.yaml'])))).toEqual([
      'section id',
      'section title',
      'section stages',
      '  stage idea',
      '    field id',
      '    field title',
      '    criterion good',
      '  stage end',
      '    field id',
      '    field title',
      '    field returns_to',
    ]);
  });
});

describe('lenses', () => {
  const lenses = async (text: string): Promise<readonly string[]> =>
    (await manifest.language.lenses(manifest.open(text))).map(
      ({ range, title }) => `${textAt(text, range)}: ${title}`,
    );

  it('say how stages and metrics stand', async () => {
    const files = { ...FILES, '/w/holdout.yaml': `${SAVED}stages:\n  training: {}\n  nowhere: {}\n` };
    const own = await editor(files);
    const text = files['/w/holdout.yaml'];
    const found = await own.language.lenses(own.open(text));
    expect(found.map(({ range, title }) => `${textAt(text, range)}: ${title}`)).toEqual([
      'recall: 0.83 on test: meets >= 0.8',
      'val/loss: No value: the report says why',
      expect.stringMatching(/^training: Not started: 0 of \d+ criteria met$/),
    ]);
    expect(found.map(({ shows }) => shows.kind)).toEqual(['report', 'report', 'stage']);
  });

  it('say that they do not know, where what they are about has changed since it was saved', async () => {
    expect(await lenses(SAVED.replace('min: 0.8', 'min: 0.9'))).toEqual([
      'recall: Changed: save to see how it stands',
      'val/loss: No value: the report says why',
    ]);
    expect(await lenses(`# moved\n\n${SAVED}`)).toEqual(await lenses(SAVED));
  });

  it('are none for a manifest that was never saved', async () => {
    const own = await editor({});
    expect(await own.language.lenses(own.open(SAVED))).toEqual([]);
  });
});

describe('renaming a metric', () => {
  async function renamed(source: string, newName: string): Promise<string> {
    const result = await manifest.ask(source, (language, open, at) => language.rename(open, at, newName));
    return result.ok ? applyAll(marked(source).text, result.value) : result.failure;
  }

  it.each([
    ['metrics:\n  rec|all: {}\n', 'tpr', 'metrics:\n  tpr: {}\n'],
    [
      'metrics:\n  recall: {}\n  a: { expr: "1 - re|call[split=test]" }\n',
      'tpr',
      'metrics:\n  tpr: {}\n  a: { expr: "1 - tpr[split=test]" }\n',
    ],
    [
      'metrics:\n  rec|all: {}\n  a: { expr: recall - recall }\n',
      'val/loss',
      'metrics:\n  val/loss: {}\n  a: { expr: "`val/loss` - `val/loss`" }\n',
    ],
    [
      'metrics:\n  "mAP50(|B)": {}\n  a: { expr: "1 - `mAP50(B)`" }\n',
      'map',
      'metrics:\n  "map": {}\n  a: { expr: "1 - map" }\n',
    ],
    [
      "metrics:\n  'a b|': {}\nfairness: { metric: a b }\n",
      "it's",
      "metrics:\n  'it''s': {}\nfairness: { metric: it's }\n",
    ],
    [
      'metrics:\n  a: {}  # keep\n  b: { expr: "abs(`|a`)" }\n',
      'x, y',
      'metrics:\n  "x, y": {}  # keep\n  b: { expr: "abs(`x, y`)" }\n',
    ],
    ['metrics: { rec|all: {}, f1: {} }', 'f1', 'There is a metric `f1` already.'],
    ['metrics: { rec|all: {} }', '  ', 'A metric needs a name of one line, without backticks.'],
    [
      'metrics: { a: { expr: f|1 } }',
      'g',
      '`f1` is a name of the runs, not of the manifest: rename it where it is written.',
    ],
    ['ta|sk: binary', 'g', 'Only metrics of the manifest can be renamed here.'],
  ])('in %j to %j', async (source, newName, expected) => {
    expect(await renamed(source, newName)).toBe(expected);
  });

  it('selects the name without its quotes or backticks', async () => {
    for (const source of ['metrics: { "a |b": {} }', 'metrics: { a b: {}, c: { expr: "`a |b`" } }']) {
      const prepared = await manifest.ask(source, (language, open, at) => language.prepareRename(open, at));
      expect(prepared.ok && textAt(marked(source).text, prepared.value.range)).toBe('a b');
    }
  });

  it('reaches into the lifecycle of the project, and from there back', async () => {
    const inLifecycle = await editor(OWN, '/w/ours.yaml');
    const source = OWN['/w/ours.yaml'].replace('metric: recall', 'metric: re|call');
    const result = await inLifecycle.ask(source, (language, open, at) => language.rename(open, at, 'tpr'));
    expect(result.ok && result.value.map(({ place, newText }) => [place.file, newText])).toEqual([
      ['/w/ours.yaml', 'tpr'],
      ['/w/holdout.yaml', 'tpr'],
    ]);
  });
});

function applyAll(
  text: string,
  edits: readonly { readonly place: Place; readonly newText: string }[],
): string {
  const { offsetAt } = lineIndex(text);
  return [...edits]
    .sort((a, b) => offsetAt(b.place.range.start) - offsetAt(a.place.range.start))
    .reduce(
      (result, { place: { range }, newText }) =>
        result.slice(0, offsetAt(range.start)) + newText + result.slice(offsetAt(range.end)),
      text,
    );
}

describe('fixes', () => {
  it.each([
    ['name: a # one\nname: b # two\nowner: c\n', 'Remove this second `name`', 'name: a # one\nowner: c\n'],
    ['metrics: { a: { min: 1, min: 2 } }', 'Remove this second `min`', 'metrics: { a: { min: 1 } }'],
    [
      'metrics: { a: { min: 1, min: 2, unit: s } }',
      'Remove this second `min`',
      'metrics: { a: { min: 1, unit: s } }',
    ],
    ['nonsense:\n  - a\n  - b\nname: x\n', 'Remove `nonsense`', 'name: x\n'],
    [
      'stages:\n  training:\n    criteria:\n      # why\n      nobody-knows: { done: 2026-01-01, by: x }\n    weeks: 1\n',
      'Drop this override of `nobody-knows`',
      'stages:\n  training:\n    criteria:\n      # why\n    weeks: 1\n',
    ],
    [
      'stages: { training: { criteria: { a: { ask: b, evidence: { field: name, sections: [x] } } } } }',
      'Remove `sections`',
      'stages: { training: { criteria: { a: { ask: b, evidence: { field: name } } } } }',
    ],
    ['name: x\nlifecycle: nine-stage\n', 'Add `version`', 'version: 1\nname: x\nlifecycle: nine-stage\n'],
    [
      'version: 1\r\nlifecycle: nine-stage\r\n',
      'Add `name`',
      'name: TODO\r\nversion: 1\r\nlifecycle: nine-stage\r\n',
    ],
    ['version: 1\nname: x\nlifecycle:\n', 'Add `lifecycle`', 'version: 1\nname: x\nlifecycle: nine-stage\n'],
    [
      'data:\n  predictions: { y_true: a }\n',
      'Add `path`',
      'data:\n  predictions: { path: TODO, y_true: a }\n',
    ],
    ['', 'Begin with version, name and lifecycle', 'version: 1\nname: TODO\nlifecycle: nine-stage\n'],
  ])('mend %j: %s', async (text, title, expected) => {
    const open = manifest.open(text);
    const problems = (await manifest.language.problems(open)) ?? [];
    const fixes = (await Promise.all(problems.map(problem => manifest.language.fixes(open, problem)))).flat();
    const fix = fixes.find(one => one.title === title);
    expect(
      fix ? fix.edits.reduce((before, edit) => replaced(before, edit), text) : fixes.map(one => one.title),
    ).toBe(expected);
  });

  it('write no date for anybody', async () => {
    const open = manifest.open(
      'version: 1\nname: x\nlifecycle: nine-stage\nstages: { training: { signed_off: { by: me } } }',
    );
    const [problem] = (await manifest.language.problems(open)) ?? [];
    expect(problem?.message).toContain('signed_off.on');
    expect(problem && (await manifest.language.fixes(open, problem))).toEqual([]);
  });

  const replaced = (text: string, edit: { readonly range: Range; readonly newText: string }): string =>
    applyAll(text, [{ place: { file: '', range: edit.range }, newText: edit.newText }]);
});

describe('a file that a criterion asks for', () => {
  const newFiles = (source: string) =>
    manifest.ask(source, (language, open, at) => language.newFiles(open, at));
  const asking = (evidence: string): string =>
    `version: 1\nname: x\nlifecycle: nine-stage\nstages: { training: { criteria: { sco|pe: { ask: Is it?, evidence: ${evidence} } } } }`;

  it('is begun with the headings that it must have, and counts for nothing yet', async () => {
    expect(await newFiles(asking('{ file: docs/new-scope.md, sections: [MVP, Out of scope] }'))).toEqual([
      {
        title: 'Create docs/new-scope.md',
        file: '/w/docs/new-scope.md',
        content: '# New scope\n\n## MVP\n\nTODO\n\n## Out of scope\n\nTODO\n',
      },
    ]);
  });

  it.each([
    ['{ file: docs/scope.md }'],
    ['{ file: ../new.md }'],
    ['{ file: "docs/*.md" }'],
    ['{ file: model.pkl }'],
    ['{ manual: true }'],
  ])('is not offered for %s', async evidence => {
    expect(await newFiles(asking(evidence))).toEqual([]);
  });
});
