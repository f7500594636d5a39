// CPython's newest released grammar, in WebAssembly: a JSON list of modules on standard input, the list of what
// `dump.py` says of each on standard output. A process of its own, because Pyodide does not start inside vitest.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { stdin, stdout } from 'node:process';
import { URL } from 'node:url';
import { loadPyodide } from 'pyodide';

const python = await loadPyodide({
  indexURL: dirname(createRequire(import.meta.url).resolve('pyodide/package.json')),
});
python.runPython(
  readFileSync(new URL('./dump.py', import.meta.url), 'utf8').replace(/^if __name__[^]*/m, ''),
);
const dump = python.globals.get('dump');

let input = '';
for await (const chunk of stdin.setEncoding('utf8')) input += chunk;
stdout.write(JSON.stringify(JSON.parse(input).map(text => dump(text) ?? null)));
