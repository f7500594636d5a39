import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { readText } from '../../support/sources';

const PYTHON = '/usr/bin/python3';

/** Other versions of the libraries may split or fit differently; then the comparison says nothing. */
export function cannotRun(example: string): string | undefined {
  const code = 'import sklearn, pandas, numpy; print(sklearn.__version__, pandas.__version__, numpy.__version__)';
  const { status, stdout } = spawnSync(PYTHON, ['-c', code], { encoding: 'utf8' });
  const wanted = [...readText(`${example}/requirements.txt`).matchAll(/^(?:scikit-learn|pandas|numpy)==(.+)$/gm)];
  const versions = wanted.map(match => match[1]).join(' ');
  if (status !== 0) return `${PYTHON} has no scikit-learn`;
  return stdout.trim() === versions ? undefined : `${PYTHON} has ${stdout.trim()}, and it was made with ${versions}`;
}

/** Runs scripts in one process, which loads the libraries once; gives what they print. */
export function runAll(folder: string, scripts: readonly string[]): string {
  const code =
    'import runpy, sys\nsys.path.insert(0, "scripts")\nfor name in sys.argv[1:]: runpy.run_path(f"scripts/{name}.py", run_name="__main__")';
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-B', '-c', code, ...scripts], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout;
}
