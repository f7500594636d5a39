import { describe, expect, it } from 'vitest';
import type { NotebookRead } from '../../../src/notebook/ipynb';
import { readNotebook } from '../../../src/notebook/ipynb';

const code = (source: unknown, execution_count: unknown = null) => ({
  cell_type: 'code',
  source,
  execution_count,
  metadata: {},
  outputs: [],
});

function read(notebook: unknown): NotebookRead {
  return readNotebook('/p/n.ipynb', JSON.stringify(notebook));
}

/** A notebook of these cells, with these other fields. */
function cells(list: unknown, rest: object = {}): NotebookRead {
  return read({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: list, ...rest });
}

function failure(result: NotebookRead): string {
  return result.ok ? 'was read' : `${result.failure.kind}: ${result.failure.message}`;
}

describe('a notebook', () => {
  it('is its code cells, joined by line feeds; segments count all cells', () => {
    const result = cells([
      { cell_type: 'markdown', source: '# Title' },
      code(['a = 1\n', 'b = 2'], 3),
      { cell_type: 'raw', source: 'raw' },
      code('', null),
      code('c\n', 1),
    ]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        file: '/p/n.ipynb',
        kind: 'notebook',
        text: 'a = 1\nb = 2\n\nc\n',
        segments: [
          { start: 0, end: 11, cell: 1, executionCount: 3 },
          { start: 12, end: 12, cell: 3, executionCount: null },
          { start: 13, end: 15, cell: 4, executionCount: 1 },
        ],
      },
      problems: [],
    });
    expect(result.ok && result.cells.map(({ kind }) => kind)).toEqual([
      'markdown',
      'code',
      'raw',
      'code',
      'code',
    ]);
  });

  it('takes a count of 0 for none: such a cell was not run', () => {
    const result = cells([code('a = 1', 0)]);
    expect(result.ok && result.value.segments).toEqual([{ start: 0, end: 5, cell: 0, executionCount: null }]);
  });

  it('tells the tags of its cells, and which show an error', () => {
    const tagged = { ...code('a', 1), metadata: { tags: ['parameters', 7] } };
    const failed = { ...code('b', 2), outputs: [{ output_type: 'stream' }, { output_type: 'error' }] };
    expect(cells([tagged, failed])).toMatchObject({
      value: {
        segments: [
          { cell: 0, tags: ['parameters'] },
          { cell: 1, failed: true },
        ],
      },
    });
  });

  it('tells which cells show something, unless its outputs were taken out', () => {
    const printed = { ...code('a', 1), outputs: [{ output_type: 'stream', name: 'stdout' }] };
    const warned = { ...code('b', 2), outputs: [{ output_type: 'stream', name: 'stderr' }] };
    const silent = code('c', 3);
    expect(cells([printed, warned, silent])).toMatchObject({
      value: { segments: [{ shows: true }, { shows: false }, { shows: false }] },
    });
    const stripped = cells([silent]);
    expect(stripped.ok && stripped.value.segments[0]).not.toHaveProperty('shows');
  });

  it.each([
    ['no cells', []],
    ['Markdown only', [{ cell_type: 'markdown', source: 'x' }]],
  ])('with %s is empty', (_, list) => {
    expect(cells(list)).toMatchObject({ ok: true, value: { text: '', segments: [] }, problems: [] });
  });

  it('may begin with a byte order mark', () => {
    const text = '\ufeff' + JSON.stringify({ nbformat: 4, metadata: {}, cells: [code('x')] });
    expect(readNotebook('/p/n.ipynb', text)).toMatchObject({ ok: true, value: { text: 'x' } });
  });

  it('may have any line ends', () => {
    expect(cells([code('a\r\nb\rc'), code(['d\r\n', 'e'])])).toMatchObject({
      value: { text: 'a\nb\nc\nd\ne' },
    });
  });

  it('may be large', () => {
    const result = cells(Array.from({ length: 20_000 }, (_, i) => code(`x${i} = ${i}`, i)));
    expect(result.ok && result.value.segments.at(-1)).toMatchObject({ cell: 19_999, executionCount: 19_999 });
  });
});

describe('what is odd in a notebook is said', () => {
  it.each([
    ['a cell that is no object', [7, code('x')], 'Cell 0 is not an object and was left out.'],
    [
      'an unknown type',
      [{ cell_type: 'chart', source: 'x' }, code('x')],
      'Cell 0 has the unknown type "chart" and was left out.',
    ],
    [
      'a source that is no text',
      [code({ a: 1 }), code('x')],
      'The source of cell 0 is neither text nor a list of lines and was left out.',
    ],
    [
      'lines that are no text',
      [code(['a', 1]), code('x')],
      'The source of cell 0 is neither text nor a list of lines and was left out.',
    ],
  ])('%s', (_, list, problem) => {
    const result = cells(list);
    expect(result).toMatchObject({ ok: true, problems: [problem] });
    expect(result.ok && result.value.segments.at(-1)).toMatchObject({ cell: 1 });
    expect(result.ok && result.value.text.trim()).toBe('x');
  });

  it.each([undefined, null])('but not a source that is %s', source => {
    expect(cells([code(source)])).toMatchObject({ ok: true, value: { text: '' }, problems: [] });
  });

  it.each(['7', -1.5, true, {}, undefined])('nor an execution count of %j', count => {
    expect(cells([code('x', count)])).toMatchObject({ ok: true, problems: [] });
  });
});

describe('the language', () => {
  it.each([
    ['nothing', {}],
    ['no object', null],
    ['a kernelspec that is no object', { kernelspec: 'python3', language_info: [] }],
    ['names that are no text', { kernelspec: { name: 3 }, language_info: { name: null } }],
    ['Python', { kernelspec: { name: 'python3', language: 'python' }, language_info: { name: 'python' } }],
    ['IPython', { language_info: { name: 'ipython' } }],
    ['Python 2', { kernelspec: { language: 'python2' } }],
    ['a kernel of any other name', { kernelspec: { name: 'tf-gpu-env', display_name: 'TF' } }],
    [
      'a Python kernel whose info says python',
      { kernelspec: { name: 'ir' }, language_info: { name: 'Python' } },
    ],
  ])('is Python where the metadata say %s', (_, metadata) => {
    expect(cells([code('x')], { metadata })).toMatchObject({ ok: true });
  });

  it.each([
    ['R', { language_info: { name: 'R' } }],
    ['julia', { kernelspec: { name: 'julia-1.9', language: 'julia' } }],
    ['R', { kernelspec: { name: 'ir', display_name: 'R' } }],
    ['Scala', { kernelspec: { name: 'spylon-kernel' } }],
  ])('is %s where they say so', (language, metadata) => {
    expect(failure(cells([code('x')], { metadata }))).toBe(
      `other-language: This notebook is written in ${language}: only Python notebooks are analysed.`,
    );
  });
});

describe('what cannot be read says why', () => {
  const CUT = JSON.stringify({ nbformat: 4, metadata: {}, cells: [code('x')] }, null, 1);

  it.each([
    ['', 'not-json: This notebook is not JSON: the file is empty.'],
    [' \n', 'not-json: This notebook is not JSON: the file is empty.'],
    [
      '{\n "a": 1,\n "b" 2\n}',
      'not-json: This notebook is not JSON: line 3, column 6 is not as it should be.',
    ],
    [
      CUT.slice(0, -3),
      'not-json: This notebook is not JSON: it ends too early, on line 12; it may be cut short.',
    ],
    [
      '[]',
      'not-a-notebook: This file is no Jupyter notebook: it holds no object. Open it in Jupyter to see what it says.',
    ],
    [
      '{}',
      "not-a-notebook: This file is no Jupyter notebook: it has no list of 'cells'. Open it in Jupyter to see what it says.",
    ],
    [
      '{"nbformat": 4, "cells": {}}',
      "not-a-notebook: This file is no Jupyter notebook: it has no list of 'cells'. Open it in Jupyter to see what it says.",
    ],
  ])('%j', (text, expected) => {
    expect(failure(readNotebook('/p/n.ipynb', text))).toBe(expected);
  });

  it('but numbers that only Python writes are no reason', () => {
    const text = CUT.replace(
      '"metadata": {}',
      '"metadata": { "a": NaN, "b": -Infinity, "c": "NaN \\" Infinity" }',
    );
    const read = readNotebook('/p/n.ipynb', text);
    expect(read.ok && read.value.text).toBe('x');
  });

  it('tells where a merge conflict stands', () => {
    const text = '{\n "nbformat": 4,\n<<<<<<< HEAD\n "cells": []\n=======\n "cells": [1]\n>>>>>>> b\n}';
    expect(failure(readNotebook('/p/n.ipynb', text))).toBe(
      'not-json: This notebook is not JSON: line 3, column 1 is not as it should be. It holds the marks of a merge conflict.',
    );
  });

  it.each([[{ nbformat: 3, worksheets: [{ cells: [] }] }], [{ worksheets: [{ cells: [] }] }]])(
    'an old format: %j',
    notebook => {
      expect(failure(read(notebook))).toBe(
        'old-format: This notebook has the old format 3: open and save it in Jupyter, or run "jupyter nbconvert --to notebook --inplace" on it, to bring it to format 4.',
      );
    },
  );

  it('a newer format', () => {
    expect(failure(read({ nbformat: 5, cells: [] }))).toMatch(/^newer-format: .* format 5/);
  });
});
