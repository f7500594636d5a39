import type { Verdict } from '../base/outcome';
import { judge } from '../evidence/judge';
import type { Evidence } from '../manifest/evidence';
import { confined } from './confined';
import type { Counters } from './counters';
import type { Footprint, Footprints } from './footprints';
import type { Looks } from './looks';
import { beginLooks } from './looks';
import type { Known } from './recorded';
import { recorded } from './recorded';

/**
 * Verdicts on the criteria of one project, each with what it rests on: the files that were looked at, and the answers
 * that the manifest, the metrics, the linter and the clock gave. One is asked for again only when some of these changed.
 */
export interface Judgements {
  /** The verdict on a criterion; `id` is its own within the project. */
  verdict(id: string, evidence: Evidence, known: Known): Promise<Verdict>;
  /** Would every one of them be the same, had it to be judged now? */
  stand(known: Known): boolean;
  /** Forgets the criteria that are not among `ids`. */
  keep(ids: ReadonlySet<string>): void;
}

interface Judgement {
  readonly evidence: Evidence;
  readonly looks: Looks<Known>;
  readonly footprint: Footprint;
  readonly verdict: Promise<Verdict>;
}

export function createJudgements(footprints: Footprints, counters: Counters): Judgements {
  const judgements = new Map<string, Judgement>();
  return {
    verdict: (id, evidence, known) => {
      const before = judgements.get(id);
      if (before?.evidence === evidence && stands(before, known)) return before.verdict;
      before?.footprint.end();
      counters.criteriaJudged++;
      const footprint = footprints.begin();
      const looks = beginLooks(known);
      const context = recorded(looks, confined(footprint.files, known.manifest.root));
      const judgement = { evidence, looks, footprint, verdict: judge(evidence, context) };
      judgements.set(id, judgement);
      // A bug is told to whoever asked; the next one to ask may have better luck.
      judgement.verdict.catch(() => judgements.delete(id));
      return judgement.verdict;
    },
    stand: known => [...judgements.values()].every(judgement => stands(judgement, known)),
    keep: ids => {
      for (const [id, { footprint }] of judgements) {
        if (ids.has(id)) continue;
        footprint.end();
        judgements.delete(id);
      }
    },
  };
}

function stands({ footprint, looks }: Judgement, known: Known): boolean {
  return !footprint.touched && looks.stand(known);
}
