import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/base/ports';
import { parseManifest } from '../../../src/manifest/parse';
import { readProjectMetrics } from '../../../src/project/project-metrics';
import { verdictOn } from './verdict';

/** More than is looked through, and the file that is meant behind it. */
const crowd = (count: number): Record<string, string> => ({
  ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`data/${at}.png`, 'x'])),
  'z/report.md': '# Scope\n\nWhat we do and what we do not do.\n',
  'z/report.json': '{ "recall": 0.9, "generated_at": "2026-11-20" }',
});

const TOO_MUCH = /was not looked for everywhere: there is too much to look through; name the folder/;

describe('a pattern for which there is too much to look through', () => {
  it.each(['{ file: "**/report.md" }', '{ fresh: { file: "**/report.json", within: 30d } }'])(
    'leaves %s unknown, and says so',
    async evidence => {
      expect(await verdictOn(evidence, { files: crowd(10) })).toMatchObject({ outcome: 'met' });
      expect(await verdictOn(evidence, { files: crowd(5100) })).toMatchObject({
        outcome: 'unknown',
        reason: expect.stringMatching(TOO_MUCH) as string,
      });
    },
  );

  it('does not keep from a file that is found before that', async () => {
    const files = { ...crowd(5100), 'a/report.md': '# Scope\n\nWhat we do and what we do not do.\n' };
    expect(await verdictOn('{ file: "**/report.md" }', { files })).toMatchObject({ outcome: 'met' });
  });

  it('leaves a source of runs unread', async () => {
    const read = async (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `${at}.txt`);
      const files: Files = {
        list: path => Promise.resolve(path === '/p' ? [...names, 'm.json'] : []),
        stat: () => Promise.resolve(undefined),
        read: () => Promise.resolve({ ok: true, value: new TextEncoder().encode('{ "recall": 0.9 }') }),
      };
      const { value } = parseManifest('/p/holdout.yaml', 'version: 1\nname: x\nruns: "*.json"\n');
      return readProjectMetrics(files, value);
    };
    expect((await read(10)).table.values).toHaveLength(1);
    const { table, unread } = await read(5100);
    expect(table.values).toEqual([]);
    expect(unread).toMatchObject([{ source: '*.json', reason: expect.stringMatching(TOO_MUCH) as string }]);
  });
});
