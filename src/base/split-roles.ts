import type { NamedRole, SplitRole } from './declarations';

/** The role of a split: as somebody said, else as its name implies. */
export function roleAmong(said: readonly NamedRole[], name: string): SplitRole {
  return said.find(one => one.name === name)?.role ?? roleOf(name);
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
