import type { Evidence } from '../manifest/evidence';
import type { Manifest } from '../manifest/model';
import { lineOf } from './criteria/command';

/** The command lines that evidence asks for, as the manifest has them. */
export function commandLines(evidence: Evidence, manifest: Manifest): readonly string[] {
  switch (evidence.kind) {
    case 'all':
    case 'any':
      return evidence.of.flatMap(part => commandLines(part, manifest));
    case 'command':
      return [lineOf(evidence.of, manifest)].filter(line => line !== undefined);
    default:
      return [];
  }
}
