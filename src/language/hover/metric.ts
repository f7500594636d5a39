import { compare } from '../../manifest/expression/evaluate';
import type { Target } from '../../manifest/target';
import { code, plain, sentence } from '../markdown';
import type { MeasuredMetric, Surroundings } from '../surroundings';

/** What a metric is now, where that comes from, and what it should be. */
export async function metricHover(name: string, around: Surroundings): Promise<readonly string[]> {
  const spec = around.manifest.metrics.find(metric => metric.name === name);
  const measured = await around.measure(name);
  const now = measured.ok
    ? `Now **${plain(valueWords(measured.value, spec?.unit))}**, from ${code(placeOf(measured.value, around))}.`
    : sentence(measured.failure);
  const target = spec?.target && wordTarget(spec.target, measured.ok ? measured.value.value : undefined);
  return [
    `**${plain(name)}** ${spec ? `(${spec.kind} metric)` : '(metric that runs report)'}`,
    now,
    ...(target === undefined ? [] : [target]),
    ...(spec?.baseline === undefined ? [] : [`Baseline ${code(String(spec.baseline))}.`]),
    ...(spec?.expr === undefined ? [] : [`Computed as ${code(spec.expr)}.`]),
  ];
}

function wordTarget(target: Target, value: number | undefined): string {
  const words = `Target ${code(`${target.op} ${target.value}`)}`;
  if (value === undefined) return `${words}.`;
  return `${words}: ${compare(value, target.op, target.value) ? 'met' : 'not met'}.`;
}

/** `120 ms on test` */
export function valueWords({ value, label }: MeasuredMetric, unit: string | undefined): string {
  const split = / on \S+$/.exec(label)?.[0] ?? '';
  return `${shortNumber(value)}${unit === undefined ? '' : ` ${unit}`}${split}`;
}

/** Four digits tell what there is to tell. */
export function shortNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}

function placeOf({ place }: MeasuredMetric, { manifest }: Surroundings): string {
  const path = place.file.startsWith(`${manifest.root}/`)
    ? place.file.slice(manifest.root.length + 1)
    : place.file;
  return `${path}, line ${place.range.start.line + 1}`;
}
