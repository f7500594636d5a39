import type { FitFact, Watch } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';

const NAME = /^[A-Za-z_]\w*$/;
const IMPORT = 'from sklearn.model_selection import train_test_split';

/** Splits a validation part off the training rows, above the fit, and lets the fit watch that one. */
export function validationSplit(program: Program, fit: FitFact, watch: Watch): SpanFix | undefined {
  const { features, target } = fit.given;
  if (!features || !target || !watch.site || fit.calls.length > 0) return undefined;
  const start = statementStart(program, fit.site);
  const [X, y] = [program.textOf(features), program.textOf(target)];
  const watched = pairIn(program.textOf(watch.site));
  if (!start || !NAME.test(X) || !NAME.test(y) || !watched) return undefined;
  const text = program.textOf({ start: 0, end: fit.site.start });
  const free = (name: string): string => freeName(program, name);
  const made = { X: free('X_fit'), Xv: free('X_valid'), y: free('y_fit'), yv: free('y_valid') };
  const imported = /^\s*from sklearn\.model_selection import [^\n]*\btrain_test_split\b/m.test(text);
  const split =
    `${imported ? '' : `${IMPORT}\n${start.indent}`}${made.X}, ${made.Xv}, ${made.y}, ${made.yv} = ` +
    `train_test_split(${X}, ${y}, test_size=0.2, random_state=0)\n${start.indent}`;
  const argument = program
    .textOf(watch.site)
    .replace(watched.text, () => watched.text.replace(watched.X, made.Xv).replace(watched.y, made.yv));
  return {
    title: 'Watch a validation part of the training rows',
    safe: false,
    edits: [
      { span: { start: start.at, end: start.at }, newText: split },
      { span: features, newText: made.X },
      { span: target, newText: made.y },
      { span: watch.site, newText: argument },
    ],
  };
}

/** Where the statement of a call begins that stands alone or is assigned to a name. */
function statementStart(
  program: Program,
  site: Site,
): { readonly at: number; readonly indent: string } | undefined {
  const before = program.textOf({ start: 0, end: site.start });
  const at = before.lastIndexOf('\n') + 1;
  const found = /^([ \t]*)(?:[\w.]+ *= *)?$/.exec(before.slice(at));
  const indent = found?.[1];
  return indent === undefined ? undefined : { at: at + indent.length, indent };
}

/** `(X_test, y_test)`, alone or the only pair of a list. */
function pairIn(text: string): { readonly text: string; readonly X: string; readonly y: string } | undefined {
  const pairs = [...text.matchAll(/\(\s*([A-Za-z_]\w*)\s*,\s*([A-Za-z_]\w*)\s*\)/g)];
  const [pair] = pairs;
  const [X, y] = [pair?.[1], pair?.[2]];
  return pair && pairs.length === 1 && X && y && X !== y ? { text: pair[0], X, y } : undefined;
}

function freeName(program: Program, name: string): string {
  const text = program.textOf({ start: 0, end: Number.MAX_SAFE_INTEGER });
  let free = name;
  for (let i = 2; new RegExp(`\\b${free}\\b`).test(text); i++) free = `${name}${i}`;
  return free;
}
