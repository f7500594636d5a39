import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../../schemas/report.schema.json';
import { program } from './program';

const run = program();

const MANIFEST =
  'version: 1\nname: Fraud\nlifecycle: five-stage\nmetrics:\n  recall: { min: 0.8, baseline: 0.5, split: test }\nruns: [reports/*.json]\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-report-'));
  write('holdout.yaml', MANIFEST);
  write('reports/m.json', '{ "test": { "recall": 0.9, "n": 50 } }');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('holdout report', () => {
  it('prints Markdown unless asked for something else', () => {
    const { code, out, err } = run(['report'], folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('## Fraud: metrics');
    expect(out).toContain('[0.9](reports/m.json#L1)');
    expect(run(['report', '--format', 'md'], folder).out).toBe(out);
  });

  it('prints one file of HTML, with its charts', () => {
    const { code, out } = run(['report', '.', '--format', 'html'], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!DOCTYPE html>/);
    expect(out).toContain('<h1>Fraud: metrics</h1>');
  });

  it('prints JSON that keeps to its schema', () => {
    const { code, out } = run(['report', '--format', 'json'], folder);
    expect(code).toBe(0);
    const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);
    const json: unknown = JSON.parse(out);
    expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
    expect(json).toMatchObject({
      version: 1,
      project: { name: 'Fraud', file: 'holdout.yaml' },
      metrics: [
        { name: 'recall', value: 0.9, source: { place: { file: 'reports/m.json', start: { line: 1 } } } },
      ],
    });
  });

  it('writes a file, and keeps what somebody wrote in a card', () => {
    expect(run(['report', '--format', 'card', '--output', 'CARD.md'], folder)).toMatchObject({
      code: 0,
      out: '',
    });
    const first = read('CARD.md');
    expect(first).toContain('value: 0.9 # holdout: `recall` = 0.9 (reports/m.json)');
    write('CARD.md', first.replace('## Citation\n\n[More Information Needed]', '## Citation\n\nAda, 2026'));
    write('reports/m.json', '{ "test": { "recall": 0.7, "n": 50 } }');
    expect(run(['report', '--format', 'card', '-o', 'CARD.md'], folder).code).toBe(0);
    const second = read('CARD.md');
    expect(second).toContain('Ada, 2026');
    expect(second).toContain('value: 0.7 # holdout: `recall` = 0.7 (reports/m.json)');
    expect(second).not.toContain('0.9 ');
  });

  it.each([
    [
      'a format that it does not know',
      ['report', '--format', 'pdf'],
      /`--format` takes html, md, card, json/,
    ],
    ['two projects', ['report', 'a', 'b'], /`report` takes one project/],
    ['a folder that is not there', ['report', 'nowhere'], /there is no such file or folder/],
    ['a file that cannot be written', ['report', '--output', 'no/such/folder.md'], /cannot be written/],
    [
      'a card that is a folder',
      ['report', '--format', 'card', '--output', 'reports'],
      /it is no file; nothing was written/,
    ],
  ])('refuses %s', (_, args, reason) => {
    const { code, out, err } = run(args, folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
  });

  it('is about the project that a file or folder belongs to, if there is one', () => {
    expect(run(['report', 'reports'], folder).out).toContain('## Fraud: metrics');
    expect(run(['report', 'reports/m.json'], folder).out).toContain('## Fraud: metrics');
  });

  it('refuses a manifest that cannot be used, and a folder with several projects', () => {
    write('other/holdout.yaml', MANIFEST);
    expect(run(['report'], folder)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/2 projects/) as string,
    });
    expect(run(['report', 'holdout.yaml'], folder).code).toBe(0);
    write('other/holdout.yaml', 'a: [');
    expect(run(['report', 'other'], folder)).toMatchObject({ code: 2, out: '' });
  });

  it('says where a manifest is broken, as check does', () => {
    write('holdout.yaml', 'version: 1\nname: [Fraud\nlifecycle: five-stage\n');
    const { code, out, err } = run(['report'], folder);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const checked = run(['check'], folder).out.split('\n');
    const said = checked.flatMap(
      line => /^(holdout\.yaml:\d+:\d+: error) manifest (.*)/.exec(line)?.slice(1) ?? [],
    );
    expect(said).toContain('The closing `]` is missing.');
    for (const part of said) expect(err).toContain(part);
  });

  it.each(['md', 'html', 'json'])('waits in %s for whatever it reads', format => {
    const more =
      'data: { splits: { train: d.csv, test: d.csv }, target: { column: y }, predictions: { path: p.csv } }\n';
    write('holdout.yaml', MANIFEST + more);
    write('d.csv', 'x,y\n1,0\n2,1\n');
    write('p.csv', 'y_true,y_score\n1,0.9\n0,0.2\n1,0.7\n0,0.6\n');
    write('train.py', 'import pandas as pd\nprint(pd.read_csv("d.csv"))\n');
    const { code, out } = run(['report', '--format', format], folder);
    expect(code).toBe(0);
    expect(out).toContain('p.csv');
    expect(out).not.toMatch(/still being/);
  });

  describe('where no project is', () => {
    beforeEach(() => {
      rmSync(join(folder, 'holdout.yaml'));
    });

    it.each(['', 'reports', 'reports/m.json'])('tells of the runs in "%s"', path => {
      const { code, out, err } = run(['report', ...(path === '' ? [] : [path])], folder);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('1 run, which no manifest selects');
      expect(out).toMatch(/### Results[^]*recall \| test \| \[0\.9\]/);
    });

    it.each<[string, readonly string[], RegExp]>([
      ['there are none', ['none'], /none: no project here .*there is no run in it/],
      ['none can be read', ['notes.txt'], /notes\.txt: no project here .*`notes\.txt` is none of these/],
      ['a model card is asked for', ['reports', '--format', 'card'], /a model card tells of a project/],
    ])('says so where %s', (_, asked, expected) => {
      mkdirSync(join(folder, 'none'));
      write('notes.txt', 'x');
      const { code, out, err } = run(['report', ...asked], folder);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(expected);
    });
  });
});
