import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NO_DECLARATIONS } from '../../../src/base/declarations';
import type { ModuleSource, Segment } from '../../../src/base/source';
import { scriptSource } from '../../../src/base/source';
import type { Fact } from '../../../src/python/flow/facts';
import { Interning } from '../../../src/python/flow/interning';
import type { LintOptions } from '../../../src/rules/lint';
import { lint } from '../../../src/rules/lint';
import type { KeptLint } from '../../../src/rules/relint';
import { lintAgain } from '../../../src/rules/relint';
import { filesUnder, readText } from '../../support/sources';

const OPTIONS: LintOptions = { severities: new Map(), declarations: NO_DECLARATIONS };
const scripts = filesUnder('test/fixtures/rules', '.py').map(readText);

/** A notebook's cells, or a script as one cell. */
interface Version {
  readonly form: ModuleSource['kind'];
  readonly cells: readonly string[];
}

type Edit = (version: Version) => Version;

/** What people type, and what breaks the most. */
const TYPED = [
  ...['x', ' ', '\n', '    ', '(', ')', '"', "'''", '#', '=', ':', '\\\n', 'f"{', ':=', '.fit(', '# %%\n'],
  ...['def f(df):\n    return df\n', 'else:\n', 'try:\n', 'except E, e:\n', 'print "a"\n', 'raise\n', '@'],
  ...[
    'df = df.dropna()\n',
    'from sklearn.preprocessing import *\n',
    'global df\n',
    'import helper\n',
    '%%time\n',
  ],
  ...['scaler = StandardScaler()\n', 'train_test_split(', '[x for x in y]', 'df = None\n', 'del df\n'],
];

/** What changes nothing below, or nearly so. */
const ASIDE = [
  ...['# a comment', 'print(df.head())', 'df.describe()', 'plt.plot(y_test)', 'plt.title("a")', 'len(df)'],
  ...[
    'x = 1',
    'y_pred = model.predict(X_test)',
    'df["n"].hist()',
    'pd.read_csv("a.csv").head()',
    'lambda x: x',
  ],
];
/** Variables that come and go, are read and set anew. */
const VARIABLES = [
  ...[
    'n = df.mean()',
    'n = df',
    'n = X_test',
    'n',
    'print(n)',
    'n = n + 1',
    'del n',
    'df = n',
    'X = n',
    'model.fit(n, n)',
  ],
  ...[
    'if a:\n    n = X',
    'for n in df:\n    pass',
    'def n(x):\n    return n',
    'n = scaler.fit_transform(X)',
    'y_test = n',
  ],
  ...[
    'class n:\n    pass',
    'def f():\n    return n',
    'f()',
    'n = lambda: X',
    'try:\n    n = 1\nexcept E:\n    pass',
  ],
];
const AT_LINE_END = ['x', ' ', '  # c', '.head()', ', x', ')', ';', '; x'];

const place = fc.double({ min: 0, max: 1, noNaN: true });

const changeText = (change: (text: string) => string, at: number): Edit => {
  return ({ form, cells }) => {
    const index = Math.min(cells.length - 1, Math.floor(at * cells.length));
    return { form, cells: cells.map((cell, i) => (i === index ? change(cell) : cell)) };
  };
};
const changeLines = (change: (lines: string[]) => void, at: number): Edit =>
  changeText(text => {
    const lines = text.split('\n');
    change(lines);
    return lines.join('\n');
  }, at);
const changeCells =
  (change: (cells: string[]) => void): Edit =>
  ({ form, cells }) => {
    const changed = [...cells];
    if (form === 'notebook') change(changed);
    return { form, cells: changed };
  };
const pick = (share: number, length: number): number => Math.floor(share * length);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, place, fc.constantFrom(...TYPED)).map(([cell, at, typed]) =>
    changeText(text => {
      const offset = pick(at, text.length + 1);
      return text.slice(0, offset) + typed + text.slice(offset);
    }, cell),
  ),
  fc.tuple(place, place, fc.nat(5)).map(([cell, at, count]) =>
    changeText(text => {
      const offset = pick(at, text.length + 1);
      return text.slice(0, offset) + text.slice(offset + count);
    }, cell),
  ),
  fc
    .tuple(place, place, fc.nat(3))
    .map(([cell, at, count]) => changeLines(lines => lines.splice(pick(at, lines.length), 1 + count), cell)),
  fc
    .tuple(place, place, fc.constantFrom(...TYPED))
    .map(([cell, at, typed]) => changeLines(lines => lines.splice(pick(at, lines.length), 0, typed), cell)),
  fc
    .tuple(place, place, place)
    .map(([cell, from, to]) =>
      changeLines(
        lines => lines.splice(pick(to, lines.length), 0, lines[pick(from, lines.length)] ?? ''),
        cell,
      ),
    ),
  fc
    .tuple(place, place, fc.constantFrom(...VARIABLES))
    .map(([cell, at, typed]) => changeLines(lines => lines.splice(pick(at, lines.length), 0, typed), cell)),
  fc
    .tuple(place, place, fc.constantFrom(...ASIDE))
    .map(([cell, at, typed]) => changeLines(lines => lines.splice(pick(at, lines.length), 0, typed), cell)),
  fc.tuple(place, place, fc.constantFrom(...AT_LINE_END)).map(([cell, at, typed]) =>
    changeLines(lines => {
      const line = pick(at, lines.length);
      lines[line] = `${lines[line] ?? ''}${typed}`;
    }, cell),
  ),
  fc.tuple(place, place, fc.constantFrom('z', ' ')).map(([cell, at, typed]) =>
    changeText(text => {
      const inside = [...text.matchAll(/["'#]/g)].map(({ index }) => index + 1);
      const offset = inside[pick(at, inside.length)] ?? 0;
      return text.slice(0, offset) + typed + text.slice(offset);
    }, cell),
  ),
  place.map(at => changeCells(cells => cells.length > 1 && cells.splice(pick(at, cells.length), 1))),
  fc
    .tuple(place, place)
    .map(([from, to]) =>
      changeCells(cells =>
        cells.splice(pick(to, cells.length), 0, ...cells.splice(pick(from, cells.length), 1)),
      ),
    ),
  fc.tuple(place, fc.constantFrom(...TYPED)).map(([at, typed]) =>
    changeCells(cells => {
      const index = pick(at, cells.length);
      const cell = cells[index] ?? '';
      const middle = cell.length >> 1;
      cells.splice(index, 1, cell.slice(0, middle), typed, cell.slice(middle));
    }),
  ),
);

function sourceOf({ form, cells }: Version): ModuleSource {
  if (form === 'script') return scriptSource('/project/script.py', cells.join('\n'));
  const segments: Segment[] = [];
  for (const cell of cells) {
    const start = (segments.at(-1)?.end ?? -1) + 1;
    segments.push({
      start,
      end: start + cell.length,
      cell: segments.length,
      executionCount: segments.length + 1,
    });
  }
  return { file: '/project/notebook.ipynb', kind: 'notebook', text: cells.join('\n'), segments };
}

function firstVersion(text: string, form: Version['form']): Version {
  return { form, cells: form === 'script' ? [text] : text.split(/\n{2,}/) };
}

/** Lints each version from what the one before it left, and compares with a lint from nothing. */
function checkAll(versions: readonly Version[], options: readonly LintOptions[] = [OPTIONS]): void {
  let kept: KeptLint | undefined;
  versions.forEach((version, i) => {
    const source = sourceOf(version);
    const given = options[i % options.length] ?? OPTIONS;
    const again = lintAgain(kept, source, given);
    kept = again.kept;
    expect(again.result).toEqual(lint(source, given));
  });
}

describe('a lint that goes on after an edit', () => {
  const program = fc.tuple(
    fc.constantFrom(...scripts),
    fc.constantFrom('script' as const, 'notebook' as const),
  );

  it('says what a new one says', () => {
    fc.assert(
      fc.property(program, fc.array(edits, { minLength: 1, maxLength: 8 }), ([text, form], all) => {
        const versions = [firstVersion(text, form)];
        for (const edit of all) versions.push(edit(versions.at(-1) ?? { form, cells: [''] }));
        // What was typed is taken away again.
        checkAll([...versions, ...versions.toReversed().slice(1)]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('says it of another version of the same modules, and of another budget', () => {
    const helper = (body: string): ModuleSource => scriptSource('/project/helper.py', body);
    const split = helper('from sklearn.model_selection import train_test_split\n');
    const scale = helper(
      'from sklearn.preprocessing import StandardScaler\ndef prepare(x):\n    return StandardScaler().fit_transform(x)\n',
    );
    const text = [
      'import pandas as pd',
      'from sklearn.linear_model import LogisticRegression',
      'from sklearn.model_selection import train_test_split',
      'df = pd.read_csv("a.csv")',
      'from helper import prepare',
      'x = prepare(df[["a"]])',
      'x_train, x_test, y_train, y_test = train_test_split(x, df["y"])',
      'print(LogisticRegression().fit(x_train, y_train).score(x_test, y_test))',
    ].join('\n');
    const options = [split, scale, scale, undefined].flatMap(module => [
      { ...OPTIONS, resolve: (name: string) => (name === 'helper' ? module : undefined) },
      { ...OPTIONS, resolve: (name: string) => (name === 'helper' ? module : undefined), maxSteps: 12 },
    ]);
    checkAll(
      options.map(() => firstVersion(text, 'script')),
      options,
    );
    checkAll(
      [...options, ...options].map((_, i) => firstVersion(`${text}\nprint(${i})`, 'script')),
      options.filter(one => !('maxSteps' in one)),
    );
  });

  it('stands where nothing below rests on what was edited', () => {
    const text = ['import pandas as pd', 'df = pd.read_csv("a.csv")', 'print(df.shape)', 'print(df.mean())'];
    const typed = (line: number, more: string): ModuleSource =>
      scriptSource('/a.py', text.map((one, i) => (i === line ? one + more : one)).join('\n'));
    const versions = [
      typed(2, ''),
      typed(2, ' '),
      ...[typed(2, '  # how many'), typed(2, ''), typed(2, '; 1'), typed(2, '')],
      ...[typed(1, '  # rows'), typed(1, ''), typed(1, '.dropna()'), typed(1, '.dropna() ')],
    ];
    let kept: KeptLint | undefined;
    const stood = versions.map(version => {
      const again = lintAgain(kept, version, OPTIONS);
      kept = again.kept;
      return again.stood;
    });
    expect(stood).toEqual([false, false, true, true, true, true, true, true, false, true]);
  });

  it('does not try out another body of a function, and stands where only a comment is other', () => {
    const text = (body: string): ModuleSource =>
      scriptSource('/a.py', `import pandas as pd\ndef f(df):\n    return ${body}\nf(pd.read_csv("a.csv"))\n`);
    const tried = vi.spyOn(Interning.prototype, 'isTriedOut');
    let kept: KeptLint | undefined;
    const stood = ['df', 'df', 'df.T', 'df.T  # turned', 'df.T + 1'].map(body => {
      const again = lintAgain(kept, text(body), OPTIONS);
      kept = again.kept;
      expect(again.result).toEqual(lint(text(body), OPTIONS));
      return [again.stood, tried.mock.calls.length];
    });
    tried.mockRestore();
    expect(stood.map(([stands]) => stands)).toEqual([false, false, false, true, false]);
    expect(stood.map(([, trials]) => trials)).toEqual([0, 0, 0, 1, 1]);
  });

  it('reads again what is written to another file', () => {
    const text = (file: string): string => `
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("a.csv")
scaled = df.copy()
scaled[["a"]] = StandardScaler().fit_transform(df[["a"]])
scaled.to_csv("${file}.csv", index=False)
data = pd.read_csv("scaled.csv")
x_train, x_test, y_train, y_test = train_test_split(data[["a"]], data["y"])
print(LogisticRegression().fit(x_train, y_train).score(x_test, y_test))
`;
    expect(lint(scriptSource('/a.py', text('scaled')), OPTIONS).findings).toHaveLength(1);
    const files = ['scaled', 'scaled', 'other', 'scaled', 's', 'scaled'];
    checkAll(files.map(file => firstVersion(text(file), 'script')));
  });

  it('does not do again what stands above the edit', () => {
    const text = scripts.slice(0, 8).join('\n');
    let kept: KeptLint | undefined;
    const factsAfter = (version: string): readonly Fact[] => {
      kept = lintAgain(kept, scriptSource('/a.py', version), OPTIONS).kept;
      return kept.analysed?.resumable.machine.facts.slice(0, 8) ?? [];
    };
    expect(factsAfter(text)).toEqual([]);
    const facts = factsAfter(`${text}\nprint(1)\n`);
    expect(facts.length).toBe(8);
    factsAfter(`${text}\nprint(12)\n`).forEach((fact, i) => {
      expect(fact).toBe(facts[i]);
    });
  });
});
