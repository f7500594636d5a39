import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { Place } from '../../base/place';
import type { FileEvidence } from '../../manifest/evidence';
import { met, unmet } from '../context';
import { counted, listed } from '../words';
import { ownLines, sectionsOf } from './sections';
import type { Section } from './sections';

/** Does a text hold what it must, in somebody's own words? */
export function judgeText(
  evidence: FileEvidence,
  text: string,
  { file, name }: { readonly file: string; readonly name: string },
): Verdict {
  const place = { file, range: START_OF_FILE };
  const lines = text.split(/\r\n|\r|\n/);
  if (isProse(file) && ownLines(lines).length === 0) {
    return unmet(`${name} holds nothing but headings and placeholders; write your own words.`, place);
  }
  return (
    judgeSections(evidence.sections, text, name, place) ??
    judgeWords(evidence.minWords, lines, name, place) ??
    judgeMentions(evidence.mentions, lines, name, place)
  );
}

function judgeSections(
  wanted: readonly string[],
  text: string,
  name: string,
  place: Place,
): Verdict | undefined {
  const sections = wanted.length > 0 ? sectionsOf(text) : [];
  for (const title of wanted) {
    const named = sections.filter(candidate => same(candidate.title, title));
    const [section] = named;
    if (!section) return unmet(`${name} has no section "${title}"; add one.`, place);
    if (!named.some(({ body }) => ownLines(body).length > 0)) {
      return unmet(`The section "${title}" of ${name} is empty; write it.`, {
        file: place.file,
        range: headingRange(section),
      });
    }
  }
  return undefined;
}

function judgeWords(
  least: number,
  lines: readonly string[],
  name: string,
  place: Place,
): Verdict | undefined {
  const words =
    least > 0
      ? ownLines(lines)
          .join(' ')
          .split(/\s+/)
          .filter(word => word !== '').length
      : 0;
  if (words >= least) return undefined;
  return unmet(`${name} has ${counted(words, 'word')}; at least ${least} are expected.`, place);
}

/** Words count outside comments, in files where `#` begins one. */
function judgeMentions(
  mentions: readonly string[],
  lines: readonly string[],
  name: string,
  place: Place,
): Verdict {
  if (mentions.length === 0) return met(`${name} is there and filled in.`, place);
  for (const [line, text] of lines.entries()) {
    const content = (isProse(place.file) ? text : text.replace(/(^|\s)#.*$/, '')).toLowerCase();
    const found = mentions.find(word => content.includes(word.toLowerCase()));
    if (found === undefined) continue;
    const range = { start: { line, column: 0 }, end: { line, column: text.length } };
    return met(`${name} mentions ${found} in line ${line + 1}.`, { file: place.file, range });
  }
  return unmet(`${name} does not mention ${listed(mentions, 'or')}.`, place);
}

function headingRange({ line, title }: Section) {
  return { start: { line, column: 0 }, end: { line, column: title.length } };
}

const isProse = (file: string): boolean =>
  /\.(md|markdown|txt|rst|adoc|org)$/i.test(file) || !/\.[^/]*$/.test(file);

const same = (a: string, b: string): boolean => normal(a) === normal(b);

/** Numbering, the date of a journal's entry, emphasis and case do not make another heading. */
const normal = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^\d{4}-\d\d-\d\d\s*[·:,–—-]?\s*/, '')
    .replace(/^[\d.]+\s+/, '')
    .replace(/[*_`:]/g, '')
    .trim();
