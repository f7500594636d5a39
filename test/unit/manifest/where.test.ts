import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/manifest/parse';
import { parseWhere } from '../../../src/manifest/where/parse';
import { satisfies } from '../../../src/manifest/where/satisfies';

const RUN: Readonly<Record<string, number | string>> = {
  'metric rmse': 0.8,
  'metric a b': 1,
  'metric bad': NaN,
  'param model': 'tree',
  'tag stage': 'candidate',
  'tag mlflow.user': 'ana',
  'attribute status': 'FINISHED',
  'attribute run_name': 'Big Run',
  'attribute start_time': 1_766_000_000_000,
};

describe('a condition on runs', () => {
  it.each([
    ["tags.stage = 'candidate'", true],
    ['tags.stage = "candidate"', true],
    ["tags.stage != 'candidate'", false],
    ["tag.`mlflow.user` = 'ana'", true],
    ['tags."mlflow.user" = \'ana\'', true],
    ["tags.mlflow.user = 'ana'", true],
    ["params.model = 'tree' and metrics.rmse < 1", true],
    ["params.model = 'tree' AND metrics.rmse < 0.5", false],
    ['metrics.rmse <= 0.8', true],
    ['metrics.rmse >= .8', true],
    ['metrics.rmse > 8e-1', false],
    ['metrics.rmse != 0.8', false],
    ['metric.`a b` = 1', true],
    ['metrics.bad < 1', false],
    ['metrics.absent != 1', false],
    ["params.absent != 'x'", false],
    ["status = 'FINISHED'", true],
    ["attributes.status IN ('FINISHED', 'RUNNING')", true],
    ["status not in ('FINISHED')", false],
    ["run_name LIKE 'Big%'", true],
    ["run_name LIKE 'big%'", false],
    ["run_name ILIKE 'big_run'", true],
    ["run_name LIKE 'B.g%'", false],
    ['start_time > 1765000000000', true],
    ['tags.absent IS NULL', true],
    ['tags.stage IS NOT NULL', true],
  ])('%s', (text, holds) => {
    const where = parseWhere(text);
    expect(where.ok && satisfies(where.value, ({ entity, key }) => RUN[`${entity} ${key}`])).toBe(holds);
  });

  it.each([
    ['', /Expected a name/, ''],
    ["tags.stage = 'a' or tags.stage = 'b'", /joined by `and` only/, 'or'],
    ["tag.stage == 'a'", /Expected a text in quotes/, '='],
    ['tags.stage = candidate', /Expected a text in quotes/, 'candidate'],
    ["tags.stage < 'a'", /= and != only/, "'a'"],
    ["metrics.rmse < 'a'", /Expected a number/, "'a'"],
    ["colour.red = 'a'", /`colour` is not known here/, 'colour.red'],
    ["statu = 'a'", /Did you mean `status`/, 'statu'],
    ["status in 'a'", /Expected a list/, "'a'"],
    ["status in ('a'", /Expected `\)`/, undefined],
    ["(status = 'a')", /Expected a name/, '('],
    ['status ~ 3', /Expected a comparison/, '~'],
    ["status = 'a' and", /Expected a name/, undefined],
  ])('is a mistake: %s', (text, message, marked) => {
    const where = parseWhere(text);
    if (where.ok) throw new Error('it was taken');
    expect(where.failure.message).toMatch(message);
    const { start, end } = where.failure.span;
    if (marked !== undefined) expect(text.slice(start, end)).toBe(marked);
  });

  it('is marked in the manifest, and its source does not count', () => {
    const text = `version: 1\nname: x\nlifecycle: nine-stage\nruns: [{ path: mlruns, where: "tags.stage = a" }]\n`;
    const { value, problems } = parseManifest('/p/holdout.yaml', text);
    expect(value.runs).toEqual([]);
    expect(problems.map(({ code, place }) => [code, place.range.start])).toEqual([
      ['bad-condition', { line: 3, column: text.split('\n')[3]?.indexOf('a" }') }],
    ]);
  });
});
