/** What a variable's name says of the part of the data that it holds: `X_train` is the training part of `X`. */
export interface NamedSide {
  readonly side: 'train' | 'test';
  /** The name without it. */
  readonly stem: string;
}

const TRAIN = /(train(ing)?|(?<![a-z])(tr|trn)(?![a-z]))/i;
const TEST = /(test(ing)?|valid(ation)?|holdout|hold_out|(?<![a-z])(te|tst|val|dev|eval|valid)(?![a-z]))/i;

export function sideOf(name: string): NamedSide | undefined {
  const [train, test] = [TRAIN.exec(name), TEST.exec(name)];
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
