import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMetrics } from '../../../src/metrics/read';
import { draw } from './draw';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../docs/metrics.md'), 'utf8');

interface Example {
  readonly ending: string;
  readonly source: string;
  readonly expected: string;
}

/** Each block of a format with the block of text that follows it. */
function examples(markdown: string): Example[] {
  const pairs = markdown.matchAll(/```(json|csv|yaml|toml)\n(.*?)```\n\n```text\n(.*?)```/gs);
  return [...pairs].map(([, ending = '', source = '', expected = '']) => ({ ending, source, expected }));
}

describe('docs/metrics.md', () => {
  test.each(examples(DOCUMENT))('$source', ({ ending, source, expected }) => {
    const drawn = draw(readMetrics(`/p/metrics.${ending}`, new TextEncoder().encode(source)));
    const withoutPlaces = drawn.map(line => line.replace(/ {2}\d+:\d+$/, ''));
    expect(withoutPlaces).toEqual(expected.trimEnd().split('\n'));
  });

  test('has no example that is not run', () => {
    const fences = DOCUMENT.match(/^```\w+$/gm) ?? [];
    const manifests = DOCUMENT.match(/^```yaml\ndata:/gm) ?? [];
    expect(examples(DOCUMENT)).toHaveLength((fences.length - manifests.length) / 2);
  });
});
