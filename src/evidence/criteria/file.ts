import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { FileEvidence } from '../../manifest/evidence';
import { staysInside } from '../../manifest/read/paths';
import { met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { expandPath, isGlob } from '../file/expand';
import { judgeText } from '../file/judge-text';
import { counted, listed, relativeTo } from '../words';

/** More text than a person wrote. */
const MAX_BYTES = 1_000_000;

/** Is one of the files there, with what it must hold, and not an untouched template? */
export async function judgeFile(evidence: FileEvidence, context: EvidenceContext): Promise<Verdict> {
  const outside = evidence.paths.find(path => !staysInside(path));
  if (outside !== undefined) return unknown(`\`${outside}\` leaves the project, so it is not read.`);
  const verdicts: Verdict[] = [];
  for (const file of await filesOf(evidence, context)) {
    const verdict = await judgeOne(evidence, context, file);
    if (verdict.outcome === 'met') return verdict;
    verdicts.push(verdict);
  }
  // Of several files that fall short, one stands for all.
  return verdicts.find(({ outcome }) => outcome === 'unknown') ?? verdicts[0] ?? missing(evidence, context);
}

/** Those of the files that are there. */
async function filesOf(
  { paths }: FileEvidence,
  { manifest, facts }: EvidenceContext,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await expandPath(facts.files, manifest.root, path)));
  return files;
}

function missing({ paths }: FileEvidence, { manifest }: EvidenceContext): Verdict {
  const [first = '', second] = paths;
  if (second !== undefined) return unmet(`None of ${listed(paths.map(path => `\`${path}\``))} is there.`);
  if (isGlob(first)) return unmet(`There is no file \`${first}\`.`);
  return unmet(`\`${first}\` is not there; create it.`, {
    file: `${manifest.root}/${first}`,
    range: START_OF_FILE,
  });
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
  const text = decode(read.value);
  if (text !== undefined) return judgeText(evidence, text, { file, name });
  return demands ? unmet(`${name} is not a text file.`, place) : met(`${name} is there.`, place);
}

/** `undefined` for what is not text. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
