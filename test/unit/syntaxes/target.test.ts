import { describe, expect, it } from 'vitest';
import type { Token } from './tokens';
import { tokens } from './tokens';

/** The tokens that the injection made; all others belong to YAML. */
async function coloured(line: string): Promise<Token[]> {
  return (await tokens('source.yaml', line)).filter(([, scope]) =>
    /^(keyword|constant|variable|support|punctuation\.(definition\.qualifiers|parenthesis|separator))/.test(
      scope,
    ),
  );
}

describe('target expressions in YAML', () => {
  it('colours a comparison and its number', async () => {
    expect(await coloured('  recall: { target: ">= 0.80", split: test }')).toEqual([
      ['>=', 'keyword.operator.comparison'],
      ['0.80', 'constant.numeric'],
    ]);
  });

  it('colours a relative change', async () => {
    expect(await coloured("  chargebacks: { change:   '-15%' }")).toEqual([
      ['-', 'keyword.operator.arithmetic'],
      ['15', 'constant.numeric'],
      ['%', 'keyword.other.unit'],
    ]);
  });

  it.each([
    ['in quotes', 'expr: "abs(f1[split=train, run=best] - `metrics/mAP50(B)`) / 2"'],
    ['in single quotes', "expr: 'abs(f1[split=train, run=best] - `metrics/mAP50(B)`) / 2'"],
  ])('colours an expression %s', async (_how, line) => {
    expect(await coloured(line)).toEqual([
      ['abs', 'support.function'],
      ['(', 'punctuation.parenthesis'],
      ['f1', 'variable.other.metric'],
      ['[', 'punctuation.definition.qualifiers.begin'],
      ['split', 'variable.parameter.qualifier'],
      ['=', 'keyword.operator.assignment'],
      ['train', 'constant.other.qualifier'],
      [',', 'punctuation.separator.qualifiers'],
      ['run', 'variable.parameter.qualifier'],
      ['=', 'keyword.operator.assignment'],
      ['best', 'constant.other.qualifier'],
      [']', 'punctuation.definition.qualifiers.end'],
      ['-', 'keyword.operator.arithmetic'],
      ['`metrics/mAP50(B)`', 'variable.other.metric.quoted'],
      [')', 'punctuation.parenthesis'],
      ['/', 'keyword.operator.arithmetic'],
      ['2', 'constant.numeric'],
    ]);
  });

  it('colours an expression without quotes, up to a comment', async () => {
    expect(await coloured('  metric: recall[split=test] >= 0.8  # agreed')).toEqual([
      ['recall', 'variable.other.metric'],
      ['[', 'punctuation.definition.qualifiers.begin'],
      ['split', 'variable.parameter.qualifier'],
      ['=', 'keyword.operator.assignment'],
      ['test', 'constant.other.qualifier'],
      [']', 'punctuation.definition.qualifiers.end'],
      ['>=', 'keyword.operator.comparison'],
      ['0.8', 'constant.numeric'],
    ]);
  });

  it.each([
    'target: production',
    'target: ">= latest"',
    'my-target: ">= 0.8"',
    'metric: recall',
    'expr: rate(http_requests_total[5m]) > 0',
    'expr: up{job="x"} == 0',
    'description: "target: is >= 0.8"',
    '# target: ">= 0.80"',
  ])('leaves alone: %s', async line => {
    expect(await coloured(line)).toEqual([]);
  });
});
