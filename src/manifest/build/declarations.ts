import type { Declarations, DeclaredSplit, SplitRole } from '../../base/declarations';
import { roleOf } from '../../base/split-roles';
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
    ...(hasBaseline(tree) && { baseline: true }),
  };
}

function hasBaseline({ metrics }: ManifestTree): boolean {
  return (metrics?.value ?? []).some(({ content }) => content?.value.baseline !== undefined);
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

function targetOf(data: DataTree): Declarations['target'] {
  const target = data.target?.value;
  if (target === undefined) return undefined;
  if (typeof target === 'string') return { column: target };
  if (!target.column) return undefined;
  return { column: target.column.value, ...(target.positive && { positive: target.positive.value }) };
}
