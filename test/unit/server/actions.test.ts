import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '../../../src/base/finding';
import type { Range } from '../../../src/base/place';
import type { EditorAction } from '../../../src/server/requests/actions';
import { actionsAt } from '../../../src/server/requests/actions';

const range = (line: number, start: number, end: number, lastLine = line): Range => ({
  start: { line, column: start },
  end: { line: lastLine, column: end },
});

const edit = (line: number, start: number, end: number, newText: string): Edit => ({
  place: { file: '/w/a.py', range: range(line, start, end) },
  newText,
});

function finding(line: number, extra: Partial<Finding> = {}): Finding {
  const place = { file: '/w/a.py', range: range(line, 4, 9) };
  return { rule: 'some-rule', code: 'A1', severity: 'error', message: 'm', place, path: [], ...extra };
}

const fix = (safe: boolean, ...edits: readonly Edit[]) => ({ fix: { title: 'Mend it', safe, edits } });

function actions(findings: readonly Finding[], text: string, at = range(0, 5, 5)): EditorAction[] {
  const lines = text.split('\n');
  return actionsAt(
    findings,
    { cell: undefined, range: at },
    ({ range: { start } }) => lines[start.line] ?? '',
  );
}

/** Applies edits of one file from its end, so that earlier places stay true. */
function apply(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: { line: number; column: number }): number =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + column;
  return [...edits]
    .sort((a, b) => offset(b.place.range.start) - offset(a.place.range.start))
    .reduce(
      (result, { place, newText }) =>
        result.slice(0, offset(place.range.start)) + newText + result.slice(offset(place.range.end)),
      text,
    );
}

const titled = (all: readonly EditorAction[], title: string): EditorAction => {
  const found = all.find(action => action.title.startsWith(title));
  if (!found) throw new Error(`no action ${title}`);
  return found;
};

describe('silencing a finding', () => {
  it.each([
    ['x = fit(X)', 'x = fit(X)  # holdout: ignore[some-rule]'],
    ['x = fit(X)  # note', 'x = fit(X)  # note  # holdout: ignore[some-rule]'],
    ['x = fit(X)  # holdout: ignore[other] why', 'x = fit(X)  # holdout: ignore[other, some-rule] why'],
    ['  x = fit \\', '  # holdout: ignore[some-rule]\n  x = fit \\'],
    ['x = fit("""', '# holdout: ignore[some-rule]\nx = fit("""'],
    ['x = fit("""a""")', 'x = fit("""a""")  # holdout: ignore[some-rule]'],
  ])('%j becomes %j', (before, after) => {
    expect(apply(before, titled(actions([finding(0)], before), 'Silence').edits)).toBe(after);
  });

  it('is not offered for a manifest, or for a comment that silences nothing', () => {
    expect(actions([finding(0, { rule: 'manifest' })], 'x: 1')).toEqual([]);
    const unused = finding(0, { rule: 'unused-suppression' });
    expect(actions([unused], 'x = 1 # a').map(({ title }) => title)).toEqual(['Remove this comment']);
  });
});

describe('removing a comment that silences nothing', () => {
  const at = (line: number, start: number, end: number): Finding =>
    finding(line, { rule: 'unused-suppression', place: { file: '/w/a.py', range: range(line, start, end) } });

  it('leaves the code before it', () => {
    const text = 'x = 1  # holdout: ignore[a] b\ny = 2';
    expect(apply(text, titled(actions([at(0, 7, 29)], text, range(0, 8, 8)), 'Remove').edits)).toBe(
      'x = 1\ny = 2',
    );
  });

  it('takes its line along when it stands alone', () => {
    const text = '  # holdout: ignore[a] b\n  y = 2';
    expect(apply(text, titled(actions([at(0, 2, 24)], text, range(0, 8, 8)), 'Remove').edits)).toBe(
      '  y = 2',
    );
  });

  it('is not offered where the comment names other rules, which may be of use', () => {
    const text = 'x = 1  # holdout: ignore[a, b] c';
    expect(actions([at(0, 7, 32)], text, range(0, 8, 8))).toEqual([]);
  });
});

describe('fixes', () => {
  it('are preferred when they are safe, and suggestions when they are not', () => {
    const [safe] = actions([finding(0, fix(true, edit(0, 4, 9, 'y')))], 'x = fit(X)');
    expect(safe).toMatchObject({ kind: 'fix', preferred: true, title: 'Mend it' });
    const [unsafe] = actions([finding(0, fix(false, edit(0, 4, 9, 'y')))], 'x = fit(X)');
    expect(unsafe).toMatchObject({ kind: 'suggestion', preferred: false });
  });

  it('of a manifest are fixes, though they are guesses', () => {
    const guess = finding(0, { rule: 'manifest', ...fix(false, edit(0, 4, 9, 'y')) });
    const found = actions([guess], 'x: 1');
    expect(found).toMatchObject([{ kind: 'fix', preferred: true }]);
  });

  it('are offered where the finding is touched, at either end', () => {
    const only = [finding(0, fix(false, edit(0, 4, 9, 'y')))];
    const count = (column: number): number => actions(only, 'x = fit(X)', range(0, column, column)).length;
    expect([3, 4, 9, 10].map(count)).toEqual([0, 2, 2, 0]);
  });

  it('are not those of another cell', () => {
    const place = { file: '/w/n.ipynb', cell: 3, range: range(0, 4, 9) };
    const inCell = finding(0, { place });
    const at = (cell: number): EditorAction[] =>
      actionsAt([inCell], { cell, range: range(0, 5, 5) }, () => 'x = 1');
    expect(at(2)).toEqual([]);
    expect(at(3)).toHaveLength(1);
  });
});

describe('all fixes at once', () => {
  it('are the safe ones of the whole file, wherever the cursor stands', () => {
    const findings = [
      finding(0, fix(true, edit(0, 0, 1, 'a'))),
      finding(1, fix(false, edit(1, 0, 1, 'b'))),
      finding(2, fix(true, edit(2, 0, 1, 'c'))),
    ];
    const all = titled(actions(findings, 'x\nx\nx', range(1, 0, 0)), 'Fix all');
    expect(apply('x\nx\nx', all.edits)).toBe('a\nx\nc');
  });

  it('leave out one that would touch what another changes', () => {
    const findings = [
      finding(0, fix(true, edit(0, 0, 3, 'a'))),
      finding(0, fix(true, edit(0, 2, 5, 'b'), edit(1, 0, 1, 'c'))),
    ];
    expect(titled(actions(findings, 'xxxxx\nx'), 'Fix all').edits).toEqual([edit(0, 0, 3, 'a')]);
  });

  it('are not offered when there are none', () => {
    expect(actions([finding(0)], 'x').some(({ kind }) => kind === 'fix-all')).toBe(false);
  });
});
