import type { Span } from '../base/place';
import type { EditedText, TextBasis } from '../python/flow/incremental/askedText';
import { isTouched, moveBasis, touches } from '../python/flow/incremental/askedText';
import type { Program } from '../python/flow/program';
import type { Site } from '../python/flow/site';
import { sameSite } from '../python/flow/site';
import type { Edit } from '../python/syntax/edit';
import { moveSpans } from '../python/syntax/edit';
import type { Rule, SpanFix, SpanStep, Wording } from './contract';
import { matchesOf } from './contract';

/** What a rule says, before anything is left out; its spans are its own, and all are of the analysed module. */
export interface Report {
  readonly rule: Rule;
  readonly wording: Wording;
  readonly fix: SpanFix | undefined;
  /** The numbers that cannot be believed: they decide whether another report says as much already. */
  readonly scores: readonly Site[];
}

/** All that one rule says of a program. */
export interface RuleReports {
  readonly rule: Rule;
  readonly reports: readonly Report[];
  /** Of the text, what they rest on. */
  readonly basis: TextBasis;
}

/** What rules said of a version in which the same happens. */
export interface EditedReports extends EditedText {
  readonly reported: readonly RuleReports[];
}

/** What each rule says; one whose grounds were not edited says what it said before. */
export function reportsOf(
  rules: readonly Rule[],
  program: Program,
  before?: EditedReports,
): readonly RuleReports[] {
  const known = new Map(before?.reported.map(one => [one.rule, one]));
  return rules.map(rule => {
    const last = known.get(rule);
    return last && before && isStill(last, before) ? moved(last, before.edit) : madeBy(rule, program);
  });
}

function madeBy(rule: Rule, program: Program): RuleReports {
  const { value, basis } = program.asked.during(() =>
    matchesOf(rule, program).flatMap(match => {
      const report = reportOf(rule, match, program);
      return report ? [report] : [];
    }),
  );
  return { rule, reports: value, basis };
}

function reportOf(rule: Rule, match: unknown, program: Program): Report | undefined {
  const wording = rule.word(match, program);
  const path = wording.path.filter(step => isHere(step.span));
  const span = isHere(wording.span) ? wording.span : calledFrom(wording, path, program);
  if (!span) return undefined;
  const fix = rule.fix?.(match, program);
  return {
    rule,
    wording: {
      ...wording,
      span: ownSpan(span),
      path: path.map(step => ({ ...step, span: ownSpan(step.span) })),
    },
    fix: fix?.edits.every(edit => isHere(edit.span))
      ? { ...fix, edits: fix.edits.map(edit => ({ ...edit, span: ownSpan(edit.span) })) }
      : undefined,
    scores: (wording.scores ?? []).map(site => ({ ...site })),
  };
}

function ownSpan({ start, end }: Span): Span {
  return { start, end };
}

/** What happens in another module is reported where this module calls for it, or at the step before. */
function calledFrom({ span, path }: Wording, steps: readonly SpanStep[], program: Program): Site | undefined {
  const happened = program.facts.find(({ site, calls }) => sameSite(site, span) && calls.some(isCallHere));
  if (happened) return happened.calls.findLast(isCallHere);
  const at = path.findIndex(step => sameSite(step.span, span));
  const before = path.slice(0, Math.max(at, 0)).findLast(step => isHere(step.span));
  return (before ?? steps.at(-1))?.span;
}

function isHere(site: Site): boolean {
  return site.module === undefined;
}

function isCallHere(call: Site): boolean {
  return isHere(call) && !call.entered;
}

function isStill({ reports, basis }: RuleReports, edited: EditedReports): boolean {
  return (
    !reports.some(one => spansOf(one).some(span => touches(span, edited.edit))) && !isTouched(basis, edited)
  );
}

function moved(last: RuleReports, edit: Edit): RuleReports {
  moveBasis(last.basis, edit);
  for (const report of last.reports) moveSpans(spansOf(report), edit);
  return last;
}

function spansOf({ wording, fix, scores }: Report): readonly Span[] {
  return [
    wording.span,
    ...wording.path.map(step => step.span),
    ...(fix?.edits.map(edit => edit.span) ?? []),
    ...scores.filter(isHere),
  ];
}

/** Leaves out what says less of the same numbers than another report does. */
export function fold(reports: readonly Report[]): readonly Report[] {
  return reports.filter(
    report =>
      report.scores.length === 0 ||
      !reports.some(
        other =>
          other.rule.outranks?.includes(report.rule.id) === true && covers(other.scores, report.scores),
      ),
  );
}

function covers(more: readonly Site[], less: readonly Site[]): boolean {
  return less.every(one => more.some(other => sameSite(one, other)));
}
