import type { Place } from '../../base/place';
import type { Problem } from '../../base/result';
import type { MetricRow, MetricVerdict, ReportView } from '../../reports/view';
import { decodeName, encodeName } from './names';

/** The verdict of each metric, by its name in the manifest. */
export type SourceVerdicts = ReadonlyMap<string, Pick<MetricRow, 'verdict' | 'reason'>>;

export function verdictsOf({ metrics }: ReportView): SourceVerdicts {
  return new Map(metrics.map(({ name, verdict, reason }) => [name, { verdict, reason }]));
}

/** The word with the mark that binds it: `met<!-- holdout: `recall` verdict = met -->`. */
export function boundVerdict({ name, verdict }: Pick<MetricRow, 'name' | 'verdict'>): string {
  return `${verdict}<!-- holdout: \`${encodeName(name)}\` verdict = ${verdict} -->`;
}

const WORD = 'not met|met|undecided|unknown';
/** The word may be in bold or code, or end a sentence's part; what was written stands in the mark. */
const MARKED = new RegExp(
  `(?:\\b(${WORD})([*_\`"' ]*))?<!-- holdout: \`([^\`]+)\` verdict = (${WORD}) -->`,
  'g',
);

/** Verdicts of a card that are not what the report says now, each with the edit that mends it. */
export function verdictProblems(file: string, text: string, verdicts: SourceVerdicts): readonly Problem[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((content, line) =>
      [...content.matchAll(MARKED)].flatMap(found => problemOf(found, { file, line }, verdicts) ?? []),
    );
}

function problemOf(
  found: RegExpExecArray,
  { file, line }: { readonly file: string; readonly line: number },
  verdicts: SourceVerdicts,
): Problem | undefined {
  const [whole, shown, between = '', encoded = '', written = ''] = found;
  const name = decodeName(encoded);
  const placeOf = (length: number): Place => ({
    file,
    range: {
      start: { line, column: found.index },
      end: { line, column: found.index + length },
    },
  });
  const warning = (code: string, message: string, length: number): Problem => ({
    code,
    severity: 'warning',
    message,
    place: placeOf(length),
  });
  if (shown === undefined)
    return warning(
      'card-no-verdict',
      `There is no verdict before this mark of \`${name}\`. Write it again, or remove the mark.`,
      whole.length,
    );
  const source = verdicts.get(name);
  if (!source)
    return warning(
      'card-verdict-lost',
      `The card says that \`${name}\` is ${shown}, and the project has no such metric any more.`,
      shown.length,
    );
  if (source.verdict === shown) return undefined;
  const now = `it is ${source.verdict} now: ${source.reason}`;
  return {
    ...warning(
      shown === written ? 'card-verdict-moved' : 'card-verdict-edited',
      shown === written
        ? `The card says that \`${name}\` is ${shown}; ${now}`
        : `The card says that \`${name}\` is ${shown}, and the report says ${source.verdict}: ${source.reason}`,
      shown.length,
    ),
    fix: {
      title: `Update to ${source.verdict}`,
      newText: marked(source.verdict, between, encoded),
      place: placeOf(whole.length),
    },
  };
}

function marked(verdict: MetricVerdict, between: string, encoded: string): string {
  return `${verdict}${between}<!-- holdout: \`${encoded}\` verdict = ${verdict} -->`;
}
