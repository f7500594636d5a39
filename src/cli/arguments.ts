import { parseArgs } from 'node:util';
import type { ExportFormat } from '../base/export-format';
import { EXPORT_FORMATS } from '../base/export-format';
import type { Severity } from '../base/finding';
import { SEVERITIES } from '../base/finding';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import type { Phase } from '../project/debug/phases';
import { PHASES } from '../project/debug/phases';

export type Format = 'text' | 'json';
export type FailOn = Severity | 'never';

const FORMATS = ['text', 'json'] as const;
const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** What a command line asks for. */
export type Invocation =
  | {
      readonly command: 'check';
      readonly paths: readonly string[];
      readonly format: Format;
      readonly failOn: FailOn;
    }
  | {
      readonly command: 'status';
      readonly paths: readonly string[];
      readonly format: Format;
      readonly record: boolean;
      readonly runCommands: boolean;
      readonly allowed: readonly string[];
    }
  | {
      readonly command: 'metrics';
      readonly paths: readonly string[];
      readonly format: Format;
    }
  | {
      readonly command: 'report';
      readonly path: string;
      readonly format: ExportFormat;
      readonly output?: string;
      readonly allowed: readonly string[];
    }
  | { readonly command: 'history'; readonly paths: readonly string[]; readonly format: Format }
  | {
      readonly command: 'sign-off';
      readonly stage: string;
      readonly path: string;
      readonly by?: string;
      readonly anyway: boolean;
    }
  | {
      readonly command: 'init';
      readonly folder: string;
      readonly lifecycle: string;
      readonly dryRun: boolean;
    }
  | { readonly command: 'debug'; readonly file: string; readonly phase: Phase }
  | { readonly command: 'journal'; readonly paths: readonly string[] }
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'help' }
  | { readonly command: 'version' };

/** Reads the arguments after the program's name; the failure is a sentence for the user. */
export function parseArguments(args: readonly string[]): Result<Invocation, string> {
  const parsed = parseOptions(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return ok({ command: 'help' });
  if (values.version) return ok({ command: 'version' });
  const [command, ...rest] = positionals;
  const foreign = Object.keys(values).find(name => !(OPTIONS_OF[command ?? ''] ?? []).includes(name));
  if (command !== undefined && command in OPTIONS_OF && foreign !== undefined) {
    return fail(`\`--${foreign}\` does not go with \`${command}\`.`);
  }
  switch (command) {
    case undefined:
      return fail('No command was given.');
    case 'check':
      return checkInvocation(rest, values);
    case 'metrics':
    case 'history':
      return map(choice('format', values.format, FORMATS, 'text'), format => ({
        command,
        paths: rest,
        format,
      }));
    case 'status':
      return map(choice('format', values.format, FORMATS, 'text'), format => ({
        command,
        paths: rest,
        format,
        record: values.record ?? false,
        runCommands: values['run-commands'] ?? false,
        allowed: hostsIn(values['allow-network']),
      }));
    case 'report':
      return reportInvocation(rest, values);
    case 'sign-off':
      return signOffInvocation(rest, values);
    case 'init':
      return initInvocation(rest, values);
    case 'debug':
      return debugInvocation(rest, values);
    case 'journal':
      return rest[0] === 'export'
        ? ok({ command, paths: rest.slice(1) })
        : fail('`journal` takes `export`, then paths.');
    case 'explain':
      return map(single(rest, '`explain` takes the name of one rule.'), rule => ({ command, rule }));
    case 'help':
      return ok({ command });
    default:
      return fail(`\`${command}\` is not a command.`);
  }
}

const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  check: ['format', 'fail-on'],
  status: ['format', 'record', 'run-commands', 'allow-network'],
  metrics: ['format'],
  report: ['format', 'output', 'allow-network'],
  history: ['format'],
  'sign-off': ['by', 'anyway'],
  init: ['lifecycle', 'dry-run'],
  debug: ['print'],
  journal: [],
  explain: [],
  help: [],
};

interface Values {
  readonly format?: string | undefined;
  readonly 'fail-on'?: string | undefined;
  readonly print?: string | undefined;
  readonly output?: string | undefined;
  readonly by?: string | undefined;
  readonly anyway?: boolean | undefined;
  readonly record?: boolean | undefined;
  readonly 'run-commands'?: boolean | undefined;
  readonly 'allow-network'?: readonly string[] | undefined;
  readonly lifecycle?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly help?: boolean | undefined;
  readonly version?: boolean | undefined;
}

function parseOptions(
  args: readonly string[],
): Result<{ readonly values: Values; readonly positionals: readonly string[] }, string> {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          format: { type: 'string' },
          'fail-on': { type: 'string' },
          print: { type: 'string' },
          output: { type: 'string', short: 'o' },
          by: { type: 'string' },
          anyway: { type: 'boolean' },
          record: { type: 'boolean' },
          'run-commands': { type: 'boolean' },
          'allow-network': { type: 'string', multiple: true },
          lifecycle: { type: 'string' },
          'dry-run': { type: 'boolean' },
          help: { type: 'boolean', short: 'h' },
          version: { type: 'boolean' },
        },
      }),
    );
  } catch (error) {
    // parseArgs throws for what a user typed; its first sentence says what was wrong.
    const message = error instanceof Error ? error.message : String(error);
    return fail(`${message.split('. ')[0] ?? message}.`);
  }
}

function checkInvocation(paths: readonly string[], values: Values): Result<Invocation, string> {
  const format = choice('format', values.format, FORMATS, 'text');
  if (!format.ok) return format;
  const failOn = choice('fail-on', values['fail-on'], FAIL_ON, 'error');
  return map(failOn, value => ({ command: 'check', paths, format: format.value, failOn: value }));
}

function reportInvocation(rest: readonly string[], values: Values): Result<Invocation, string> {
  const format = choice('format', values.format, EXPORT_FORMATS, 'md');
  if (!format.ok) return format;
  const path = rest.length === 0 ? ok('.') : single(rest, '`report` takes one project.');
  const { output } = values;
  return map(path, value => ({
    command: 'report',
    path: value,
    format: format.value,
    allowed: hostsIn(values['allow-network']),
    ...(output !== undefined && { output }),
  }));
}

function signOffInvocation([stage, ...rest]: readonly string[], values: Values): Result<Invocation, string> {
  if (stage === undefined || rest.length > 1) return fail('`sign-off` takes a stage, then one project.');
  const { by, anyway = false } = values;
  const [path = '.'] = rest;
  return ok({ command: 'sign-off', stage, path, anyway, ...(by !== undefined && { by }) });
}

function initInvocation(rest: readonly string[], values: Values): Result<Invocation, string> {
  const folder = rest.length === 0 ? ok('.') : single(rest, '`init` takes one folder.');
  return map(folder, value => ({
    command: 'init',
    folder: value,
    lifecycle: values.lifecycle ?? DEFAULT_LIFECYCLE,
    dryRun: values['dry-run'] ?? false,
  }));
}

/** Several hosts are given one by one, or with commas between them. */
function hostsIn(given: readonly string[] = []): readonly string[] {
  return given.flatMap(one => one.split(',')).filter(host => host !== '');
}

const DEFAULT_LIFECYCLE = 'nine-stage';

function debugInvocation(rest: readonly string[], values: Values): Result<Invocation, string> {
  const phase = choice('print', values.print, PHASES, 'ast');
  if (!phase.ok) return phase;
  return map(single(rest, '`debug` takes one file.'), file => ({
    command: 'debug',
    file,
    phase: phase.value,
  }));
}

function choice<T extends string>(
  option: string,
  given: string | undefined,
  allowed: readonly T[],
  otherwise: T,
): Result<T, string> {
  if (given === undefined) return ok(otherwise);
  const found = allowed.find(value => value === given);
  return found === undefined
    ? fail(`\`--${option}\` takes ${allowed.join(', ')}; not \`${given}\`.`)
    : ok(found);
}

function single(rest: readonly string[], message: string): Result<string, string> {
  const [only] = rest;
  return only !== undefined && rest.length === 1 ? ok(only) : fail(message);
}

function map<T, U>(result: Result<T, string>, use: (value: T) => U): Result<U, string> {
  return result.ok ? ok(use(result.value)) : result;
}
