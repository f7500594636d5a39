import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { LearnedBefore } from '../grounds/beforeSplit';
import { splitAfter } from '../grounds/beforeSplit';
import type { SpanFix } from '../contract';
import { WHOLE_TEXT } from './edits';

/**
 * Splits first and fits afterwards, where the text is as plain as
 *
 *     A = Learner(…).fit_transform(B, y)
 *     a, b, c, d = train_test_split(A, y, …)
 *
 * and nothing else reads `A`. Everything else is left to the author.
 */
export function learnOnTrain(match: LearnedBefore, program: Program, name: string): SpanFix | undefined {
  const { statistics, parting } = match;
  const [first, ...others] = statistics;
  const parted = splitAfter(match, program);
  if (others.length > 0 || !parted || parting.form !== 'holdout') return undefined;
  const learning = learningAt(program, first.site);
  const split = learning && splitAt(program, parted, learning);
  if (!learning || !split || !readOnlyBySplit(program, learning, split)) return undefined;
  const learner = /^\w+$/.test(learning.learner)
    ? learning.learner
    : program.tells(WHOLE_TEXT, text => freeName(text, name));
  const { indent } = learning;
  const made = learner === learning.learner ? '' : `${indent}${learner} = ${learning.learner}\n`;
  return {
    title: 'Split first, and learn from the training part only',
    safe: false,
    edits: [
      { span: learning.span, newText: made },
      { span: split.argument, newText: learning.input },
      {
        span: { start: split.end, end: split.end },
        newText:
          `\n${indent}${split.train} = ${learner}.fit_transform(${split.train}${split.answers})` +
          `\n${indent}${split.test} = ${learner}.transform(${split.test})`,
      },
    ],
  };
}

interface Learning {
  readonly indent: string;
  readonly output: string;
  readonly learner: string;
  readonly input: string;
  readonly answers: string | undefined;
  /** The whole line, with its end. */
  readonly span: Site;
}

/** `X_best = SelectKBest(k=3).fit_transform(X, y)`, on lines of its own. */
function learningAt(program: Program, site: Site): Learning | undefined {
  const start = startOfLine(program, site);
  const end = endOfStatement(program, site);
  if (site.module !== undefined || end === undefined) return undefined;
  const match =
    /^([ \t]*)(\w+) = ((?:\w+\.)*\w+(?:\([^]*\))?)\.fit_transform\((\w+)(?:, *(?:y=)?(\w+))?\)$/.exec(
      program.textOf({ start, end: site.end }),
    );
  if (!match) return undefined;
  const [, indent = '', output = '', learner = '', input = '', answers] = match;
  return { indent, output, learner, input, answers, span: { start, end: end + 1 } };
}

interface Split {
  readonly train: string;
  readonly test: string;
  /** `, y_train` where the learner wants answers. */
  readonly answers: string;
  readonly argument: Site;
  readonly start: number;
  readonly end: number;
}

/** `a, b, c, d = train_test_split(X_best, y)`, on lines of its own. */
function splitAt(program: Program, site: Site, learning: Learning): Split | undefined {
  const start = startOfLine(program, site);
  const end = endOfStatement(program, site);
  if (end === undefined || start < learning.span.end) return undefined;
  const match = SPLIT.exec(program.textOf({ start, end: site.end }));
  if (!match) return undefined;
  const [, head = '', indent, train = '', test = '', trainAnswers, input = '', answers] = match;
  const { answers: wanted } = learning;
  if (indent !== learning.indent || input !== learning.output) return undefined;
  if (wanted !== undefined && (trainAnswers === undefined || answers !== wanted)) return undefined;
  const at = start + head.length;
  const argument = { start: at, end: at + input.length };
  return { train, test, answers: wanted ? `, ${trainAnswers ?? ''}` : '', argument, start, end };
}

const SPLIT =
  /^(([ \t]*)(\w+), *(\w+)(?:, *(\w+), *\w+)? *= *(?:\w+\.)*train_test_split\(\s*)(\w+)(?:,\s*(\w+)\s*[,)])?/;

function startOfLine(program: Program, { start }: Site): number {
  const length = program.tells({ start: 0, end: start }, text => text.length - 1 - text.lastIndexOf('\n'));
  return start - length;
}

/** Where the line ends that a call ends, when nothing but space follows it. */
function endOfStatement(program: Program, { end }: Site): number | undefined {
  const rest = program.tells({ start: end, end: Number.MAX_SAFE_INTEGER }, text => /^[^\n]*/.exec(text)?.[0]);
  return rest === undefined || rest.trim() !== '' ? undefined : end + rest.length;
}

function readOnlyBySplit(program: Program, { output, input, span }: Learning, split: Split): boolean {
  const name = new RegExp(`\\b${output}\\b`);
  const set = new RegExp(`\\b${input}\\b(\\[.*\\])? *=[^=]`);
  const between = { start: span.end, end: split.start };
  const isFree = (text: string): boolean => !set.test(text) && !name.test(text);
  if (!program.tells(between, isFree)) return false;
  if ([split.train, split.test].includes(output)) return true;
  return program.tells({ start: split.end, end: Number.MAX_SAFE_INTEGER }, text => !name.test(text));
}

function freeName(text: string, name: string): string {
  let free = name;
  for (let n = 2; new RegExp(`\\b${free}\\b`).test(text); n++) free = `${name}_${n}`;
  return free;
}
