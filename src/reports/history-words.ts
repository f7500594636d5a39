import type { DecisionEntry, HistoryEntry } from '../history/entry';
import { plural } from './format';

/** The title of a stage by its id. */
export type TitleOf = (stage: string) => string;

/** What an entry says, in one sentence. Who says it stands beside. */
export function sentenceOf(entry: HistoryEntry, titleOf: TitleOf): string {
  switch (entry.what) {
    case 'signed-off':
      return `${titleOf(entry.stage)} was signed off.`;
    case 'reopened':
      return `${titleOf(entry.stage)} was reopened.`;
    case 'ticked':
      return `${subject(entry, titleOf)} was ticked.`;
    case 'unticked':
      return `${subject(entry, titleOf)} was unticked.`;
    case 'waived':
      return `${subject(entry, titleOf)} was waived.`;
    case 'waiver-withdrawn':
      return `The waiver of ${subject(entry, titleOf)} was withdrawn.`;
    case 'failing':
      return `${titleOf(entry.stage)}, which is signed off, fails again.`;
    case 'look':
      return `The test set was looked at${entry.several ? ' several times' : ''}: ${entry.file}, ${entry.label}.`;
    case 'sealed':
      return `${plural(Object.keys(entry.fields).length, 'field')} of targets, splits and slices ${Object.keys(entry.fields).length === 1 ? 'was' : 'were'} sealed.`;
    case 'edited':
      return `\`${entry.field}\`, which is sealed, was ${entry.from ?? 'not there'} and is ${entry.to ?? 'not there any more'}.`;
  }
}

function subject({ stage, criterion = '' }: DecisionEntry, titleOf: TitleOf): string {
  return `\`${criterion}\` of ${titleOf(stage)}`;
}

/** What belongs to an entry, in a sentence each. */
export function detailsOf(entry: HistoryEntry, titleOf: TitleOf): readonly string[] {
  switch (entry.what) {
    case 'failing':
      return [
        ...Object.entries(entry.failed).map(([criterion, reason]) => `\`${criterion}\`: ${reason}`),
        `Work goes back to ${entry.returnsTo.map(titleOf).join(', ')}.`,
      ];
    case 'look':
      return [
        ...Object.entries(entry.scores).map(([name, value]) => `${name} was ${value}.`),
        ...(entry.ran === undefined ? [] : [`It ran on ${entry.ran}.`]),
      ];
    case 'sealed':
      return Object.entries(entry.fields).map(([field, text]) => `\`${field}\` is ${text}.`);
    case 'edited':
      return [];
    default:
      return decisionDetails(entry);
  }
}

function decisionDetails({ note, outcomes, rests }: DecisionEntry): readonly string[] {
  const counts = new Map<string, number>();
  for (const outcome of Object.values(outcomes)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const standing = [...counts].map(([outcome, n]) => `${n} ${outcome}`).join(', ');
  return [
    ...(note === undefined ? [] : [/[.!?…]$/.test(note) ? note : `${note}.`]),
    ...(standing === '' ? [] : [`Just before: ${standing}.`]),
    ...(rests.length === 0 ? [] : [`It rests on ${rests.map(({ path }) => path).join(', ')}.`]),
  ];
}
