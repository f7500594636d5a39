import { describe, expect, it } from 'vitest';
import { isWalked, walk } from '../../../src/project/walk';
import { memoryFiles } from './memory-files';

const files = memoryFiles({
  '/w/holdout.yaml': '',
  '/w/train.py': '',
  '/w/notes.txt': '',
  '/w/sub/deep/eda.ipynb': '',
  '/w/sub/holdout.yaml': '',
  '/w/.venv/lib/a.py': '',
  '/w/myenv/pyvenv.cfg': '',
  '/w/myenv/lib/a.py': '',
  '/w/node_modules/x/a.py': '',
  '/w/mlruns/0/a.py': '',
  '/w/sub/.ipynb_checkpoints/eda.ipynb': '',
  '/w/__pycache__/a.py': '',
});

describe('walking a folder', () => {
  it('finds manifests, scripts and notebooks, and leaves the folders of tools out', async () => {
    expect(await walk(files, '/w')).toEqual({
      manifests: ['/w/holdout.yaml', '/w/sub/holdout.yaml'],
      modules: ['/w/sub/deep/eda.ipynb', '/w/train.py'],
      tooDeep: [],
    });
  });

  it('goes only as deep as it is told', async () => {
    const { manifests, modules, tooDeep } = await walk(files, '/w', { depth: 1 });
    expect(manifests).toEqual(['/w/holdout.yaml', '/w/sub/holdout.yaml']);
    expect(modules).toEqual(['/w/train.py']);
    expect(tooDeep).toEqual([]);
  });

  it('says which folders lie too deep, instead of leaving them out silently', async () => {
    const deep = `/w/${'d/'.repeat(30)}a.py`;
    const { tooDeep, modules } = await walk(memoryFiles({ [deep]: '' }), '/w');
    expect(modules).toEqual([]);
    expect(tooDeep).toHaveLength(1);
  });

  it('walks a folder that was asked for by name, whatever its name', async () => {
    expect((await walk(files, '/w/mlruns')).modules).toEqual(['/w/mlruns/0/a.py']);
    expect((await walk(files, '/w/myenv')).modules).toEqual(['/w/myenv/lib/a.py']);
  });

  it('stops when it is cancelled', async () => {
    expect((await walk(files, '/w', { cancellation: { cancelled: true } })).modules).toEqual([]);
  });

  it('tells of one path whether a walk would come by', () => {
    expect(isWalked('/w', '/w/sub/a.py')).toBe(true);
    expect(isWalked('/w', '/w/.venv/a.py')).toBe(false);
    expect(isWalked('/w/.venv', '/w/.venv/a.py')).toBe(true);
  });
});
