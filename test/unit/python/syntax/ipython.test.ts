import { describe, expect, it } from 'vitest';
import type { Stmt } from '../../../../src/python/syntax/ast';
import { parse } from '../../../../src/python/syntax/parse';
import { outlineWithMessages } from './outline';

function only(text: string): Stmt | undefined {
  const { module, problems } = parse(text, { notebook: true });
  expect(problems).toEqual([]);
  expect(module.body).toHaveLength(1);
  return module.body[0];
}

describe("IPython's lines", () => {
  it.each([
    ['%matplotlib inline\n', { name: 'matplotlib', args: 'inline', cell: false, body: [] }],
    ['%load_ext a.b\n', { name: 'load_ext', args: 'a.b' }],
    ['%config X.y = 1 \\\n  + 2\n', { name: 'config', end: 23 }],
    ['% time x\n', { name: 'time', args: 'x', body: [{ value: { id: 'x' } }] }],
    ['%time model.fit(X)\n', { name: 'time', args: 'model.fit(X)', body: [{ value: { func: {} } }] }],
    ['%time x = f(1)\n', { body: [{ targets: [{ id: 'x' }] }] }],
    [
      '%timeit -n 10 -r3 f(x)\n',
      { name: 'timeit', args: '-n 10 -r3 f(x)', body: [{ value: { func: { id: 'f' } } }] },
    ],
    ['%timeit -x\n', { name: 'timeit' }],
    ['%time\n', { name: 'time', body: [] }],
    ['!pip install -q x\n', { command: 'pip install -q x' }],
    ['!!ls\n', { command: 'ls' }],
    ['!a \\\n  b\n', { end: 8 }],
    ['df?\n', { subject: 'df' }],
    ['df.head??\n', { subject: 'df.head' }],
    ['?df\n', { subject: 'df' }],
    ['??df\n', { subject: 'df' }],
    ['np.*load*?\n', { subject: 'np.*load*' }],
    ['pip install x\n', { name: 'pip', args: 'install x' }],
    ['cd ..\n', { name: 'cd', args: '..' }],
    ['files = !ls *.csv\n', { targets: [{ id: 'files' }], value: { marker: '!', text: 'ls *.csv' } }],
    ['x = %who_ls int\n', { value: { marker: '%', text: 'who_ls int' } }],
    ['a = b = !ls\n', { targets: [{}, {}], value: { marker: '!' } }],
    ['%%time\nx = 1\ny\n', { cell: true, name: 'time', args: '', body: [{}, { value: { id: 'y' } }] }],
    ['%%capture out --no-stderr\nx\n', { cell: true, args: 'out --no-stderr', body: [{}] }],
    ['%%bash\nls | grep (\nif x\n', { cell: true, name: 'bash', body: [], end: 24 }],
    ['%%writefile a.py\ndef f(\n', { cell: true, name: 'writefile', args: 'a.py', body: [] }],
    ['plt.show();\n', { silent: true }],
    ['plt.show()\n', { silent: false }],
  ])('%j', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  it('stand in blocks, too', () => {
    expect(
      outlineWithMessages('for x in y:\n    %time f(x)\n    !ls\n    g(x)\nh\n', { notebook: true }),
    ).toEqual([
      'For for x in y:',
      '  Magic %time f(x)',
      '    ExprStmt f(x)',
      '  Shell !ls',
      '  ExprStmt g(x)',
      'ExprStmt h',
    ]);
  });

  it('are no operators, and operators are no magics', () => {
    const text = 'x = (a\n% b)\ny = a \\\n% b\nz %= 1\ncat = ls\npip in x\nif x != y: z\n';
    expect(outlineWithMessages(text, { notebook: true })).toEqual([
      'Assign x = (a',
      'Assign y = a \\',
      'AugAssign z %= 1',
      'Assign cat = ls',
      'ExprStmt pip in x',
      'If if x != y: z',
      '  ExprStmt z',
    ]);
  });

  it('are known in a script, where they are a mistake', () => {
    expect(outlineWithMessages('%matplotlib inline\nx = 1\n')).toEqual([
      'Magic %matplotlib inline',
      'Assign x = 1',
      '! This line is for notebooks: plain Python cannot run it.',
    ]);
  });

  it('do not turn names of commands into magics in a script', () => {
    expect(parse('pip install x\n').module.body).toHaveLength(2);
  });
});

describe('a cell that is indented as a whole', () => {
  it('is read without its margin, as IPython does', () => {
    const text = '\n    model.add(a)\n    if b:\n        c\n    d\ne\n';
    expect(outlineWithMessages(text, { notebook: true })).toEqual([
      'ExprStmt model.add(a)',
      'If if b:',
      '  ExprStmt c',
      'ExprStmt d',
      'ExprStmt e',
    ]);
  });

  it('has no margin where its first line has none', () => {
    const text = '# a comment\n  x = 1\n';
    expect(outlineWithMessages(text, { notebook: true })).toContainEqual(expect.stringMatching(/^!/));
  });

  it('is a mistake in a script', () => {
    expect(outlineWithMessages('  x = 1\n')).toContainEqual(expect.stringMatching(/^!/));
  });
});
