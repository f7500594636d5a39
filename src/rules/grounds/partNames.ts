/** What a variable's name says of the part of the data that it holds: `X_train` is the training part of `X`. */
export interface NamedSide {
  readonly side: 'train' | 'test';
  /** The name without it. */
  readonly stem: string;
}

/**
 * A short word that stands by itself: `tst`, `X_tst`, `tstX`, `predTst`, and after the one letter of a table or its answers,
 * `Xtst`. Not `te` in `state`.
 */
function short(...words: readonly string[]): string {
  const alone = words.map(word => `${word}|${word.toUpperCase()}`).join('|');
  const inCamel = words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('|');
  return `(?<=(?:^|[^A-Za-z])[XxYy]?)(?:${alone})(?![a-z])|(?:${inCamel})(?![a-z])`;
}

/** A long word, however it is written and whatever is around it. */
function long(...words: readonly string[]): string {
  return words.map(word => [...word].map(anyCase).join('')).join('|');
}

function anyCase(char: string): string {
  return /[a-z]/.test(char) ? `[${char}${char.toUpperCase()}]` : char;
}

const TRAIN = new RegExp(`${long('train(ing)?')}|${short('tr', 'trn')}`);
// Not `latest`.
const TESTED = `(?<![Ll]a)(?:${long('test(ing)?')})|${long('hold_?out')}|${short('te', 'tst')}`;
const VALIDATION = `${long('valid(ation)?')}|${short('val', 'valid', 'dev', 'eval', 'va', 'vld')}`;
const TEST_NAME = new RegExp(TESTED);
const HELD_OUT = new RegExp(`${TESTED}|${VALIDATION}`);
/** A doubt is settled for the validation part: choosing by it is no mistake. */
const MAYBE_VALIDATION = new RegExp(`${long('val', 'dev', 'calib')}|${VALIDATION}`);

/** `X_test`, `tstX`, `holdout`, `Xte` */
export function isTestName(name: string): boolean {
  return TEST_NAME.test(name);
}

/** `X_val`, `dev_set`, `vldX`, `evaluation` */
export function isValidationName(name: string): boolean {
  return MAYBE_VALIDATION.test(name);
}

/** Is one of the names in a piece of a program that of a test part? */
export function mentionsTest(text: string): boolean {
  return (text.match(/\w+/g) ?? []).some(isTestName);
}

/** What a path says, as a whole word: `data/validation`, `val.csv`; `dev` only where a file or folder itself is called so. */
export function roleOfPath(path: string): 'validation' | 'test' | undefined {
  const steps = path.split(/[\\/]/).filter(Boolean);
  const last = steps.slice(-1).join('');
  if (hasWord(path, 'train|training|trn')) return undefined;
  const validation = hasWord(path, 'val|valid|validation|vld') || hasWord(last, 'dev');
  if (validation) return hasWord(path, 'test|tests|testing|tst') ? undefined : 'validation';
  // A folder farther up is a place: `/home/test/data/flowers.csv`.
  return hasWord(steps.slice(-2).join('/'), 'test|testing|tst') ? 'test' : undefined;
}

function hasWord(text: string, words: string): boolean {
  return new RegExp(`(?<![a-z])(${words})(?![a-z])`, 'i').test(text);
}

export function sideOf(name: string): NamedSide | undefined {
  const [train, test] = [TRAIN.exec(name), HELD_OUT.exec(name)];
  if (!train === !test) return undefined;
  const word = (train ?? test)?.[0] ?? '';
  const stem = name.replace(word, '').replace(/_/g, '').toLowerCase();
  return { side: train ? 'train' : 'test', stem };
}

/**
 * The names in the order in which a splitter gives the parts: training and test part of each array in turn. Names that
 * say nothing are taken as training parts first, as whoever unpacks so means them.
 */
export function rightOrder(names: readonly string[]): readonly string[] | undefined {
  const half = names.length / 2;
  const sides = names.map(sideOf);
  if (sides.every(one => one === undefined)) return interleaved(names.slice(0, half), names.slice(half));
  const stems = [...new Set(sides.map(one => one?.stem))];
  const pick = (stem: string | undefined, side: NamedSide['side']): readonly string[] =>
    names.filter((_, i) => sides[i]?.stem === stem && sides[i]?.side === side);
  const order = stems.flatMap(stem => [...pick(stem, 'train'), ...pick(stem, 'test')]);
  const complete = stems.length === half && stems.every(stem => pick(stem, 'train').length === 1);
  return complete && order.length === names.length ? order : undefined;
}

function interleaved(train: readonly string[], test: readonly string[]): readonly string[] {
  return train.flatMap((name, i) => [name, test[i] ?? '']);
}
