import { describe, expect, it } from 'vitest';
import { version } from '../../../package.json';
import { parseArguments } from '../../../src/cli/arguments';
import { program } from './program';

const run = program();

describe('the command line', () => {
  it('says how it is used, and its version', () => {
    expect(run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('holdout check') });
    expect(run(['check', '--help']).out).toBe(run(['-h']).out);
    expect(run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    [[], /No command/],
    [['chekc'], /`chekc` is not a command/],
    [['check', '--format', 'xml'], /`--format` takes text, json; not `xml`/],
    [['check', '--fail-on', 'fatal'], /`--fail-on` takes error, warning/],
    [['check', '--nonsense'], /Unknown option '--nonsense'/],
    [['check', '--format'], /--format/],
    [['status', '--fail-on', 'error'], /`--fail-on` does not go with `status`/],
    [['explain'], /one rule/],
    [['debug', 'a.py', 'b.py'], /one file/],
    [['debug', 'a.py', '--print', 'tokens'], /`--print` takes ast, ir, cfg, flow, facts/],
  ])('refuses %j with a reason and exit code 2', (args, reason) => {
    const result = run(args);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toMatch(reason);
    expect(result.err).toMatch(/See `holdout --help`/);
  });

  it('explains a rule by its id or code', () => {
    const byId = run(['explain', 'fit-before-split']);
    expect(byId.code).toBe(0);
    expect(byId.out).toMatch(/^# /);
    expect(run(['explain', 'a5']).out).toBe(byId.out);
    expect(run(['explain', 'no-such-rule'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('fit-before-split'),
    });
    expect(run(['explain', 'fit-befor-split'])).toMatchObject({
      code: 2,
      err: 'holdout: there is no rule `fit-befor-split`. Did you mean `fit-before-split`?\n',
    });
    expect(run(['explain', 'fit-before']).err).toMatch(/Did you mean `fit-before-split`\?/);
    expect(run(['explain', 'outside']).err).toMatch(/Did you mean `fit-outside-cv`\?/);
  });

  it('prints each phase of the analysis', () => {
    expect(run(['debug', 'project/src/train.py']).out).toMatch(/^Module 0-\d+\n {2}body: Import /);
    expect(run(['debug', 'project/src/train.py', '--print', 'ir']).out).toMatch(/r\d+ = call r\d+/);
    expect(run(['debug', 'project/notebooks/model.ipynb', '--print', 'facts']).out).toMatch(
      /split#\d+ holdout/,
    );
    expect(run(['debug', 'bad/notebooks/not_json.ipynb'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('not JSON'),
    });
  });
});

describe('arguments', () => {
  it('have defaults', () => {
    expect(parseArguments(['check'])).toEqual({
      ok: true,
      value: { command: 'check', paths: [], format: 'text', failOn: 'error' },
    });
    expect(parseArguments(['status', 'a', 'b', '--format=json'])).toEqual({
      ok: true,
      value: {
        command: 'status',
        paths: ['a', 'b'],
        format: 'json',
        record: false,
        runCommands: false,
        allowed: [],
      },
    });
  });
});
