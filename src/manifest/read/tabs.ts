import { report } from './report';
import type { Reading } from './report';

/** Enough to see the pattern; the fix of one line shows the way for the others. */
const MAX_REPORTED = 20;

/**
 * The text with one space for each tab of an indentation, so that offsets stay and the fields can still be read. Each
 * such line becomes a problem with its fix.
 */
export function withoutTabs(reading: Reading): string {
  let reported = 0;
  return reading.text.replace(/^[ \t]*\t[ \t]*(?=[^\s#])/gm, (indentation: string, start: number) => {
    if (reported++ < MAX_REPORTED) reportTabs(reading, indentation, start);
    return ' '.repeat(indentation.length);
  });
}

function reportTabs(reading: Reading, indentation: string, start: number): void {
  report(reading, {
    code: 'tab',
    message: 'A tab stands where YAML wants spaces. Indent with spaces.',
    range: reading.lines.rangeOf({ start, end: start + indentation.length }),
    fix: { title: 'Replace tabs by spaces', newText: indentation.replaceAll('\t', '  ') },
  });
}
