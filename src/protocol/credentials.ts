import type { Credential } from '../base/credential';
import { readCredential } from '../base/credential';

/** What the user keeps for servers, by origin. */
export type KeptCredentials = ReadonlyMap<string, Credential>;

/** As plain data, to be kept or sealed. */
export function toRecord(kept: KeptCredentials): Readonly<Record<string, Credential>> {
  return Object.fromEntries(kept);
}

/** Reads what was kept or sealed; entries that are not understood are left out. */
export function readKept(value: unknown): KeptCredentials {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([origin, entry]) => {
      const credential = readCredential(entry);
      return credential ? [[origin, credential] as const] : [];
    }),
  );
}
