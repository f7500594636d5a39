import type { Declarations, DeclaredSplit, SplitRole } from '../../base/declarations';
import type { ManifestTree } from '../schema/manifest';
import type { Located } from '../schema/types';

type DataTree = NonNullable<ManifestTree['data']>['value'];

export function buildDeclarations(tree: ManifestTree): Declarations {
  const data = tree.data?.value ?? {};
  const target = targetOf(data);
  return {
    splits: splitsOf(data),
    ...(target && { target }),
    ...(data.time && { time: data.time.value }),
    groups: wordsOf(data.groups),
  };
}

/** A text or a list of texts as a list. */
export function wordsOf(
  words: Located<string> | Located<readonly Located<string>[]> | undefined,
): readonly string[] {
  if (!words) return [];
  return typeof words.value === 'string' ? [words.value] : words.value.map(word => word.value);
}

function splitsOf(data: DataTree): readonly DeclaredSplit[] {
  return (data.splits?.value ?? []).flatMap(({ name, content }): DeclaredSplit[] => {
    if (!content) return [];
    if (typeof content.value === 'string') return [{ name, role: roleOf(name), path: content.value }];
    const { path, role } = content.value;
    return path
      ? [{ name, role: (role?.value as SplitRole | undefined) ?? roleOf(name), path: path.value }]
      : [];
  });
}

/** The role that a split's name implies. */
export function roleOf(name: string): SplitRole {
  const word = name.toLowerCase();
  const found = Object.entries(ROLE_NAMES).find(([, names]) => names.includes(word));
  return (found?.[0] as SplitRole | undefined) ?? 'other';
}

const ROLE_NAMES: Readonly<Record<Exclude<SplitRole, 'other'>, readonly string[]>> = {
  train: ['train', 'training', 'fit'],
  validation: ['validation', 'valid', 'val', 'dev', 'tune'],
  test: ['test', 'testing', 'holdout', 'hold-out', 'held-out', 'held_out', 'eval'],
  production: ['production', 'prod', 'current', 'live', 'serving'],
};

function targetOf(data: DataTree): Declarations['target'] {
  const target = data.target?.value;
  if (target === undefined) return undefined;
  if (typeof target === 'string') return { column: target };
  if (!target.column) return undefined;
  return { column: target.column.value, ...(target.positive && { positive: target.positive.value }) };
}
