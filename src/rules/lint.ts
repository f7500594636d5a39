import type { Declarations } from '../base/declarations';
import type { Finding, Fix, Severity } from '../base/finding';
import type { Place, Span } from '../base/place';
import type { Problem } from '../base/result';
import type { ModuleSource } from '../base/source';
import { placer } from '../base/source';
import { analyse } from '../python/flow/analyse';
import type { LoadedModule } from '../python/flow/machine';
import type { Sights } from '../base/sights';
import type { Program } from '../python/flow/program';
import type { Site } from '../python/flow/site';
import { lowerModule } from '../python/ir/lower';
import type { ParseResult } from '../python/syntax/ast';
import { parse } from '../python/syntax/parse';
import type { Rule, SpanFix } from './contract';
import { RULES } from './registry';
import { suppress } from './suppress';

export interface LintOptions {
  /** By rule id; a rule that is not named has its own severities. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly declarations: Declarations;
  /** Reads one of the workspace's own modules by its dotted name; relative imports begin with dots. */
  readonly resolve?: (module: string) => ModuleSource | undefined;
  /** Budget of the analysis, in steps: the same on every machine. */
  readonly maxSteps?: number;
}

export interface LintResult {
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** Syntax errors, as information: hosts decide whether to show them. */
  readonly problems: readonly Problem[];
  /** Findings that a comment silenced. */
  readonly suppressed: number;
  readonly sights: Sights;
  /** The budget ran out: there may be more findings than these. */
  readonly cutShort: boolean;
}

/** Analyses one module and applies every rule that is not off. Never throws. */
export function lint(source: ModuleSource, options: LintOptions): LintResult {
  const parsed = parseSource(source);
  const program = analyseSource(source, parsed, options);
  const active = RULES.filter(rule => options.severities.get(rule.id) !== 'off');
  const context: Context = { source, program, options, place: placer(source) };
  const found = active.flatMap(rule => findingsOf(rule, context));
  const { findings, suppressed } = suppress(source, found, parsed.comments, {
    known: new Set(RULES.map(rule => rule.id)),
    active: new Set(active.map(rule => rule.id)),
  });
  return {
    findings: [...findings].sort((a, b) => comparePlaces(a.place, b.place)),
    problems: parsed.problems.map(({ start, end, message }) => ({
      code: 'syntax',
      severity: 'information',
      message,
      place: context.place({ start, end }),
    })),
    suppressed,
    sights: program.sights,
    cutShort: program.cutShort,
  };
}

interface Context {
  readonly source: ModuleSource;
  readonly program: Program;
  readonly options: LintOptions;
  readonly place: (span: Span) => Place;
}

/** Parses a module; cells of a notebook stand alone and may hold IPython's lines. */
export function parseSource(source: ModuleSource): ParseResult {
  return parse(source.text, { notebook: source.kind === 'notebook', cells: source.segments });
}

/** Runs a parsed module abstractly. */
export function analyseSource(source: ModuleSource, parsed: ParseResult, options: LintOptions): Program {
  const { resolve, declarations, maxSteps } = options;
  return analyse(lowerModule(parsed.module), source.text, {
    declarations,
    ...(maxSteps === undefined ? {} : { maxSteps }),
    ...(resolve ? { loadModule: name => loadModule(name, resolve) } : {}),
    whereIs: whereIs(source),
    standalone: source.kind === 'notebook',
  });
}

function loadModule(name: string, resolve: NonNullable<LintOptions['resolve']>): LoadedModule | undefined {
  const source = resolve(name);
  return source && { name, ir: lowerModule(parseSource(source).module) };
}

function whereIs(source: ModuleSource): (site: Site) => string {
  const place = placer(source);
  return site => {
    if (site.module !== undefined) return `module ${site.module}`;
    const { cell, range } = place(site);
    return `${cell === undefined ? '' : `cell ${cell + 1}, `}line ${range.start.line + 1}`;
  };
}

function findingsOf(rule: Rule, context: Context): Finding[] {
  const { program, options, place } = context;
  return [...rule.find(program)].flatMap(match => {
    const wording = rule.word(match, program);
    const steps = wording.path.filter(step => isHere(step.span));
    // What happens in another module is reported where this module calls for it.
    const span = isHere(wording.span) ? wording.span : steps.at(-1)?.span;
    if (!span) return [];
    const fix = rule.fix?.(match, program);
    const own = options.severities.get(rule.id);
    return [
      {
        rule: rule.id,
        code: rule.code,
        severity: own === undefined || own === 'off' ? (wording.severity ?? rule.severity) : own,
        message: wording.message,
        place: place(span),
        path: steps.map(step => ({ place: place(step.span), note: step.note })),
        ...(fix && fix.edits.every(edit => isHere(edit.span)) ? { fix: placedFix(fix, place) } : {}),
      },
    ];
  });
}

function isHere(site: Site): boolean {
  return site.module === undefined;
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
