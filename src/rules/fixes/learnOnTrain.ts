import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { LearnedBefore } from '../grounds/beforeSplit';
import type { SpanFix } from '../contract';

/**
 * Splits first and fits afterwards, where the text is as plain as
 *
 *     A = Learner(…).fit_transform(B, y)
 *     a, b, c, d = train_test_split(A, y, …)
 *
 * and nothing else reads `A`. Everything else is left to the author.
 */
export function learnOnTrain(
  { statistics, parting }: LearnedBefore,
  program: Program,
  name: string,
): SpanFix | undefined {
  const [first, ...others] = statistics;
  if (others.length > 0 || !parting.site || parting.form !== 'holdout') return undefined;
  const text = program.textOf(WHOLE);
  const learning = learningAt(text, first.site);
  const split = learning && splitAt(text, parting.site, learning);
  if (!learning || !split || !readOnlyBySplit(text, learning, split)) return undefined;
  const learner = /^\w+$/.test(learning.learner) ? learning.learner : freeName(text, name);
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

const WHOLE: Site = { start: 0, end: Number.MAX_SAFE_INTEGER };

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
function learningAt(text: string, site: Site): Learning | undefined {
  const start = text.lastIndexOf('\n', site.start) + 1;
  const end = endOfStatement(text, site);
  if (site.module !== undefined || end === undefined) return undefined;
  const match =
    /^([ \t]*)(\w+) = ((?:\w+\.)*\w+(?:\([^]*\))?)\.fit_transform\((\w+)(?:, *(?:y=)?(\w+))?\)$/.exec(
      text.slice(start, site.end),
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
function splitAt(text: string, site: Site, learning: Learning): Split | undefined {
  const start = text.lastIndexOf('\n', site.start) + 1;
  const end = endOfStatement(text, site);
  if (end === undefined || start < learning.span.end) return undefined;
  const match = SPLIT.exec(text.slice(start, site.end));
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

/** Where the line ends that a call ends, when nothing but space follows it. */
function endOfStatement(text: string, site: Site): number | undefined {
  const end = text.indexOf('\n', site.end);
  const stop = end < 0 ? text.length : end;
  return text.slice(site.end, stop).trim() === '' ? stop : undefined;
}

function readOnlyBySplit(text: string, { output, input, span }: Learning, split: Split): boolean {
  const name = new RegExp(`\\b${output}\\b`);
  const set = new RegExp(`\\b${input}\\b(\\[.*\\])? *=[^=]`);
  if (set.test(text.slice(span.end, split.start))) return false;
  const reused = [split.train, split.test].includes(output);
  const later = reused ? '' : text.slice(split.end);
  return !name.test(text.slice(span.end, split.start)) && !name.test(later);
}

function freeName(text: string, name: string): string {
  let free = name;
  for (let n = 2; new RegExp(`\\b${free}\\b`).test(text); n++) free = `${name}_${n}`;
  return free;
}
