import { describe, expect, it } from 'vitest';
import { tokens } from './tokens';

describe('suppression comments in Python', () => {
  it('are taken apart: directive, rules, reason', async () => {
    expect(
      await tokens('source.python', 'fit(X)  # holdout: ignore[fit-before-split, A5] fixed by a norm'),
    ).toEqual([
      ['fit(X)  ', 'source'],
      ['#', 'punctuation.definition.comment'],
      ['holdout', 'keyword.control.directive'],
      [':', 'punctuation.separator.directive'],
      ['ignore', 'keyword.control.directive.scope'],
      ['[', 'punctuation.definition.rules.begin'],
      ['fit-before-split', 'variable.other.rule'],
      [',', 'punctuation.separator.rules'],
      ['A5', 'variable.other.rule'],
      [']', 'punctuation.definition.rules.end'],
      [' fixed by a norm', 'meta.reason'],
    ]);
  });

  it.each(['cell-ignore', 'file-ignore', 'ignore'])('may be a %s without rules', async directive => {
    expect(await tokens('source.python', `# holdout: ${directive}`)).toContainEqual([
      directive,
      'keyword.control.directive.scope',
    ]);
  });

  it.each([
    '# holdout the test set',
    '# holdout: ignored',
    '# holdout: ignore-all',
    '# see holdout: ignore[x]',
  ])('are not: %s', async line => {
    const [hash, rest] = await tokens('source.python', line);
    expect(hash?.[1]).toBe('punctuation.definition.comment');
    expect(rest).toEqual([line.slice(1), 'comment.line.number-sign']);
  });

  it('are not looked for in strings', async () => {
    const scopes = (await tokens('source.python', 'x = "# holdout: ignore[x]"')).map(([, scope]) => scope);
    expect(scopes.some(scope => scope.includes('directive'))).toBe(false);
  });
});
