import type { Verdict } from '../../base/outcome';
import type { MetricSubject } from '../../manifest/evidence';
import type { MetricSpec } from '../../manifest/model';
import { didYouMean, nearest } from '../../base/nearest';
import { fieldPlace, unknown } from '../context';
import type { EvidenceContext } from '../context';
import { article, listed } from '../words';

/** The metrics of the manifest that evidence speaks of; never none, as that is a verdict. */
export type Subjects =
  | { readonly ok: true; readonly specs: readonly [MetricSpec, ...MetricSpec[]] }
  | { readonly ok: false; readonly verdict: Verdict };

export function subjectsOf(context: EvidenceContext, subject: MetricSubject): Subjects {
  const { manifest } = context;
  const [first, ...others] = manifest.metrics.filter(spec => isMeant(spec, subject));
  if (first) return { ok: true, specs: [first, ...others] };
  return { ok: false, verdict: unknown(wordNone(context, subject), fieldPlace(manifest, 'metrics')) };
}

function isMeant(spec: MetricSpec, subject: MetricSubject): boolean {
  if (subject.by === 'text') return spec.name === subject.text;
  const { kind, with: having, named } = subject;
  return (
    (kind === undefined || spec.kind === kind) &&
    (having === undefined || spec[having] !== undefined) &&
    (named.length === 0 || named.some(word => spec.name.toLowerCase().includes(word.toLowerCase())))
  );
}

function wordNone({ manifest }: EvidenceContext, subject: MetricSubject): string {
  if (subject.by === 'text') {
    const near = nearest(
      subject.text,
      manifest.metrics.map(spec => spec.name),
    );
    return `The manifest declares no metric \`${subject.text}\`; add it under \`metrics\`.${didYouMean(near)}`;
  }
  const { kind, with: having, named } = subject;
  const what = [kind, 'metric'].filter(word => word !== undefined).join(' ');
  const but = [
    ...(named.length > 0
      ? [
          `with ${listed(
            named.map(word => `\`${word}\``),
            'or',
          )} in its name`,
        ]
      : []),
    ...(having === undefined ? [] : [`with ${article(having)} ${having}`]),
  ];
  return `The manifest declares no ${[what, ...but].join(' ')}, so there is nothing to measure against; add one under \`metrics\`.`;
}
