import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { install, mayInstall } from '../harness/debian';

/** Debian's own Python, which sees the packages that apt installs; others on the path may not. */
const PYTHON = '/usr/bin/python3';

/** Runs each text of its standard input's JSON list in a namespace and a folder of its own; prints what became of it. */
const RUNNER = `
import contextlib, io, json, os, sys, tempfile, warnings
warnings.simplefilter("ignore")
results = []
for code in json.load(sys.stdin):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(code, "example.py", "exec"), {"__name__": "__main__"})
            results.append(None)
        except BaseException as error:
            results.append(f"{type(error).__name__}: {error}")
        os.chdir("/")
print(json.dumps(results))
`;

export type PythonRun =
  | { readonly ok: true; readonly errors: readonly (string | null)[] }
  /** Why nothing was run. */
  | { readonly ok: false; readonly reason: string };

const PACKAGES = ['python3-sklearn', 'python3-pandas'];

function hasLibraries(): boolean {
  return existsSync(PYTHON) && spawnSync(PYTHON, ['-c', 'import sklearn, pandas']).status === 0;
}

/** Runs every snippet in one process; one error or `null` for each. */
export function runSnippets(snippets: readonly string[]): PythonRun {
  if (!hasLibraries() && mayInstall()) {
    console.log(`Installing scikit-learn (apt-get install ${PACKAGES.join(' ')}, once) …`);
    install(...PACKAGES);
  }
  if (!hasLibraries()) {
    return {
      ok: false,
      reason: `${PYTHON} has no scikit-learn and pandas (apt-get install ${PACKAGES.join(' ')})`,
    };
  }
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', RUNNER], {
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${PYTHON} ended with ${status}: ${stderr}`);
  return { ok: true, errors: JSON.parse(stdout) as (string | null)[] };
}
