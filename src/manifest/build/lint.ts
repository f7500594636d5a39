import type { LintEntry } from '../model';
import type { ManifestTree } from '../schema/manifest';
import { wordsOf } from './declarations';

export function buildLint(tree: ManifestTree): LintEntry {
  const { exclude, rules } = tree.lint?.value ?? {};
  const severities = (rules?.value ?? []).flatMap(({ name, content }) =>
    content ? [[name, content.value as LintSeverity] as const] : [],
  );
  return { exclude: wordsOf(exclude), rules: new Map(severities) };
}

type LintSeverity = LintEntry['rules'] extends ReadonlyMap<string, infer S> ? S : never;
