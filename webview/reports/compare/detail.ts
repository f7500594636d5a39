import type { Curve, CurveDetail, CurveLine } from '../../../src/reports/compare/view';
import type { Range } from './range';

/** Are there points that the curve does not hold, because it was thinned? */
export function isThinned({ lines }: Curve): boolean {
  return lines.some(({ points, left, values }) => values.length < points - left);
}

/** The curve with all that is known of a range of steps, and thinned outside of it, so that zooming out finds something. */
export function withDetail(curve: Curve, detail: CurveDetail): Curve {
  const lines = curve.lines.map(line => {
    const known = detail.lines.find(({ run }) => run === line.run);
    return known ? joined(line, known) : line;
  });
  return { ...curve, lines };
}

function joined(line: CurveLine, { steps, values }: CurveLine): CurveLine {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return line;
  const before = line.steps.filter(step => step < first).length;
  const after = line.steps.findIndex(step => step > last);
  const rest = after < 0 ? line.steps.length : after;
  return {
    ...line,
    steps: [...line.steps.slice(0, before), ...steps, ...line.steps.slice(rest)],
    values: [...line.values.slice(0, before), ...values, ...line.values.slice(rest)],
  };
}

/** What of a curve is seen: for the table beside it. `detail` knows how many points there are, if it is of this range. */
export function visible(curve: Curve, { min, max }: Range, detail: CurveDetail | undefined): Curve {
  const lines = curve.lines.map((line): CurveLine => {
    const seen = line.steps.flatMap((step, at) => (step >= min && step <= max ? [at] : []));
    const counted = detail?.lines.find(({ run }) => run === line.run);
    return {
      run: line.run,
      steps: seen.map(at => line.steps[at] ?? NaN),
      values: seen.map(at => line.values[at] ?? NaN),
      points: counted?.points ?? seen.length,
      left: counted?.left ?? 0,
    };
  });
  return { ...curve, lines };
}
