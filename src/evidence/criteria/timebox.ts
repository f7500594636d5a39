import { DAY } from '../../base/time';
import type { Verdict } from '../../base/outcome';
import type { TimeboxEvidence } from '../../manifest/evidence';
import { met, stagePlace, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { counted } from '../words';

/**
 * Has the stage taken no longer than its weeks? It begins on the day on which the stage before it was signed off, and
 * ends on that of its own signature; until then the box is kept as long as today lies in it.
 */
export function judgeTimebox({ stage, weeks }: TimeboxEvidence, context: EvidenceContext): Verdict {
  const { manifest, facts } = context;
  const { stages } = facts;
  const place = stagePlace(manifest, stage);
  const at = stages.findIndex(({ id }) => id === stage);
  if (at < 0) return unknown(`The lifecycle has no stage \`${stage}\`.`, place);
  const before = stages[at - 1];
  const begun = before && manifest.stages.get(before.id)?.signedOff;
  if (!before) return unknown('It is the first stage, so nothing says when it began.', place);
  if (!begun) {
    return unknown(
      `When it began is not known before ${before.title} is signed off.`,
      stagePlace(manifest, before.id),
    );
  }
  const signed = manifest.stages.get(stage)?.signedOff;
  const end = signed ? dayOf(signed.on) : Math.floor(facts.clock.today() / DAY);
  const days = end - dayOf(begun.on);
  if (days < 0)
    return unknown(`It was signed off before ${before.title}, so how long it took is not known.`, place);
  const words = `${signed ? 'It took' : 'It has taken'} ${counted(days, 'day')} of ${counted(weeks.to, 'week')}`;
  return days <= weeks.to * 7
    ? met(`${words}.`, place)
    : unmet(`${words}: ${signed ? 'it was' : 'it is'} over its time.`, place);
}

const dayOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
