import type { Range } from '../base/place';
import { compare } from '../manifest/expression/evaluate';
import type { Manifest, MetricSpec } from '../manifest/model';
import type { Document } from './document';
import { shortNumber, valueWords } from './hover/metric';
import { stageWords } from './hover/stage';
import { stageState } from './judged';
import { mentionsIn } from './mentions';
import type { Surroundings } from './surroundings';

/** A line above a stage or metric that says how it stands. */
export interface Lens {
  readonly range: Range;
  readonly title: string;
  /** What a click shows: the stage in the tracker, or the metric in the report. */
  readonly shows:
    { readonly kind: 'stage'; readonly stage: string } | { readonly kind: 'report'; readonly metric: string };
}

/** The lenses of a manifest; none while it has not been evaluated. */
export async function lensesIn(document: Document, around: Surroundings): Promise<readonly Lens[]> {
  if (document.kind !== 'manifest' || !around.state || !around.saved) return [];
  const lenses: Lens[] = [];
  for (const { subject, span, path, form } of mentionsIn(document)) {
    if (form !== 'name' || path.length !== 2) continue;
    const range = document.lines.rangeOf(span);
    if (subject.kind === 'stage') lenses.push(...stageLens(subject.name, range, around, around.saved));
    if (subject.kind === 'metric')
      lenses.push(...(await metricLens(subject.name, range, around, around.saved)));
  }
  return lenses;
}

/** The line stays while something is typed, so that the text does not jump; what it says would not be true any more. */
const CHANGED = 'Changed: save to see how it stands';

function stageLens(stage: string, range: Range, around: Surroundings, saved: Manifest): readonly Lens[] {
  const state = stageState(around, stage);
  if (!state) return [];
  const isSaved = isSame(around.manifest.stages.get(stage), saved.stages.get(stage));
  return [{ range, title: isSaved ? stageWords(state) : CHANGED, shows: { kind: 'stage', stage } }];
}

async function metricLens(
  name: string,
  range: Range,
  around: Surroundings,
  saved: Manifest,
): Promise<readonly Lens[]> {
  const named = (metric: MetricSpec): boolean => metric.name === name;
  const spec = around.manifest.metrics.find(named);
  if (!spec) return [];
  const isSaved = isSame(spec, saved.metrics.find(named));
  return [
    {
      range,
      title: isSaved ? await metricWords(spec, around) : CHANGED,
      shows: { kind: 'report', metric: name },
    },
  ];
}

/** `0.83 on test: meets >= 0.8` */
async function metricWords({ name, target, unit }: MetricSpec, around: Surroundings): Promise<string> {
  const measured = await around.measure(name);
  if (!measured.ok) return 'No value: the report says why';
  const { value } = measured.value;
  const now = valueWords(measured.value, unit);
  if (!target) return now;
  return `${now}: ${compare(value, target.op, target.value) ? 'meets' : 'misses'} ${target.op} ${shortNumber(target.value)}`;
}

/** Do two entries say the same, wherever they stand? */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, withoutPlaces) === JSON.stringify(b, withoutPlaces);
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === 'range') return undefined;
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}
