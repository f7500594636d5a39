import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin } from '../../../src/extension/panels/inside';
import { decodeFromPage, decodePageState } from '../../../src/protocol/webview';

const range = { start: { line: 1, column: 2 }, end: { line: 1, column: 9 } };

describe('messages of a page', () => {
  it('are read', () => {
    expect(decodeFromPage({ type: 'ready' })).toEqual({ type: 'ready' });
    const place = { file: '/ada/metrics.json', range };
    expect(decodeFromPage({ type: 'open', place })).toEqual({ type: 'open', place });
    expect(decodeFromPage({ type: 'open', place: { ...place, cell: 3 } })).toEqual({
      type: 'open',
      place: { ...place, cell: 3 },
    });
  });

  it.each([
    undefined,
    'ready',
    { type: 'run', command: 'rm' },
    { type: 'open' },
    { type: 'open', place: { file: 7, range } },
    { type: 'open', place: { file: '/a', range: { start: range.start } } },
    { type: 'open', place: { file: '/a', range: { start: { line: -1, column: 0 }, end: range.end } } },
    { type: 'open', place: { file: '/a', range: { start: { line: 0.5, column: 0 }, end: range.end } } },
    { type: 'open', place: { file: '/a', range, cell: '1' } },
  ])('are dropped where they are not ours: %j', message => {
    expect(decodeFromPage(message)).toBeUndefined();
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), message => {
        decodeFromPage(message);
        decodePageState(message);
      }),
    );
  });
});

describe('the state of a restored page', () => {
  it('names its project', () => {
    expect(decodePageState({ project: '/ada/holdout.yaml', tab: 'overview' })?.project).toBe(
      '/ada/holdout.yaml',
    );
    expect(decodePageState({ tab: 'overview' })).toBeUndefined();
    expect(decodePageState(null)).toBeUndefined();
  });
});

describe('a place that a page may open', () => {
  it.each([
    ['/ada', '/ada/a/b.json', true],
    ['/ada', '/ada/a/../b.json', true],
    ['/ada', '/ada/..hidden', true],
    ['/ada', '/ada/../etc/passwd', false],
    ['/ada', '/workshop/a', false],
    ['/ada', '/ada', false],
    ['/ada', 'a.json', false],
  ])('in %s: %s is %s', (folder, file, expected) => {
    expect(isWithin(folder, file)).toBe(expected);
  });
});

describe('what a page hands over', () => {
  const picture = { name: 'roc-curve', format: 'svg', data: '<svg/>' };

  it('pictures and text', () => {
    expect(decodeFromPage({ type: 'save', picture })).toEqual({ type: 'save', picture });
    expect(decodeFromPage({ type: 'copy', text: '| a |' })).toEqual({ type: 'copy', text: '| a |' });
  });

  it.each([
    ['a name that is a path', { ...picture, name: '../roc' }],
    ['a name with an ending', { ...picture, name: 'roc.exe' }],
    ['no name', { ...picture, name: '' }],
    ['another format', { ...picture, format: 'html' }],
    ['too much', { ...picture, data: 'x'.repeat(20_000_001) }],
  ])('not %s', (_, wrong) => {
    expect(decodeFromPage({ type: 'save', picture: wrong })).toBeUndefined();
  });

  it('no text that is too long', () => {
    expect(decodeFromPage({ type: 'copy', text: 'x'.repeat(20_000_001) })).toBeUndefined();
  });
});
