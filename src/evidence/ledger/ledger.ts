import { capitalised } from '../../base/capitalised';
import type { Ledger, Look } from '../../base/ledger';
import type { HistoryEntry, LookEntry } from '../../history/entry';
import { counted, listed, relativeTo } from '../words';
import { chances } from './chance';
import type { CodeLooks } from './code';
import { codeLooks } from './code';
import type { RunLooks } from './runs';
import { runLooks } from './runs';
import type { LedgerContext } from './context';

/** The field that says how many looks there may be, unless a criterion names another. */
export const BUDGET_FIELD = 'data.test_looks';

/**
 * Counts the looks at the test set: those that the history has noted, and those that runs and notebooks show now. The
 * same look is counted once, whoever shows it.
 */
export function ledgerOf(context: LedgerContext, field = BUDGET_FIELD): Ledger {
  const runs = runLooks(context);
  const code = codeLooks(context);
  const looks = looksIn(context.facts.history.entries, runs.looks, code.looks);
  const budget = budgetOf(context, field);
  return {
    looks,
    count: looks.length,
    ...(budget !== undefined && { budget }),
    possible: code.possible,
    chance: chances(context, looks.length),
    doubts: doubtsOn(context, runs, code),
    text: textOf(looks, budget),
  };
}

function isLook(entry: HistoryEntry): entry is LookEntry {
  return entry.what === 'look';
}

function recorded({ id, by, file, label, ran, time, scores, several }: LookEntry): Look {
  return { id, by, file, label, time: ran ?? time, scores, several: several === true, recorded: true };
}

/** Of ten thousand runs, bringing them into order takes a while; several criteria and the report ask for it. */
const known = new WeakMap<readonly Look[], Merged>();

interface Merged {
  readonly entries: readonly HistoryEntry[];
  readonly looks: readonly Look[];
}

function looksIn(
  entries: readonly HistoryEntry[],
  ofRuns: readonly Look[],
  inCode: readonly Look[],
): readonly Look[] {
  const before = known.get(ofRuns);
  if (inCode.length === 0 && before?.entries === entries) return before.looks;
  const looks = merged(entries.filter(isLook).map(recorded), [...ofRuns, ...inCode]);
  if (inCode.length === 0) known.set(ofRuns, { entries, looks });
  return looks;
}

function merged(noted: readonly Look[], seen: readonly Look[]): readonly Look[] {
  const looks = new Map(noted.map(look => [look.id, look]));
  for (const look of seen) {
    const known = looks.get(look.id);
    looks.set(look.id, known ? { ...known, ...(look.place && { place: look.place }) } : look);
  }
  return byTime([...looks.values()]);
}

/** Those without a time were noticed last. */
function byTime(looks: readonly Look[]): readonly Look[] {
  const timed = looks.map(look => ({
    look,
    time: look.time === undefined ? Infinity : Date.parse(look.time),
  }));
  timed.sort((a, b) => (a.time === b.time ? compare(nameOf(a.look), nameOf(b.look)) : a.time - b.time));
  return timed.map(({ look }) => look);
}

const nameOf = ({ file, label, id }: Look): string => [file, label, id].join(' ');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function budgetOf({ manifest }: LedgerContext, field: string): number | undefined {
  const text = manifest.fields.get(field)?.text;
  const budget = text === undefined || text === '' ? NaN : Number(text);
  return Number.isInteger(budget) && budget >= 0 ? budget : undefined;
}

function textOf(looks: readonly Look[], budget: number | undefined): string {
  const most = looks.some(({ several }) => several) ? 'at least ' : '';
  const isOver = budget !== undefined && looks.length > budget;
  const allowed = isOver
    ? `, where ${budget.toLocaleString('en-US')} ${budget === 1 ? 'is' : 'are'} allowed`
    : '';
  const count =
    budget === undefined || isOver
      ? `${most}${counted(looks.length, 'look')} at the test set${allowed}`
      : `${most}${looks.length.toLocaleString('en-US')} of ${counted(budget, 'look')} at the test set`;
  return looks.length === 0 && budget === undefined ? 'No look at the test set is known' : capitalised(count);
}

function doubtsOn(
  { manifest, facts: { metrics, lint, history } }: LedgerContext,
  { unsaid }: RunLooks,
  { unseen }: CodeLooks,
): readonly string[] {
  const path = (file: string): string => relativeTo(manifest.root, file);
  return [
    ...(lint.complete ? [] : ['The code is still being analysed.']),
    ...(history.lost > 0
      ? [`${counted(history.lost, 'line')} of the history cannot be read, and may be a look.`]
      : []),
    ...metrics.unread.flatMap(({ source, reason, missing }) =>
      missing ? [] : [`${path(source)}: ${reason.replace(/\.$/, '')}.`],
    ),
    ...[...metrics.table.runs, ...metrics.passedOver.runs].flatMap(({ fault, file }) =>
      fault ? [`${path(file)} is cut short or malformed.`] : [],
    ),
    ...(unsaid.length > 0
      ? [
          `${listed(unsaid.map(({ name }) => name))} ${unsaid.length === 1 ? 'does' : 'do'} not say on which split.`,
        ]
      : []),
    ...unseen.map(
      ({ file, skipped, partly }) =>
        `${path(file)} was not seen whole: ${(skipped ?? partly ?? 'its analysis was cut short').replace(/\.$/, '')}.`,
    ),
  ];
}
