import { pathToFileURL } from 'node:url';

/** Runs `main` when the module at `url` is the program itself, and not when another script imports it. */
export function runScript(url: string, main: (args: readonly string[]) => Promise<void>): void {
  const [, program, ...args] = process.argv;
  if (program === undefined || pathToFileURL(program).href !== url) return;
  main(args).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
