import type { Invocation } from './arguments';
import { parseArguments } from './arguments';
import { checkCommand } from './commands/check';
import { HELP } from './help';
import type { ExitCode, Io } from './io';
import { complain } from './usage';
import { VERSION } from './version';

/** Runs one command line. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const invocation = parseArguments(args);
  if (!invocation.ok) return complain(io, [invocation.failure, 'See `holdout --help`.']);
  return dispatch(invocation.value, io);
}

/** `check` starts at once; what the others need is loaded for them alone. */
async function dispatch(invocation: Invocation, io: Io): Promise<ExitCode> {
  switch (invocation.command) {
    case 'check':
      return checkCommand(invocation, io);
    case 'status':
      return (await import('./commands/status')).statusCommand(invocation, io);
    case 'metrics':
      return (await import('./commands/metrics')).metricsCommand(invocation, io);
    case 'report':
      return (await import('./commands/report')).reportCommand(invocation, io);
    case 'history':
      return (await import('./commands/history')).historyCommand(invocation, io);
    case 'sign-off':
      return (await import('./commands/sign-off')).signOffCommand(invocation, io);
    case 'init':
      return (await import('./commands/init')).initCommand(invocation, io);
    case 'debug':
      return (await import('./commands/debug')).debugCommand(invocation, io);
    case 'journal':
      return (await import('./commands/journal')).journalCommand(invocation.paths, io);
    case 'explain':
      return (await import('./commands/explain')).explainCommand(invocation.rule, io);
    case 'help':
      io.out(HELP);
      return 0;
    case 'version':
      io.out(`${VERSION}\n`);
      return 0;
  }
}
