import type { SplitRole } from './declarations';

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
