import { scalarText } from './editing/words';
import type { Proposal, Proposed } from './propose/proposal';

export interface NewManifest {
  readonly name: string;
  readonly lifecycle: string;
  /** What was found in the repository. */
  readonly proposal?: Proposal;
}

/**
 * The text of a new manifest: three lines that count, what was found in the repository with the reason beside it, and
 * hints that say what each next line turns on. A hint is a line of YAML behind a `#`, valid whether the blank after the
 * `#` is taken away with it or not; it fills in nothing until somebody writes a value. Words that are not YAML stand
 * behind two.
 */
export function newManifest({ name, lifecycle, proposal }: NewManifest): string {
  const title = scalarText(name.trim() === '' ? 'My project' : name.trim());
  const isProposed = proposal?.name.value === name;
  const parts = [
    [...HEAD, ...(proposal ? [FOUND, ...proposal.notes.map(note => `## ${oneLine(note)}`)] : [])].join('\n'),
    `version: 1\nname: ${title}${isProposed ? because(proposal.name) : ''}\nlifecycle: ${scalarText(lifecycle)}\n`,
    PROBLEM,
    dataPart(proposal),
    metricsPart(proposal),
    runsPart(proposal),
    ...excludePart(proposal),
  ];
  return `${[`${parts[0]}\n${parts[1]}`, ...parts.slice(2)].join('\n')}`;
}

const HEAD = [
  '## Where this project stands, and what answers for it. Remove the # of a line to turn it on, and write your own.',
];
const FOUND =
  '## What is turned on was found in this folder, for the reason beside it: check it, and change what is wrong.';

const PROBLEM = `#problem:
#  decision: TODO which decision the model supports
#  cost: # { false_positive: 1, false_negative: 10 }
#  baseline: TODO what is to be beaten
`;

function dataPart(proposal: Proposal | undefined): string {
  const { splits = [], target } = proposal ?? {};
  const found = splits
    .map(split => `    ${split.name}: ${scalarText(split.value)}${because(split)}\n`)
    .join('');
  return [
    splits.length > 0 ? 'data:\n' : '#data:\n',
    '#  sources: [TODO where the data come from]\n',
    '#  labelling: TODO how they are labelled\n',
    splits.length > 0
      ? `  splits:\n${found}`
      : '#  splits: # { train: data/train.csv, test: data/test.csv }\n',
    target
      ? `  target: { column: ${flowText(target.value)} }${because(target)}\n`
      : '#  target: # { column: label, positive: 1 }\n',
  ].join('');
}

function metricsPart(proposal: Proposal | undefined): string {
  const { metrics = [] } = proposal ?? {};
  const head = '## Numbers that decide, each with its target.\n';
  if (metrics.length === 0)
    return `${head}#metrics:\n#  recall: # { min: 0.80, baseline: 0.52, split: test }\n`;
  const rows = metrics.map(
    metric => `  ${scalarText(metric.value)}: {}${because(metric)}; a target is written as { min: 0.80 }\n`,
  );
  return `${head}metrics:\n${rows.join('')}`;
}

function runsPart(proposal: Proposal | undefined): string {
  const { runs = [] } = proposal ?? {};
  const head = '## Where the numbers come from.\n';
  if (runs.length === 0) return `${head}#runs: # [reports/*.json]\n`;
  return `${head}runs:\n${runs.map(run => `  - ${scalarText(run.value)}${because(run)}\n`).join('')}`;
}

function excludePart(proposal: Proposal | undefined): readonly string[] {
  const { exclude = [] } = proposal ?? {};
  if (exclude.length === 0) return [];
  const rows = exclude.map(one => `    - ${scalarText(one.value)}${because(one)}\n`);
  return [`lint:\n  exclude:\n${rows.join('')}`];
}

/** In a flow mapping, a plain text could end at a comma or a brace. */
function flowText(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? scalarText(text) : JSON.stringify(text);
}

function because({ why }: Proposed): string {
  return ` # ${oneLine(why)}`;
}

/** What comes out of file names must not end the comment. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
