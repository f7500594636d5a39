import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import { staysInside } from '../../manifest/read/paths';
import { unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { listed } from '../words';
import { expand, isGlob, TOO_MUCH } from './expand';

/**
 * Judges the files that paths and globs name: one that satisfies is enough; of several that fall short, one stands for
 * all.
 */
export async function judgeNamed(
  paths: readonly string[],
  context: EvidenceContext,
  judgeOne: (file: string) => Promise<Verdict>,
): Promise<Verdict> {
  const outside = paths.find(path => !staysInside(path));
  if (outside !== undefined) return unknown(`\`${outside}\` leaves the project, so it is not read.`);
  const verdicts: Verdict[] = [];
  const { found, cut } = await filesOf(paths, context);
  for (const file of found) {
    const verdict = await judgeOne(file);
    if (verdict.outcome === 'met') return verdict;
    verdicts.push(verdict);
  }
  // Another file may well do, where nobody looked.
  if (cut !== undefined) return unknown(`\`${cut}\` was not looked for everywhere: ${TOO_MUCH}.`);
  return (
    verdicts.find(({ outcome }) => outcome === 'unknown') ??
    verdicts[0] ??
    (await hidden(paths, context)) ??
    missing(paths, context)
  );
}

/** A file that is there and may not be looked at, such as a link that leaves the project. */
async function hidden(
  paths: readonly string[],
  { manifest, facts }: EvidenceContext,
): Promise<Verdict | undefined> {
  for (const path of paths.filter(one => !isGlob(one))) {
    const read = await facts.files.read(`${manifest.root}/${path}`);
    if (!read.ok && read.failure.kind !== 'missing') {
      return unknown(`\`${path}\` could not be read: ${read.failure.message}.`);
    }
  }
  return undefined;
}

/** Those of the files that are there; `cut` is a pattern for which not everything was looked through. */
async function filesOf(
  paths: readonly string[],
  { manifest, facts }: EvidenceContext,
): Promise<{ readonly found: readonly string[]; readonly cut?: string }> {
  const files: string[] = [];
  let cut: string | undefined;
  for (const path of paths) {
    const { found, whole } = await expand(facts.files, manifest.root, path);
    files.push(...found);
    if (!whole) cut ??= path;
  }
  return { found: files, ...(cut !== undefined && { cut }) };
}

function missing(paths: readonly string[], { manifest }: EvidenceContext): Verdict {
  const [first = '', second] = paths;
  if (second !== undefined) return unmet(`None of ${listed(paths.map(path => `\`${path}\``))} is there.`);
  if (isGlob(first)) return unmet(`There is no file \`${first}\`.`);
  return unmet(`\`${first}\` is not there; create it.`, {
    file: `${manifest.root}/${first}`,
    range: START_OF_FILE,
  });
}

/** The text of bytes; `undefined` for what is not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
