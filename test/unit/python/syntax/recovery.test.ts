import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/python/syntax/parse';
import { outline, outlineWithMessages } from './outline';

const UNCLOSED_BRACKET = "! This '(' is never closed: add the closing bracket where it belongs.";
const UNCLOSED_STRING = '! This string is never closed: add the closing quote where it belongs.';

describe('a bracket that is never closed', () => {
  it('keeps to its line when a statement follows', () => {
    expect(outline('foo(\nx = 1\ny = 2\n')).toEqual([
      'ExprStmt foo(',
      'Assign x = 1',
      'Assign y = 2',
      "! 3: This '(' is never closed: add the closing bracket where it belongs.",
    ]);
  });

  it('keeps its arguments', () => {
    const { module } = parse('model.fit(X_train, y_train\nscore = model.score(X_test, y_test)\n');
    expect(module.body[0]).toMatchObject({
      value: { args: [{ value: { id: 'X_train' } }, { value: { id: 'y_train' } }] },
    });
  });

  it('ends at the indentation of its statement, not at a deeper line', () => {
    const text = 'def f():\n    x = foo(\n        a,\n        b\n    y = 1\n    return y\nz = 2\n';
    expect(outlineWithMessages(text)).toEqual([
      'FunctionDef def f():',
      '  Assign x = foo(',
      '  Assign y = 1',
      '  Return return y',
      'Assign z = 2',
      UNCLOSED_BRACKET,
    ]);
  });

  it('ends at a keyword that only a statement begins with', () => {
    expect(outlineWithMessages('x = foo(\n        import os\ny\n')).toEqual([
      'Assign x = foo(',
      'Import import os',
      'ExprStmt y',
      UNCLOSED_BRACKET,
      '! This line is indented deeper than the block that it belongs to: align it.',
    ]);
  });

  it('does not swallow what a closer of another kind closes later', () => {
    expect(outlineWithMessages('x = foo(a[1\ny = bar(2)\nz = q)\nw = 1\n')).toEqual([
      'Assign x = foo(a[1',
      'Assign y = bar(2)',
      'Assign z = q',
      'BadStatement )',
      'Assign w = 1',
      "! This '[' is never closed: add the closing bracket where it belongs.",
      "! ')' closes no bracket: delete it, or open one before it.",
    ]);
  });

  it('leaves the header of a class or function its block', () => {
    expect(outlineWithMessages('class A(:\n    def f(self:\n        pass\n    x = 1\n')).toEqual([
      'ClassDef class A(:',
      '  FunctionDef def f(self:',
      '    Pass pass',
      '  Assign x = 1',
      UNCLOSED_BRACKET,
      UNCLOSED_BRACKET,
    ]);
  });

  it('keeps blocks that end right before it', () => {
    expect(outlineWithMessages('if x:\n    y\n(\nz\n')).toEqual([
      'If if x:',
      '  ExprStmt y',
      'ExprStmt (',
      'ExprStmt z',
      UNCLOSED_BRACKET,
    ]);
  });

  it('is no matter when lines at column 0 are in order', () => {
    expect(outlineWithMessages('foo(\nx=1,\ny=2\n)\n')).toEqual(['ExprStmt foo(']);
  });
});

describe('a string that is never closed', () => {
  it.each([
    ['x = "abc\ny = 1\n', 'Assign x = "abc'],
    ['x = """abc\ny = 1\n', 'Assign x = """abc'],
    ['x = f"{a\ny = 1\n', 'Assign x = f"{a'],
    ['x = foo("abc)\ny = 1\n', 'Assign x = foo("abc)'],
  ])('%j ends with its line', (text, first) => {
    expect(outlineWithMessages(text)).toEqual([first, 'Assign y = 1', UNCLOSED_STRING]);
  });

  it('tells a field that is not closed from a string that is not', () => {
    expect(outlineWithMessages('x = f"{a"\ny = 1\n')).toEqual([
      'Assign x = f"{a"',
      'Assign y = 1',
      "! A '{' in this string is never closed: add the '}'.",
    ]);
  });
});

describe('half-typed code', () => {
  it.each([
    ['df.\nx = 1\n', ['ExprStmt df.', 'Assign x = 1', "! Expected the name of an attribute behind '.'."]],
    ['x = \ny\n', ['Assign x =', 'ExprStmt y', "! Expected a value behind '='."]],
    ['if x ==:\n    y\nz\n', ['If if x ==:', '  ExprStmt y', 'ExprStmt z', '! Expected an expression here.']],
    ['if x\n    y\nz\n', ['If if x', '  ExprStmt y', 'ExprStmt z', "! Expected ':' here."]],
    ['if x = 3:\n    y\n', ['If if x = 3:', '  ExprStmt y', "! Expected ':' here; to compare, write '=='."]],
    ['for\nx\n', ['For for', 'ExprStmt x', "! Expected a name behind 'for'."]],
    ['def\nx\n', ['FunctionDef def', 'ExprStmt x', '! Expected the name of a function here.']],
    ['from x import\ny\n', ['ImportFrom from x import', 'ExprStmt y', "! Expected a name behind 'import'."]],
    [
      'def f():\nreturn 1\n',
      ['FunctionDef def f():', 'Return return 1', '! Expected an indented block here.'],
    ],
    [
      '@dec\nx = 1\n',
      ['BadStatement @dec', 'Assign x = 1', '! Expected a function or class below its decorators.'],
    ],
    ['foo(a b, c)\n', ['ExprStmt foo(a b, c)', "! Expected ',' or ')' here."]],
    ['f() = 1\n', ['Assign f() = 1', "! 'f()' cannot be assigned to: write a name here."]],
  ])('%j', (text, expected) => {
    expect(outlineWithMessages(text)).toEqual(expected);
  });

  it('gives an attribute that is still to be typed an empty name', () => {
    const { module } = parse('x = df.\ny = 1\n');
    expect(module.body[0]).toMatchObject({
      value: { value: { id: 'df' }, attr: '', attrSpan: { start: 7, end: 7 } },
    });
  });

  it('goes on behind the comma after what is no argument', () => {
    const { module } = parse('f(a, ), b)\ng(1, +, c)\n');
    expect(module.body.at(-1)).toMatchObject({ value: { args: [{}, {}, { value: { id: 'c' } }] } });
  });

  it('keeps the expressions of what is no statement', () => {
    const { module } = parse('train X y\n');
    expect(module.body[1]).toMatchObject({ parts: [{ id: 'X' }, { id: 'y' }] });
  });

  it('reports one problem a line', () => {
    expect(parse('a b c ) d e\nf g\n').problems.map(({ start }) => start)).toEqual([2, 14]);
  });
});

describe('indentation that does not fit', () => {
  it('takes a line that is too deep as part of its block', () => {
    expect(outlineWithMessages('x\n    y\nz\n')).toEqual([
      'ExprStmt x',
      'ExprStmt y',
      'ExprStmt z',
      '! This line is indented deeper than the block that it belongs to: align it.',
    ]);
  });

  it('takes a line between two levels as the outer one', () => {
    expect(outlineWithMessages('if a:\n        x\n    y\nz\n')).toEqual([
      'If if a:',
      '  ExprStmt x',
      'ExprStmt y',
      'ExprStmt z',
      '! This line matches no outer level of indentation: align it with the block that it belongs to.',
    ]);
  });

  it('keeps the block of a header that belongs to nothing', () => {
    expect(outlineWithMessages('else:\n    x\ny\n')).toEqual([
      'BadStatement else:',
      'ExprStmt x',
      'ExprStmt y',
      "! 'else' belongs to no statement before it: check the indentation.",
    ]);
  });
});

describe('cells', () => {
  const cellsOf = (texts: readonly string[]) => {
    let start = 0;
    return texts.map(text => {
      const span = { start, end: start + text.length };
      start = span.end + 1;
      return span;
    });
  };

  it.each([
    ['an open bracket', 'f(a,', 'ExprStmt f(a,'],
    ['an open string', '"""', 'ExprStmt """'],
    ['an open block', 'if a:', 'If if a:'],
    ['a half statement', 'try:\n  a', 'Try try:'],
    ['a backslash', 'z = 1 \\', 'Assign z = 1'],
    ['a decorator', '@d', 'BadStatement @d'],
    ['a shell cell', '%%bash\nif (', 'Magic %%bash'],
    ['a carriage return', 'x = (\r', 'Assign x = ('],
  ])('%s does not reach the next one', (_, open, first) => {
    const cells = [open, '(y)', 'else_ = 1'];
    const lines = outline(cells.join('\n'), { notebook: true, cells: cellsOf(cells) });
    const statements = lines.filter(line => !line.startsWith('!') && !line.startsWith(' '));
    expect(statements).toEqual([first, 'ExprStmt (y)', 'Assign else_ = 1']);
  });

  it('do not continue statements of others', () => {
    const cells = ['if a:\n    b', 'else:\n    c'];
    const [, , third] = outline(cells.join('\n'), { notebook: true, cells: cellsOf(cells) });
    expect(third).toBe('BadStatement else:');
  });
});
