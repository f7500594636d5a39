import type { Finding } from '../base/finding';
import type { Span } from '../base/place';
import type { ModuleSource } from '../base/source';
import { placer } from '../base/source';

/**
 * Comments that silence findings, each naming its rules and, better, its reason:
 *
 *     X = scaler.fit_transform(X)  # holdout: ignore[fit-before-split] the scaler is fixed by the sensor
 *     # holdout: ignore[fit-before-split] the same, for the line below
 *     # holdout: cell-ignore[tuning-on-test] for a notebook's cell
 *     # holdout: file-ignore[refit-on-test] among the comments at the top of a file
 */
export interface Suppression {
  readonly span: Span;
  readonly scope: 'line' | 'cell' | 'file';
  readonly rules: readonly string[];
  readonly reason: string;
}

const COMMENT = /^#\s*holdout:\s*(cell-|file-)?ignore\b\s*(?:\[([^\]]*)\])?\s*(.*)$/;

export function suppressionsIn(source: ModuleSource, comments: readonly Span[]): readonly Suppression[] {
  return comments.flatMap(span => {
    const match = COMMENT.exec(source.text.slice(span.start, span.end).trim());
    if (!match) return [];
    const [, scope, names = '', reason = ''] = match;
    const rules = names
      .split(',')
      .map(name => name.trim())
      .filter(name => name.length > 0);
    return [
      {
        span,
        scope: scope === 'cell-' ? 'cell' : scope === 'file-' ? 'file' : 'line',
        rules,
        reason: reason.trim(),
      } as const,
    ];
  });
}

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
}

/** Takes out what comments silence, and reports comments that name no rule, an unknown one, or silence nothing. */
export function suppress(
  source: ModuleSource,
  findings: readonly Finding[],
  comments: readonly Span[],
  rules: { readonly known: ReadonlySet<string>; readonly active: ReadonlySet<string> },
): Suppressed {
  const suppressions = suppressionsIn(source, comments);
  if (suppressions.length === 0) return { findings, suppressed: 0 };
  const reach = suppressions.map(one => ({ one, covers: coverage(source, one), used: new Set<string>() }));
  const kept = findings.filter(finding => {
    const silencing = reach.filter(({ one, covers }) => one.rules.includes(finding.rule) && covers(finding));
    for (const { used } of silencing) used.add(finding.rule);
    return silencing.length === 0;
  });
  const place = placer(source);
  const complaints = reach.flatMap(({ one, used }) =>
    complaintsOf(one, used, rules).map((message): Finding => ({
      ...HEAD,
      message,
      place: place(one.span),
      path: [],
    })),
  );
  return { findings: [...kept, ...complaints], suppressed: findings.length - kept.length };
}

const HEAD = { rule: 'unused-suppression', code: 'J0', severity: 'information' } as const;

/** Does a suppression reach a finding? A comment alone on its line speaks of the next line of code. */
function coverage(source: ModuleSource, { scope, span }: Suppression): (finding: Finding) => boolean {
  const own = placer(source)(span);
  if (scope === 'file') return () => isHeader(source.text, span.start);
  if (scope === 'cell') return finding => finding.place.cell === own.cell;
  const start = source.text.lastIndexOf('\n', span.start - 1) + 1;
  const alone = source.text.slice(start, span.start).trim() === '';
  const line = own.range.start.line + (alone ? linesToCode(source.text, span.end) : 0);
  return ({ place }) =>
    place.cell === own.cell &&
    place.range.start.line <= line &&
    line <= lastLine(place.range.end.line, place.range.start.line, alone);
}

/** A comment at the end of any line of a finding reaches it; one above reaches its first line. */
function lastLine(end: number, start: number, alone: boolean): number {
  return alone ? start : end;
}

/** Only comments and blank lines stand above. */
function isHeader(text: string, offset: number): boolean {
  return text
    .slice(0, offset)
    .split('\n')
    .every(line => /^\s*(#.*)?$/.test(line));
}

/** How many lines below a comment the next line of code is. */
function linesToCode(text: string, end: number): number {
  const below = text.slice(end).split('\n');
  const index = below.findIndex((line, i) => i > 0 && !/^\s*(#.*)?$/.test(line));
  return index < 0 ? 1 : index;
}

function complaintsOf(
  one: Suppression,
  used: ReadonlySet<string>,
  rules: { readonly known: ReadonlySet<string>; readonly active: ReadonlySet<string> },
): string[] {
  if (one.rules.length === 0) {
    return ['This comment silences nothing: it names no rule. Write `# holdout: ignore[rule-name] reason`.'];
  }
  return one.rules.flatMap(rule => {
    if (!rules.known.has(rule))
      return [`There is no rule \`${rule}\`: this comment silences nothing. Correct the name, or remove it.`];
    // A rule that is off finds nothing that could be silenced.
    if (used.has(rule) || !rules.active.has(rule)) return [];
    return [
      `\`${rule}\` reports nothing here any more: remove this suppression, so that it cannot hide a later finding.`,
    ];
  });
}
