import type { Notice, Section } from '../document';
import type { ReportFacts } from '../facts';
import { plural } from '../format';
import { warningsOf } from '../warnings';

const SEVERITIES: readonly Notice['severity'][] = ['error', 'warning', 'information'];

/** What the reader should know before these numbers are trusted, the gravest first. */
export function warnings(facts: ReportFacts): Section {
  const all = warningsOf(facts);
  const section = { id: 'warnings', title: 'Before you trust these numbers' };
  const isRead = facts.metrics.table.runs.length > 0 || facts.predictions.state === 'read';
  if (all.length === 0 && !isRead) {
    return { ...section, missing: 'No numbers were read yet, so there are none to doubt.', blocks: [] };
  }
  if (all.length === 0) {
    const text = 'Nothing was found that casts doubt on these numbers.';
    return { ...section, summary: text, blocks: [] };
  }
  const notices = SEVERITIES.flatMap(severity => all.filter(notice => notice.severity === severity));
  const grave = all.filter(({ severity }) => severity !== 'information').length;
  const rest = all.length - grave;
  const parts = [
    ...(grave > 0 ? [plural(grave, 'doubt')] : []),
    ...(rest > 0 ? [plural(rest, 'remark')] : []),
  ];
  return { ...section, summary: `${parts.join(', ')}.`, blocks: [{ kind: 'notices', notices }] };
}
