import type { Document, ErrorCode, YAMLParseError } from 'yaml';
import { report } from './report';
import type { Reading } from './report';

/** What the YAML library's codes mean for somebody who writes a manifest; for the rest its own words are shown. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'A tab stands where YAML wants spaces. Indent with spaces.',
  BAD_INDENT:
    'This line is indented differently from its neighbours. Fields of one block start in the same column.',
  MULTIPLE_DOCS:
    'Only the first document is read. Remove `---` and what follows, or move it to a file of its own.',
  MULTILINE_IMPLICIT_KEY: 'Expected `name: value`. Is a colon missing, or the space behind it?',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, or a colon and the space behind it.',
  BLOCK_AS_IMPLICIT_KEY:
    'Only one `name: value` may stand on a line. If the colon belongs to the text, put it in quotes.',
};

/**
 * Reports what the library found, once per line: it tends to complain again about what it skipped. Lines that already
 * have a problem of ours, which knows more, are left out.
 */
export function reportYamlErrors(reading: Reading, document: Document.Parsed): void {
  const reported = new Set(reading.problems.map(problem => problem.place.range.start.line));
  for (const error of document.errors) {
    const range = rangeOf(reading, error);
    if (reported.has(range.start.line)) continue;
    reported.add(range.start.line);
    report(reading, { code: 'bad-yaml', message: wording(error), range });
  }
}

function wording({ code, message }: YAMLParseError): string {
  const bracket = /end with an? (.)/.exec(message)?.[1];
  if (bracket !== undefined) return `The closing \`${bracket}\` is missing.`;
  return WORDS[code] ?? `This is not valid YAML: ${message.replace(/\.?$/, '.')}`;
}

function rangeOf(reading: Reading, error: YAMLParseError) {
  const [start, end] = error.pos;
  // An error about a missing bracket may span the rest of the file: its first line says enough.
  const lineEnd = start + (/^[^\r\n]*/.exec(reading.text.slice(start, end))?.[0].length ?? 0);
  return reading.lines.rangeOf({ start, end: Math.max(lineEnd, Math.min(start + 1, reading.text.length)) });
}
