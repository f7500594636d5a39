import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Span } from '../../base/place';
import { lineIndex } from '../../base/lines';
import type { Parsed } from '../../base/result';
import { collect } from '../collector';
import { freeForm } from '../free-form';
import type { MetricTable } from '../table';
import type { Tree } from '../tree';
import { tomlPlaces, type TomlPlaces } from './toml-places';

/** Reads metrics from TOML. */
export function readToml(file: string, text: string): Parsed<MetricTable> {
  const collector = collect(file, text);
  const parsed = parseToml(text);
  if (parsed instanceof TomlError) {
    const start = lineIndex(text).offsetAt({ line: parsed.line - 1, column: parsed.column - 1 });
    const [reason = ''] = parsed.message.replace(/^Invalid TOML document: /, '').split('\n');
    const message = `Not valid TOML: ${reason}. No metric is taken from this file until it is whole.`;
    collector.fault('bad-toml', message, { start, end: start + 1 });
  } else {
    freeForm(collector, treeOf(parsed, [], tomlPlaces(text)));
  }
  return collector.result();
}

function parseToml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) return error;
    throw error;
  }
}

function treeOf(value: unknown, path: readonly string[], places: TomlPlaces): Tree {
  const span: Span = places.of(path);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => treeOf(item, [...path, String(index)], places));
    return { kind: 'array', items, ...span };
  }
  if (value instanceof TomlDate) return { kind: 'text', text: value.toISOString(), ...span };
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return { kind: 'number', value: Number(value), raw: places.text(span) ?? String(value), ...span };
    case 'boolean':
      return { kind: 'boolean', text: String(value), ...span };
    case 'object':
      return {
        kind: 'object',
        entries: Object.entries(value ?? {}).map(([key, item]) => ({
          key,
          value: treeOf(item, [...path, key], places),
        })),
        ...span,
      };
    default:
      return { kind: 'text', text: String(value), ...span };
  }
}
