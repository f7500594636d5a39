import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { parseLifecycle } from '../src/lifecycle/parse';

const FOLDER = 'src/lifecycle/builtin';
export const LIFECYCLE_TABLES = 'src/lifecycle/generated/builtin.ts';

/** The built-in lifecycles as typed data, so that nobody waits for YAML to be parsed. Throws on a mistake in one of them. */
export async function lifecycleTables(root: string): Promise<ReadonlyMap<string, string>> {
  const names = readdirSync(join(root, FOLDER)).filter(name => name.endsWith('.yaml'));
  const lifecycles = names.sort().map(name => {
    const { value, problems } = parseLifecycle(name, readFileSync(join(root, FOLDER, name), 'utf8'));
    const [problem] = problems;
    if (problem) throw new Error(`${name}:${problem.place.range.start.line + 1}: ${problem.message}`);
    return value;
  });
  const source = [
    `// Derived from the files in ${FOLDER} by \`npm run derive\`: do not edit.`,
    `import type { Lifecycle } from '../model';`,
    '',
    `export const BUILTIN: readonly Lifecycle[] = ${JSON.stringify(lifecycles)};`,
  ].join('\n');
  const text = await format(source, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 110,
    arrowParens: 'avoid',
  });
  return new Map([[LIFECYCLE_TABLES, text]]);
}
