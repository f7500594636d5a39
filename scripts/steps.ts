import { join } from 'node:path';
import type { Results } from '../test/harness/results';
import { CACHE } from '../test/harness/paths';
import { readResults, readVitestReport } from '../test/harness/results';

/** One line of the summary: a command, what it may cost, and where its counts come from. */
export interface Step {
  readonly name: string;
  readonly what: string;
  /** Seconds that it should take at the most on two cores; printed beside what it took. */
  readonly budget: number;
  readonly commands: readonly (readonly [string, ...string[]])[];
  /** A step that tests nothing but whether its commands succeed counts as one test. */
  readonly results?: (folder: string) => Results | undefined;
  /** Steps that must have succeeded before. */
  readonly needs?: readonly string[];
  /** Left out of `npm test`, part of `npm run test:full`. */
  readonly heavy?: boolean;
}

const tool = (name: string, ...args: string[]): [string, ...string[]] => [
  'npx',
  '--no-install',
  name,
  ...args,
];

const vitest = (name: string, config: string): Pick<Step, 'commands' | 'results'> => {
  const report = `${name}.json`;
  return {
    commands: [
      tool(
        'vitest',
        'run',
        '--config',
        config,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${join(CACHE, 'results', report)}`,
      ),
    ],
    results: folder => readVitestReport(join(folder, report)),
  };
};

/** In the order in which they run: what is quick and fails often comes first. */
export const STEPS: readonly Step[] = [
  {
    name: 'types',
    what: 'TypeScript, engine and pages',
    budget: 90,
    commands: [tool('tsc', '-p', '.'), tool('tsc', '-p', 'webview'), tool('tsc', '-p', 'test/page')],
  },
  { name: 'lint', what: 'ESLint with the budgets of size', budget: 120, commands: [tool('eslint', '.')] },
  {
    name: 'format',
    what: 'Prettier',
    budget: 60,
    commands: [tool('prettier', '--check', '--log-level=warn', '.')],
  },
  {
    name: 'derived',
    what: 'what is generated is up to date',
    budget: 60,
    commands: [tool('tsx', 'scripts/derive.ts', '--check')],
  },
  {
    name: 'unit',
    what: 'modules, rule pages, architecture',
    budget: 420,
    ...vitest('unit', 'vitest.config.ts'),
  },
  {
    name: 'package',
    what: 'bundle and pack the extension',
    budget: 60,
    commands: [tool('tsx', 'scripts/package.ts')],
  },
  {
    name: 'cli',
    what: 'the packed command line',
    budget: 60,
    needs: ['package'],
    ...vitest('cli', 'test/packed/vitest.config.ts'),
  },
  {
    name: 'page',
    what: 'report pages in a browser, with axe',
    budget: 180,
    needs: ['package'],
    ...vitest('page', 'test/page/vitest.config.ts'),
  },
  {
    name: 'electron',
    what: 'inside VS Code’s extension host',
    budget: 120,
    needs: ['package'],
    commands: [tool('tsx', 'test/electron/run.ts')],
    results: folder => readResults(join(folder, 'electron.json')),
  },
  {
    name: 'ui',
    what: 'clicks through VS Code',
    budget: 420,
    needs: ['package'],
    ...vitest('ui', 'test/ui/vitest.config.ts'),
  },
  {
    name: 'oracle',
    what: 'the parser against CPython on its standard library',
    budget: 300,
    heavy: true,
    ...vitest('oracle', 'test/full/vitest.config.ts'),
  },
];
