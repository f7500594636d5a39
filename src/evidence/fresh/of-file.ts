import { START_OF_FILE } from '../../base/place';
import { timeInside } from '../../metrics/time-inside';
import type { EvidenceContext } from '../context';
import { decodeText } from '../file/named';
import { relativeTo } from '../words';
import type { Dated } from './age';

/** A larger file is data: it is not searched for a time. */
const MAX_BYTES = 4_000_000;

/**
 * When a file came into being: what it says itself, else when it was last committed. The time of its last change on
 * this disk says nothing, as a clone makes every file anew.
 */
export async function dateFile(file: string, context: EvidenceContext): Promise<Dated> {
  return (await inside(file, context)) ?? (await committed(file, context));
}

async function inside(file: string, { manifest, facts }: EvidenceContext): Promise<Dated | undefined> {
  const stat = await facts.files.stat(file);
  if (!stat || stat.kind === 'directory' || stat.size > MAX_BYTES || !/\.(json|ya?ml)$/i.test(file))
    return undefined;
  const read = await facts.files.read(file);
  const text = read.ok ? decodeText(read.value) : undefined;
  const found = text === undefined ? undefined : timeInside(file, text);
  if (!found) return undefined;
  const words = `${relativeTo(manifest.root, file)} (by its \`${found.name}\`)`;
  return { known: true, time: found.time, words, place: { file, range: START_OF_FILE } };
}

async function committed(file: string, { manifest, facts }: EvidenceContext): Promise<Dated> {
  const place = { file, range: START_OF_FILE };
  const name = relativeTo(manifest.root, file);
  const revision = await facts.revisions.lastChange(file);
  if (!revision.ok) {
    return { known: false, reason: `How old ${name} is cannot be told: ${revision.failure}.`, place };
  }
  const { time, modified } = revision.value;
  return {
    known: true,
    time,
    words: `${name} (by its last commit)`,
    place,
    ...(modified && { atLeast: `${name} is not as it was committed, so it may be younger` }),
  };
}
