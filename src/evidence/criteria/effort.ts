import type { Verdict } from '../../base/outcome';
import type { EffortEvidence } from '../../manifest/evidence';
import { fieldPlace, met, misread, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { shown } from '../words';

/** Does one kind of work take as long, or come as early, as another asks? By what the manifest says under `effort`. */
export function judgeEffort(evidence: EffortEvidence, context: EvidenceContext): Verdict {
  const { manifest } = context;
  const place = fieldPlace(manifest, `effort.${evidence.of}`);
  const of = manifest.effort.get(evidence.of);
  const than = manifest.effort.get(evidence.than);
  if (!of || !than) {
    const mistake = misread(manifest, `effort.${of ? evidence.than : evidence.of}`);
    if (mistake) return mistake;
    const name = of ? evidence.than : evidence.of;
    return unmet(`\`effort.${name}\` is not filled in; write how long it takes, such as 30d.`, place);
  }
  const words = `${evidence.of} takes ${of.text}, ${evidence.than} ${than.text}`;
  if (evidence.demand.is === 'first') {
    return of.days <= than.days ? met(`${words}.`, place) : judgeOrder(evidence.demand, context, words);
  }
  const { least } = evidence.demand;
  const times = of.days / than.days;
  // Months have no whole number of days: the last digits are none of the user's.
  if (times >= least - 1e-9) return met(`${words}: ${shown(times)} times as long.`, place);
  return unmet(`${words}: ${shown(times)} times as long, and at least ${shown(least)} are asked for.`, place);
}

/** What takes longer comes first: its stage is signed off before the other one. */
function judgeOrder(
  { first, before }: { readonly first: string; readonly before: string },
  { manifest, facts }: EvidenceContext,
  words: string,
): Verdict {
  const titleOf = (id: string): string => facts.stages.find(stage => stage.id === id)?.title ?? id;
  const [early, late] = [first, before].map(id => manifest.stages.get(id)?.signedOff);
  // ISO days compare as text.
  if (late && (!early || early.on > late.on)) {
    const reason = `${words}, so it comes first, and ${titleOf(before)} was signed off before ${titleOf(first)}.`;
    return unmet(reason, { file: manifest.file, range: late.range });
  }
  return met(
    `${words}, so ${titleOf(first)} comes before ${titleOf(before)}.`,
    fieldPlace(manifest, 'effort'),
  );
}
