import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/base/ports';
import { fail } from '../../../src/base/result';
import type { StatusResult } from '../../../src/project/snapshot';
import { memoryFiles } from '../project/memory-files';
import { open } from '../project/open';

const MANIFEST = '/w/holdout.yaml';
const GOOD = 'version: 1\nname: Churn\nlifecycle: nine-stage\nowner: ada\n';

async function statusOf(files: Files): Promise<StatusResult> {
  const workspace = open(files);
  await workspace.discover(['/w']);
  return workspace.status();
}

/** The problems of the one project, as `line: code`, the first line being 1. */
async function problemsOf(text: string | Uint8Array, others: Readonly<Record<string, string>> = {}) {
  const { projects, skipped } = await statusOf(memoryFiles({ [MANIFEST]: text, ...others }));
  expect(skipped).toEqual([]);
  const [project] = projects;
  if (!project) throw new Error('There is no project.');
  const problems = project.problems.map(({ code, place }) => `${place.range.start.line + 1}: ${code}`);
  return { project, problems };
}

/** Each line names the one before nine times: 9 ** 20 values, written out. */
function bomb(): string {
  const lines = Array.from({ length: 20 }, (_, n) => {
    const inner = n === 0 ? 'x' : `*a${n - 1}`;
    return `  - &a${n} [${Array(9).fill(inner).join(', ')}]`;
  });
  return `${GOOD}data:\n  sources:\n${lines.map(line => `  ${line}`).join('\n')}\n`;
}

describe('a manifest with', () => {
  it('an alias bomb says so at once, and keeps what is good', async () => {
    const { project, problems } = await problemsOf(bomb());
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(200);
    expect(project.name).toBe('Churn');
  });

  it('an alias that holds itself ends', async () => {
    const { project, problems } = await problemsOf(`${GOOD}problem: &p { decision: *p }\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(project.stages.length).toBeGreaterThan(0);
  });

  it('keys that stand twice says where', async () => {
    const { problems } = await problemsOf(`${GOOD}owner: bo\n`);
    expect(problems).toEqual(['5: duplicate-field']);
  });

  it('tabs for indentation says where', async () => {
    const { problems } = await problemsOf(`${GOOD}problem:\n\tdecision: Whom to call\n`);
    expect(problems.some(problem => problem.startsWith('6: '))).toBe(true);
  });

  it('a byte order mark and Windows line ends is read like any other, with the same places', async () => {
    const windows = `\uFEFF${GOOD.replaceAll('\n', '\r\n')}ownr: bo\r\n`;
    const { project, problems } = await problemsOf(windows);
    expect(project.name).toBe('Churn');
    expect(problems).toEqual((await problemsOf(`${GOOD}ownr: bo\n`)).problems);
  });

  it.each([
    ['nothing in it', ''],
    ['nothing but comments', '# later\n'],
    ['a list instead of fields', '- a\n- b\n'],
    ['one word', 'churn\n'],
    ['two documents', `${GOOD}---\n${GOOD}`],
  ])('%s says so', async (_, text) => {
    const { problems } = await problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('ten thousand levels of brackets says so, and does not fall over', async () => {
    const { problems } = await problemsOf(`${GOOD}data: ${'['.repeat(10_000)}\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(200);
  });

  it('fifty megabytes is not read, and says so', async () => {
    const files = memoryFiles({ [MANIFEST]: GOOD });
    const reason = 'it is larger than 10 MB (50 MB)';
    const large: Files = {
      ...files,
      read: path =>
        path === MANIFEST
          ? Promise.resolve(fail({ kind: 'too-large', message: reason } as const))
          : files.read(path),
    };
    expect(await statusOf(large)).toEqual({ projects: [], skipped: [{ file: MANIFEST, reason }] });
  });

  it('bytes that are no text is not read, and says so', async () => {
    const { skipped } = await statusOf(memoryFiles({ [MANIFEST]: new Uint8Array([0x41, 0xc3, 0x28]) }));
    expect(skipped).toEqual([{ file: MANIFEST, reason: 'it is not UTF-8 text; save it as UTF-8' }]);
  });
});

describe('a lifecycle of one’s own that', () => {
  const naming = GOOD.replace('nine-stage', './a.yaml');
  const extending = (id: string, base: string) => `id: ${id}\ntitle: T\nextends: ${base}\nstages: []\n`;

  it.each([
    ['extends itself', { '/w/a.yaml': extending('a', './a.yaml') }],
    [
      'extends one that extends it',
      { '/w/a.yaml': extending('a', './b.yaml'), '/w/b.yaml': extending('b', './a.yaml') },
    ],
    ['extends one that is not there', { '/w/a.yaml': extending('a', './gone.yaml') }],
    [
      'extends one outside the project',
      { '/w/a.yaml': extending('a', '../out.yaml'), '/out.yaml': extending('b', 'nine-stage') },
    ],
    ['is not there', {}],
    ['is no YAML', { '/w/a.yaml': 'id: [' }],
  ])(
    '%s is a problem, and no hang',
    async (_, files) => {
      const { problems } = await problemsOf(naming, files);
      expect(problems.length).toBeGreaterThan(0);
    },
    2_000,
  );
});
