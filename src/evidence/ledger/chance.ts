import type { Chance } from '../../base/ledger';
import type { MetricSpec } from '../../manifest/model';
import { knownDirection } from '../../metrics/names';
import { luckOfBest } from '../../statistics/best-of';
import type { Measured } from '../measure';
import { measureSpec } from '../measure';
import { counted, listed, shown } from '../words';
import { isTestSplit } from './runs';
import type { LedgerContext } from './context';

/** For each metric that is claimed on the test set: what the best of `looks` looks is worth by chance. */
export function chances(context: LedgerContext, looks: number): readonly Chance[] {
  if (looks < 2) return [];
  return context.manifest.metrics.flatMap(spec => {
    if (spec.kind !== 'model') return [];
    const measured = measureSpec(context, spec);
    return measured.ok && isClaim(context, spec, measured.value)
      ? [chanceOf(spec, measured.value, looks)]
      : [];
  });
}

function isClaim({ manifest }: LedgerContext, spec: MetricSpec, { parts }: Measured): boolean {
  const split = parts[0]?.split ?? spec.split;
  return spec.expr === undefined && split !== undefined && isTestSplit(manifest, split);
}

function chanceOf(spec: MetricSpec, { value, counts }: Measured, looks: number): Chance {
  const { name } = spec;
  if (!counts) {
    const text = `What chance is worth for \`${name}\` is not known: it is no share of a known number of rows.`;
    return { metric: name, text };
  }
  const luck = luckOfBest(counts.successes, counts.n, looks);
  const gain = gainOf(spec, value);
  const worth = `For \`${name}\`, the best of ${looks} looks at ${counted(counts.n, 'row')} is worth up to ${shown(rounded(luck))} by chance`;
  return {
    metric: name,
    luck,
    ...(gain !== undefined && { gain }),
    text: `${worth}${beside(spec, gain, luck)}`,
  };
}

function beside({ baseline }: MetricSpec, gain: number | undefined, luck: number): string {
  if (gain === undefined || baseline === undefined) return '; there is no baseline to hold that against.';
  const lead = `its lead over the baseline of ${shown(baseline)} is ${shown(rounded(gain))}`;
  return gain > luck ? `; ${lead}.` : `, and ${lead}: it may be nothing but luck.`;
}

function gainOf(
  { name, baseline, direction = knownDirection(name) }: MetricSpec,
  value: number,
): number | undefined {
  if (baseline === undefined || !direction) return undefined;
  return direction === 'higher' ? value - baseline : baseline - value;
}

/** The sentences of several metrics; what is not known of them, once for all. */
export function chanceTexts(chance: readonly Chance[]): readonly string[] {
  const known = chance.filter(({ luck }) => luck !== undefined);
  const unknown = chance.filter(({ luck }) => luck === undefined);
  if (unknown.length < 2) return chance.map(({ text }) => text);
  const names = listed(unknown.map(({ metric }) => `\`${metric}\``));
  return [
    ...known.map(({ text }) => text),
    `What chance is worth for ${names} is not known: of none it is told how many rows it is a share of.`,
  ];
}

const rounded = (value: number): number => Number(value.toFixed(3));
