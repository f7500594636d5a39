import { Scalar } from 'yaml';
import type { Span } from '../../base/place';
import { report } from './report';
import type { Reading } from './report';
import type { ScalarTree } from './tree';

/**
 * Text that YAML reads as something else unless it is in quotes: `target: >= 0.80` begins a folded block, a backtick is
 * reserved. People write both. The text is taken as meant, and the problem brings the quotes.
 */
export function unquoted(reading: Reading, node: Scalar, what: 'name' | 'value'): ScalarTree | undefined {
  const span = meantText(reading.text, node);
  if (!span) return undefined;
  const written = reading.text.slice(span.start, span.end);
  // Backticks belong to expressions; around a name they stand for the quotes.
  const meant = what === 'name' ? written.replace(/^`([^`]*)`$/, '$1') : written;
  const range = reading.lines.rangeOf(span);
  report(reading, {
    code: written.startsWith('>') ? 'unquoted-comparison' : 'unquoted-text',
    message: wording(written),
    range,
    fix: { title: `Put ${meant} in quotes`, newText: JSON.stringify(meant) },
  });
  return { kind: 'scalar', value: meant, source: meant, range };
}

function wording(written: string): string {
  const first = written.charAt(0);
  return first === '>'
    ? `In YAML \`>\` begins a block of text, so a comparison needs quotes: "${written}".`
    : `In YAML a text must not begin with \`${first}\`; put it in quotes.`;
}

function meantText(text: string, node: Scalar): Span | undefined {
  const [start, end] = node.range ?? [0, 0];
  if (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL)
    return blockHeader(text, start);
  if (node.type !== Scalar.PLAIN || !/^[>|`@%]/.test(text.slice(start, end))) return undefined;
  return { start, end };
}

/** The rest of the line after `>`, unless it is a true header of a block (`>`, `>-`, `|2 # comment`). */
function blockHeader(text: string, start: number): Span | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  if (/^[>|][-+\d]*\s*(#.*)?$/.test(line)) return undefined;
  const content = line.replace(/\s+#.*$/, '').trimEnd();
  return { start, end: start + content.length };
}
