import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/base/ports';
import { fail } from '../../../src/base/result';
import { LEAK, NO_LEAK } from '../server/code';
import { memoryFiles } from './memory-files';
import { open } from './open';

const MANIFEST = 'version: 1\nname: Churn\nlifecycle: nine-stage\n';

const rules = (
  findings: readonly { readonly rule: string; readonly place: { readonly file: string } }[],
): string[] => findings.map(({ rule, place }) => `${place.file}: ${rule}`);

describe('checking a workspace', () => {
  it('analyses scripts, notebooks and manifests, in order of path', async () => {
    const result = await open(
      memoryFiles({ '/w/z.py': LEAK, '/w/holdout.yaml': `${MANIFEST}ownr: x\n`, '/w/a.py': NO_LEAK }),
    ).check();
    expect(result.files).toEqual(['/w/a.py', '/w/holdout.yaml', '/w/z.py']);
    expect(rules(result.findings)).toEqual(['/w/holdout.yaml: manifest', '/w/z.py: fit-before-split']);
    expect(result.findings[0]).toMatchObject({ code: 'unknown-field', fix: { safe: false } });
    expect(result.skipped).toEqual([]);
    expect(result.stats).toEqual({
      ms: 0,
      bytes: LEAK.length + NO_LEAK.length + MANIFEST.length + 8,
      cutShort: 0,
    });
  });

  it('lints a file by the manifest above it, the nearest one', async () => {
    const files = memoryFiles({
      '/w/holdout.yaml': `${MANIFEST}lint: { rules: { fit-before-split: off } }\n`,
      '/w/a.py': LEAK,
      '/w/inner/holdout.yaml': `${MANIFEST}lint: { rules: { fit-before-split: hint } }\n`,
      '/w/inner/a.py': LEAK,
    });
    const { findings } = await open(files).check();
    expect(findings.map(({ place, severity }) => [place.file, severity])).toEqual([
      ['/w/inner/a.py', 'hint'],
    ]);
    const alone = await open(files).check({ targets: ['/w/inner/a.py'] });
    expect(alone.findings.map(({ severity }) => severity)).toEqual(['hint']);
    expect(alone.files).toEqual(['/w/inner/a.py']);
  });

  it('lets the manifest come before the user', async () => {
    const workspace = open(
      memoryFiles({
        '/w/p/holdout.yaml': `${MANIFEST}lint: { rules: { fit-before-split: hint } }\n`,
        '/w/p/a.py': LEAK,
        '/w/b.py': LEAK,
      }),
    );
    workspace.configure(new Map([['fit-before-split', 'error']]));
    const { findings } = await workspace.check();
    expect(findings.map(({ place, severity }) => [place.file, severity])).toEqual([
      ['/w/b.py', 'error'],
      ['/w/p/a.py', 'hint'],
    ]);
  });

  it('leaves out what the manifest excludes, and says so of a file that was named', async () => {
    const files = memoryFiles({
      '/w/holdout.yaml': `${MANIFEST}lint: { exclude: [old, '**/*_test.py'] }\n`,
      '/w/old/a.py': LEAK,
      '/w/src/b_test.py': LEAK,
      '/w/src/older.py': LEAK,
    });
    const all = await open(files).check();
    expect(rules(all.findings)).toEqual(['/w/src/older.py: fit-before-split']);
    expect(all.skipped).toEqual([]);
    const named = await open(files).check({ targets: ['/w/old/a.py'] });
    expect(named.files).toEqual([]);
    expect(named.skipped).toEqual([{ file: '/w/old/a.py', reason: expect.stringContaining('lint.exclude') }]);
  });

  it.each([
    ['binary.py', new Uint8Array([120, 0, 120]), /binary/],
    ['latin1.py', new Uint8Array([35, 0xe9, 10]), /UTF-8/],
    ['broken.ipynb', '{"cells": [', /JSON/],
    ['old.ipynb', '{"nbformat": 3, "worksheets": []}', /format 3/],
    ['other.ipynb', '{"nbformat": 4, "metadata": {"kernelspec": {"language": "R"}}, "cells": []}', /\bR\b/],
  ])('skips %s with a reason', async (name, content, reason) => {
    const { skipped, files } = await open(memoryFiles({ [`/w/${name}`]: content })).check();
    expect(files).toEqual([]);
    expect(skipped).toEqual([{ file: `/w/${name}`, reason: expect.stringMatching(reason) }]);
  });

  it('says of a file that vanishes, or is too large, why it was not read', async () => {
    const there = memoryFiles({ '/w/a.py': 'x = 1\n', '/w/b.py': 'x = 1\n' });
    const files: Files = {
      ...there,
      read: path => {
        const failure =
          path === '/w/a.py'
            ? ({ kind: 'missing', message: 'it is not there' } as const)
            : ({ kind: 'too-large', message: 'it is 11.0 MB' } as const);
        return Promise.resolve(fail(failure));
      },
    };
    expect((await open(files).check()).skipped).toEqual([
      { file: '/w/a.py', reason: 'it is not there' },
      { file: '/w/b.py', reason: 'it is 11.0 MB' },
    ]);
  });

  it('analyses around lines that cannot be parsed, and says how many and where', async () => {
    const { findings, files, skipped } = await open(
      memoryFiles({ '/w/a.py': `${LEAK}\ndef broken(:\n    pass\n` }),
    ).check();
    expect(rules(findings)).toEqual(['/w/a.py: fit-before-split']);
    expect(files).toEqual(['/w/a.py']);
    expect(skipped[0]?.reason).toMatch(/could not be parsed: line 13; the rest was analysed/);
  });

  it('uses what is good of a malformed manifest, and reports the rest', async () => {
    const { findings, files } = await open(
      memoryFiles({ '/w/holdout.yaml': 'version: 1\nname: p\nmetrics: { recall: { min: [ }\n' }),
    ).check();
    expect(files).toEqual(['/w/holdout.yaml']);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ rule }) => rule === 'manifest')).toBe(true);
  });

  it.each([
    ['binary', [0, 1], /binary/],
    ['UTF-16, as PowerShell writes it', [0xff, 0xfe, 0x76, 0], /UTF-16 text; save it as UTF-8/],
    ['UTF-16 the other way round', [0xfe, 0xff, 0, 0x76], /UTF-16/],
  ])('skips a manifest that cannot be read, as an error: %s', async (_, bytes, reason) => {
    const project = open(memoryFiles({ '/w/holdout.yaml': new Uint8Array(bytes) }));
    const { findings, skipped, files } = await project.check();
    expect(files).toEqual([]);
    expect(skipped).toEqual([{ file: '/w/holdout.yaml', reason: expect.stringMatching(reason) }]);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'unreadable',
        severity: 'error',
        message: expect.stringMatching(reason) as string,
      }),
    ]);
  });

  it('stops between two files when it is cancelled', async () => {
    const cancellation = { cancelled: false };
    const result = await open(memoryFiles({ '/w/a.py': LEAK, '/w/b.py': LEAK })).check({
      cancellation,
      onProgress: done => (cancellation.cancelled = done === 1),
    });
    expect(result.files).toEqual(['/w/a.py']);
  });

  it('reads a lifecycle of the user’s own, and says where it cannot', async () => {
    const own =
      'id: ours\ntitle: Ours\nstages:\n  - { id: idea, title: Idea, criteria: [{ id: why, ask: Why? }] }\n';
    const manifest =
      'version: 1\nname: p\nlifecycle: ./ours.yaml\nstages: { idea: { criteria: { why: { done: 2026-10-01, by: [ada] } } } }\n';
    const files = memoryFiles({ '/w/holdout.yaml': manifest, '/w/ours.yaml': own });
    const workspace = open(files);
    expect((await workspace.check()).findings).toEqual([]);
    expect((await workspace.status()).projects[0]?.progress).toEqual({ met: 1, total: 1 });

    files.remove('/w/ours.yaml');
    await workspace.touch([{ path: '/w/ours.yaml', kind: 'deleted' }]);
    expect((await workspace.check()).findings[0]).toMatchObject({
      code: 'lifecycle-not-read',
      place: { range: { start: { line: 2 } } },
    });
    files.write('/w/holdout.yaml', manifest.replace('./ours.yaml', '../ours.yaml'));
    await workspace.touch([{ path: '/w/holdout.yaml', kind: 'changed' }]);
    const { findings } = await workspace.check();
    expect(findings.map(({ message }) => message).join()).toMatch(/outside|leaves/);
  });

  it('reads what a lifecycle extends, follows it, and survives a circle', async () => {
    const own =
      'id: ours\ntitle: Ours\nextends: ./base/b.yaml\nstages:\n  - { id: monitoring, drop: true }\n';
    const base = 'id: base\ntitle: Base\nextends: nine-stage\nstages:\n  - { id: deployment, drop: true }\n';
    const files = memoryFiles({
      '/w/holdout.yaml': 'version: 1\nname: p\nlifecycle: ./ours.yaml\n',
      '/w/ours.yaml': own,
      '/w/base/b.yaml': base,
    });
    const workspace = open(files);
    const stages = async (): Promise<readonly string[]> =>
      (await workspace.status()).projects[0]?.stages.map(({ id }) => id) ?? [];
    expect((await workspace.check()).findings).toEqual([]);
    expect(await stages()).toHaveLength(7);

    files.write('/w/base/b.yaml', base.replace('deployment', 'exploration'));
    await workspace.touch([{ path: '/w/base/b.yaml', kind: 'changed' }]);
    expect(await stages()).toContain('deployment');

    files.write('/w/base/b.yaml', base.replace('nine-stage', '../ours.yaml'));
    await workspace.touch([{ path: '/w/base/b.yaml', kind: 'changed' }]);
    const messages = (await workspace.check()).findings.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(/neither has a beginning/));
  });
});

describe('checking a project with a model card', () => {
  it('reports numbers that their sources have left behind, in cards of its folders alone', async () => {
    const mark = '0.9<!-- holdout: `accuracy` = 0.9 (m.json) -->\n';
    const files = memoryFiles({
      '/w/holdout.yaml': `${MANIFEST}metrics: { accuracy: { min: 0.5 } }\nruns: [m.json]\n`,
      '/w/m.json': '{ "accuracy": 0.8 }',
      '/w/MODEL_CARD.md': mark,
      '/w/docs/card.md': mark,
      '/w/.cache/card.md': mark,
      '/w/README.md': '# No card\n',
      '/w/docs/binary.md': new Uint8Array([0, 1, 2]),
    });
    const { findings, files: read } = await open(files).check();
    expect(findings).toMatchObject([
      { rule: 'model-card', code: 'card-number-moved', place: { file: '/w/MODEL_CARD.md' } },
      { rule: 'model-card', code: 'card-number-moved', place: { file: '/w/docs/card.md' } },
    ]);
    expect(read).toEqual(['/w/MODEL_CARD.md', '/w/docs/card.md', '/w/holdout.yaml']);
  });
});
