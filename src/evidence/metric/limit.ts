import type { Verdict } from '../../base/outcome';
import type { MetricSpec } from '../../manifest/model';
import { fieldPlace, unknown } from '../context';
import type { EvidenceContext } from '../context';
import { measureSpec } from '../measure';
import { judgeValue } from './judgement';
import { strictest } from './strictest';

const MILLISECONDS: Readonly<Record<string, number>> = {
  us: 0.001,
  µs: 0.001,
  ms: 1,
  s: 1000,
  sec: 1000,
  seconds: 1000,
  min: 60_000,
  minutes: 60_000,
  h: 3_600_000,
};

/** Is a time within the limit that the way of serving sets (`{ real-time: 100 ms, batch: 60 min }`)? */
export function judgeLimit(
  context: EvidenceContext,
  specs: readonly MetricSpec[],
  by: Readonly<Record<string, string>>,
): Verdict {
  const serving = context.manifest.fields.get('serving')?.text;
  const limit = serving !== undefined && Object.hasOwn(by, serving) ? by[serving] : undefined;
  if (serving === undefined || limit === undefined) {
    const ways = Object.keys(by).join(' or ');
    return unknown(
      `How predictions are served is not said; add \`serving: ${ways}\`.`,
      fieldPlace(context.manifest, 'serving'),
    );
  }
  return strictest(specs.map(spec => judgeOne(context, spec, limit, serving)));
}

function judgeOne(context: EvidenceContext, spec: MetricSpec, limit: string, serving: string): Verdict {
  const { name, unit = '' } = spec;
  const place = { file: context.manifest.file, range: spec.range };
  const most = inUnit(limit, unit);
  if (most === undefined)
    return unknown(`\`${name}\` has no unit of time; add \`unit: ms\`, \`s\` or \`min\`.`, place);
  const measured = measureSpec(context, spec);
  if (!measured.ok) return unknown(measured.failure.reason, place);
  const words = `with ${serving} serving the limit is ${limit}`;
  return judgeValue(measured.value, {
    name,
    target: { op: '<=', value: most },
    words,
    unit,
    confident: false,
  });
}

/** `100 ms` in seconds is 0.1. */
function inUnit(limit: string, unit: string): number | undefined {
  const [, amount, of = ''] = /^([\d.]+)\s*(\S+)$/.exec(limit.trim()) ?? [];
  const [from, to] = [MILLISECONDS[of], MILLISECONDS[unit.toLowerCase()]];
  return amount === undefined || from === undefined || to === undefined
    ? undefined
    : (Number(amount) * from) / to;
}
