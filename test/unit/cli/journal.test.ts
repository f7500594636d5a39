import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from './program';

const run = program();

function inProject(journal: string | undefined, args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-journal-'));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'holdout.yaml'), 'version: 1\nname: Plant pal\nlifecycle: five-stage\n');
  if (journal !== undefined) writeFileSync(join(folder, 'docs/journal.md'), journal);
  const answer = run(args, folder);
  rmSync(folder, { recursive: true });
  return answer;
}

describe('holdout journal', () => {
  it('prints the story', () => {
    const { code, out } = inProject('## 2026-10-01 · Idea\n\nBasil dies.\n', ['journal', 'export']);
    expect({ code, out }).toEqual({ code: 0, out: '# Plant pal\n\n## Idea\n\n*2026-10-01* — Basil dies.\n' });
  });

  it('says that there is none', () => {
    const { code, err } = inProject(undefined, ['journal', 'export']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/no journal to export/) as string });
  });

  it('knows no other word', () => {
    expect(inProject(undefined, ['journal'])).toMatchObject({ code: 2, out: '' });
  });
});
