import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { FileEvidence } from '../../manifest/evidence';
import { met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { judgeText } from '../file/judge-text';
import { decodeText, judgeNamed } from '../file/named';
import { counted, relativeTo } from '../words';

/** More text than a person wrote. */
const MAX_BYTES = 1_000_000;

/** Is one of the files there, with what it must hold, and not an untouched template? */
export function judgeFile(evidence: FileEvidence, context: EvidenceContext): Promise<Verdict> {
  return judgeNamed(evidence.paths, context, file => judgeOne(evidence, context, file));
}

async function judgeOne(
  evidence: FileEvidence,
  { manifest, facts }: EvidenceContext,
  file: string,
): Promise<Verdict> {
  const place = { file, range: START_OF_FILE };
  const name = `\`${relativeTo(manifest.root, file)}\``;
  const stat = await facts.files.stat(file);
  if (!stat) return unknown(`${name} went away while it was looked at.`, place);
  if (stat.kind === 'directory') return unmet(`${name} is a folder; expected a file.`, place);
  if (stat.size === 0) return unmet(`${name} is empty.`, place);
  const demands = evidence.sections.length > 0 || evidence.minWords > 0 || evidence.mentions.length > 0;
  if (stat.size > MAX_BYTES) {
    return demands
      ? unknown(`${name} is too large to be read (${counted(stat.size, 'byte')}).`, place)
      : met(`${name} is there.`, place);
  }
  const read = await facts.files.read(file);
  if (!read.ok) return unknown(`${name} could not be read: ${read.failure.message}`, place);
  const text = decodeText(read.value);
  if (text !== undefined) return judgeText(evidence, text, { file, name });
  return demands ? unmet(`${name} is not a text file.`, place) : met(`${name} is there.`, place);
}
