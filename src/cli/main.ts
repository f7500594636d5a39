import process from 'node:process';
import { normalise } from '../project/paths';
import { styleFor } from './formats/style';
import { run } from './run';

/** The process: arguments in, text and an exit code out. A crash is a bug, said as one and never passed off as clean. */
async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`holdout check | head`): nobody is left to tell.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await run(process.argv.slice(2), {
      cwd: normalise(process.cwd()),
      style: styleFor(process.stdout.isTTY, process.env['NO_COLOR']),
      out: text => process.stdout.write(text),
      err: text => process.stderr.write(text),
    });
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`holdout: this is a bug in Holdout; please report it.\n${trace}\n`);
    process.exitCode = 2;
  }
}

void main();
