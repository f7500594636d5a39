import type { Verdict } from '../../base/outcome';
import type { FieldEvidence } from '../../manifest/evidence';
import { fieldPlace, met, misread, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { counted, sentence, shown } from '../words';

/** Is a field of the manifest truly filled in? */
export function judgeField(evidence: FieldEvidence, { manifest }: EvidenceContext): Verdict {
  const place = fieldPlace(manifest, evidence.path);
  const mistake = misread(manifest, evidence.path);
  if (mistake) return mistake;
  if (evidence.target) return judgeTargets({ manifest }, evidence.path);
  const field = manifest.fields.get(evidence.path);
  if (field?.filled) return met(sentence(field.text), place);
  if (field && field.text !== '') {
    return unmet(
      `\`${evidence.path}\` still holds a placeholder (${field.text}); write your own words.`,
      place,
    );
  }
  return unmet(`\`${evidence.path}\` is not filled in; add it to the manifest.`, place);
}

function judgeTargets({ manifest }: Pick<EvidenceContext, 'manifest'>, path: string): Verdict {
  const [first, ...others] = manifest.metrics.filter(metric => metric.target);
  if (!first?.target) {
    const reason =
      manifest.metrics.length === 0
        ? `\`${path}\` names no metric yet; add one with a target, such as recall: { min: 0.80 }.`
        : `None of the ${counted(manifest.metrics.length, 'metric')} has a target; give one \`min\`, \`max\` or \`target\`.`;
    return unmet(reason, fieldPlace(manifest, path));
  }
  const { op, value } = first.target;
  const rest = others.length > 0 ? `, and ${counted(others.length, 'other')} with a target` : '';
  return met(`${first.name} ${op} ${shown(value, first.unit)}${rest}.`, {
    file: manifest.file,
    range: first.range,
  });
}
