import { capitalised } from '../base/capitalised';
import type { Declarations } from '../base/declarations';
import type { Finding, Fix, Severity } from '../base/finding';
import type { Place, Span } from '../base/place';
import type { Problem } from '../base/result';
import type { ModuleSource } from '../base/source';
import { placer } from '../base/source';
import type { AnalysisOptions } from '../python/flow/analyse';
import { analyse } from '../python/flow/analyse';
import type { LoadedModule } from '../python/flow/machine';
import type { Sights } from '../base/sights';
import type { TestScore } from '../base/test-score';
import type { Program } from '../python/flow/program';
import type { Site } from '../python/flow/site';
import { notebookOf } from '../python/names/notebook';
import { lowerModule } from '../python/ir/lower';
import type { IrFunction } from '../python/ir/model';
import type { ParseResult } from '../python/syntax/ast';
import type { ParseOptions } from '../python/syntax/parse';
import { parse } from '../python/syntax/parse';
import type { Rule, SpanFix } from './contract';
import { RULES } from './registry';
import type { EditedReports, Report, RuleReports } from './reports';
import { fold, reportsOf } from './reports';
import { suppress } from './suppress';
import { placedScores, testScores } from './grounds/testScores';

export interface LintOptions {
  /** By rule id; a rule that is not named has its own severities. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly declarations: Declarations;
  /** Reads one of the workspace's own modules by its dotted name; relative imports begin with dots. */
  readonly resolve?: (module: string) => ModuleSource | undefined;
  /** Budget of the analysis, in steps: the same on every machine. */
  readonly maxSteps?: number;
  /** All of them unless given. */
  readonly rules?: readonly Rule[];
}

export interface LintResult {
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** Syntax errors, as information: hosts decide whether to show them. */
  readonly problems: readonly Problem[];
  /** Findings that a comment silenced. */
  readonly suppressed: number;
  readonly sights: Sights;
  /** Where models are scored on test rows. */
  readonly testScores: readonly TestScore[];
  /** The budget ran out: there may be more findings than these. */
  readonly cutShort: boolean;
}

/** Analyses one module and applies every rule that is not off. Never throws. */
export function lint(source: ModuleSource, options: LintOptions): LintResult {
  const parsed = parseSource(source);
  return judge(source, parsed, analyseSource(source, parsed, options), options).result;
}

/** Applies every rule that is not off to an analysed module. */
export function judge(
  source: ModuleSource,
  parsed: ParseResult,
  program: Program,
  options: LintOptions,
  before?: EditedReports,
): Judged {
  const rules = options.rules ?? RULES;
  const active = rules.filter(rule => options.severities.get(rule.id) !== 'off');
  const context: Context = { options, place: placer(source) };
  const reported = reportsOf(active, program, before);
  const found = fold(reported.flatMap(({ reports }) => reports)).map(report => findingOf(report, context));
  const { findings, suppressed } = suppress(source, found, parsed.comments, {
    known: new Set(rules.map(rule => rule.id)),
    active: new Set(active.map(rule => rule.id)),
  });
  const result = {
    findings: [...findings].sort((a, b) => comparePlaces(a.place, b.place)),
    problems: parsed.problems.map(({ start, end, message }) => ({
      code: 'syntax',
      severity: 'information' as const,
      message,
      place: context.place({ start, end }),
    })),
    suppressed,
    sights: program.sights,
    testScores: placedScores(source, testScores(program), context.place),
    cutShort: program.cutShort,
  } satisfies LintResult;
  return { result, reported };
}

interface Judged {
  readonly result: LintResult;
  /** What the rules said, for the next version. */
  readonly reported: readonly RuleReports[];
}

interface Context {
  readonly options: LintOptions;
  readonly place: (span: Span) => Place;
}

/** Parses a module; cells of a notebook stand alone and may hold IPython's lines. */
export function parseSource(source: ModuleSource): ParseResult {
  return parse(source.text, parseOptions(source));
}

export function parseOptions(source: ModuleSource): ParseOptions {
  return { notebook: source.kind === 'notebook', cells: source.segments };
}

/** Runs a parsed module abstractly. */
export function analyseSource(source: ModuleSource, parsed: ParseResult, options: LintOptions): Program {
  const ir = lowerModule(parsed.module);
  return analyse(ir, source.text, analysisOptions(source, parsed, ir, options));
}

export function analysisOptions(
  source: ModuleSource,
  parsed: ParseResult,
  ir: IrFunction,
  { resolve, declarations, maxSteps }: LintOptions,
): AnalysisOptions {
  const isNotebook = source.kind === 'notebook';
  return {
    declarations,
    ...(maxSteps === undefined ? {} : { maxSteps }),
    ...(resolve ? { loadModule: name => loadModule(name, resolve) } : {}),
    whereIs: whereIs(source),
    standalone: isNotebook,
    ...(isNotebook ? { notebook: () => notebookOf(ir, parsed, source.text, source.segments) } : {}),
  };
}

function loadModule(name: string, resolve: NonNullable<LintOptions['resolve']>): LoadedModule | undefined {
  const source = resolve(name);
  return source && { name, ir: loweredSource(source), text: source.text, within: packageOf(name, source) };
}

/** A package's own module is in it; any other is in what stands before its last name. */
function packageOf(name: string, { file }: ModuleSource): string {
  return /(^|\/)__init__\.py$/.test(file) ? name : name.slice(0, Math.max(name.lastIndexOf('.'), 0));
}

/** Many files import the same helpers, and an open one does at every keystroke. */
const lowered = new WeakMap<ModuleSource, IrFunction>();

function loweredSource(source: ModuleSource): IrFunction {
  const ir = lowered.get(source) ?? lowerModule(parseSource(source).module);
  lowered.set(source, ir);
  return ir;
}

function whereIs(source: ModuleSource): (site: Site) => string {
  const place = placer(source);
  return site => {
    if (site.module !== undefined) return `module ${site.module}`;
    const { cell, range } = place(site);
    return `${cell === undefined ? '' : `cell ${cell + 1}, `}line ${range.start.line + 1}`;
  };
}

function findingOf({ rule, wording, fix }: Report, { options, place }: Context): Finding {
  const own = options.severities.get(rule.id);
  return {
    rule: rule.id,
    code: rule.code,
    severity: own === undefined || own === 'off' ? (wording.severity ?? rule.severity) : own,
    message: capitalised(wording.message),
    place: place(wording.span),
    path: wording.path.map(step => ({ place: place(step.span), note: step.note })),
    ...(fix ? { fix: placedFix(fix, place) } : {}),
  };
}

function placedFix(fix: SpanFix, place: (span: Span) => Place): Fix {
  return {
    title: fix.title,
    safe: fix.safe,
    edits: fix.edits.map(edit => ({ place: place(edit.span), newText: edit.newText })),
  };
}

function comparePlaces(a: Place, b: Place): number {
  return (
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column
  );
}
