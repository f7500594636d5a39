import type { Verdict } from '../base/outcome';
import type { Place, Range } from '../base/place';
import { START_OF_FILE } from '../base/place';
import type { Manifest } from '../manifest/model';
import type { EvidenceFacts } from './facts';

/** What an evaluator is given beside its piece of evidence. */
export interface EvidenceContext {
  readonly manifest: Manifest;
  readonly facts: EvidenceFacts;
}

export const met = (reason: string, location?: Place): Verdict => verdict('met', reason, location);
export const unmet = (reason: string, location?: Place): Verdict => verdict('unmet', reason, location);
export const unknown = (reason: string, location?: Place): Verdict => verdict('unknown', reason, location);

function verdict(outcome: Verdict['outcome'], reason: string, location: Place | undefined): Verdict {
  return { outcome, reason, ...(location && { location }) };
}

/** The place of a field, or of the nearest one above it that is there: where the user would write it. */
export function fieldPlace(manifest: Manifest, path: string): Place {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const field = manifest.fields.get(at);
    if (field) return { file: manifest.file, range: field.range };
  }
  return { file: manifest.file, range: START_OF_FILE };
}

/**
 * That a field, or one above it, is of a kind that it cannot have: what was meant is then not known, and its problem says what was
 * expected.
 */
export function misread(manifest: Manifest, path: string): Verdict | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const range = manifest.fields.get(at)?.range;
    const problem =
      range && manifest.problems.find(one => one.code === 'wrong-type' && isSame(one.place.range, range));
    if (problem) return unknown(problem.message, problem.place);
  }
  return undefined;
}

function isSame({ start, end }: Range, other: Range): boolean {
  return (
    start.line === other.start.line &&
    start.column === other.start.column &&
    end.line === other.end.line &&
    end.column === other.end.column
  );
}

/** Where the manifest speaks of a stage, else where it names the lifecycle. */
export function stagePlace(manifest: Manifest, stage: string): Place {
  const entry = manifest.stages.get(stage);
  return entry ? { file: manifest.file, range: entry.range } : fieldPlace(manifest, 'lifecycle');
}
