import type { Ledger } from '../../base/ledger';
import type { Verdict } from '../../base/outcome';
import type { LooksEvidence } from '../../manifest/evidence';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { ledgerOf } from '../ledger/ledger';
import { counted, listed } from '../words';

/**
 * Is the test set still fresh: has it been looked at no more often than the manifest allows? Too many looks are too many,
 * whatever else is not known; few enough are so only where none can be missing.
 */
export function judgeLooks({ budget: field }: LooksEvidence, context: EvidenceContext): Verdict {
  const ledger = ledgerOf(context, field);
  const { looks, budget, doubts, text } = ledger;
  const place = looks.findLast(look => look.place)?.place ?? fieldPlace(context.manifest, field);
  if (budget === undefined) {
    const reason = `${text}; \`${field}\` does not say how many there may be.`;
    return unknown(reason, fieldPlace(context.manifest, field));
  }
  const reason = sentences(ledger);
  if (looks.length > budget) return unmet(reason, place);
  const several = looks.find(look => look.several);
  if (several)
    return unknown(`${reason} ${several.label} scores it in a loop, and how often is not known.`, place);
  const [doubt] = doubts;
  if (doubt !== undefined) return unknown(`${reason} There may be more: ${doubt}`, place);
  if (looks.length === 0)
    return unknown(
      `${reason} Nothing has scored the test set yet, as far as runs and notebooks show.`,
      place,
    );
  return met(reason, place);
}

function sentences({ looks, possible, chance, text }: Ledger): string {
  const who = listed([
    ...new Set(looks.map(({ label, file, by }) => (by === 'run' ? label : `${file}, ${label}`))),
  ]);
  const files = new Set(possible.map(({ place }) => place.file));
  return [
    `${text}${who === '' ? '' : `: ${who}`}.`,
    chance.find(({ luck }) => luck !== undefined)?.text ?? chance[0]?.text,
    files.size > 0 &&
      `${counted(files.size, 'file')} would look again when run, and how often ${files.size === 1 ? 'it was' : 'they were'} nobody knows.`,
  ]
    .filter(part => part !== undefined && part !== false)
    .join(' ');
}
