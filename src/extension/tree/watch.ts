import type { CriterionState } from '../../base/outcome';
import type { EffortShare, ProjectState } from '../../base/project';
import type { Filter } from '../../contributes/filters';
import type { Icon, TreeNode } from './node';
import { count, plain, shortened, titleOf } from './words';

const REASON_LIMIT = 120;

/** What is pointed at and counted nowhere: pitfalls, how the work is shared out, sayings. None where there is nothing. */
export function watchRows(project: ProjectState, filter: Filter): TreeNode[] {
  const pitfalls = project.pitfalls.filter(({ outcome }) =>
    filter === 'all' ? true : filter === 'failing' ? outcome === 'unmet' : outcome !== 'met',
  );
  const about = filter === 'all' ? [...effortRows(project), ...sayingRows(project)] : [];
  const children = [...pitfalls.map(pitfall => pitfallRow(project.file, pitfall)), ...about];
  if (children.length === 0) return [];
  const seen = project.pitfalls.filter(({ outcome }) => outcome === 'unmet').length;
  const words = seen === 0 ? 'none seen' : count(seen, 'warning', 'warnings');
  return [
    {
      id: `${project.file}#pitfalls`,
      target: { project: project.file },
      label: 'Pitfalls',
      description: words,
      icon: { name: 'eye' },
      tooltip: {
        title: 'Pitfalls',
        paragraphs: [{ text: 'What commonly goes wrong. It counts in no progress.' }],
      },
      spoken: `Pitfalls, ${words}`,
      capabilities: [],
      expanded: filter !== 'all',
      children,
    },
  ];
}

const LOOKS: Readonly<Record<CriterionState['outcome'], { readonly icon: Icon; readonly words: string }>> = {
  unmet: { icon: { name: 'warning', color: 'list.warningForeground' }, words: 'warning' },
  met: { icon: { name: 'pass' }, words: 'not the case' },
  unknown: { icon: { name: 'question' }, words: 'cannot be told' },
  waived: { icon: { name: 'circle-slash' }, words: 'waived' },
};

function pitfallRow(
  file: string,
  { id, ask, help, reason, outcome, evidence, location }: CriterionState,
): TreeNode {
  const { icon, words } = LOOKS[outcome];
  return {
    id: `${file}#pitfalls/${id}`,
    target: { project: file },
    label: titleOf(id),
    description: shortened(reason, REASON_LIMIT),
    icon,
    tooltip: {
      title: ask,
      paragraphs: [
        { text: reason },
        ...(help === undefined ? [] : [{ text: help }]),
        { label: 'Evidence', text: evidence },
      ],
    },
    spoken: `${titleOf(id)}, ${words}. ${plain(reason)}`,
    capabilities: [],
    ...(location ? { place: location } : {}),
    expanded: false,
    children: [],
  };
}

function effortRows({ file, effort }: ProjectState): TreeNode[] {
  if (effort.length === 0) return [];
  const lopsided = effort.some(share => share.lopsided);
  const words = effort.map(wordShare).join(', ');
  const icon: Icon = lopsided ? { name: 'warning', color: 'list.warningForeground' } : { name: 'pie-chart' };
  return [remark(`${file}#effort`, file, { label: 'Effort', text: words, icon })];
}

function wordShare({ kind, text, share, lopsided }: EffortShare): string {
  return `${kind} ${text} (${Math.round(share * 100)} %${lopsided ? ', lopsided' : ''})`;
}

function sayingRows({ file, rulesOfThumb }: ProjectState): TreeNode[] {
  return rulesOfThumb.map((text, index) =>
    remark(`${file}#thumb/${index}`, file, { label: 'Rule of thumb', text, icon: { name: 'info' } }),
  );
}

function remark(
  id: string,
  file: string,
  { label, text, icon }: { readonly label: string; readonly text: string; readonly icon: Icon },
): TreeNode {
  return {
    id,
    target: { project: file },
    label,
    description: text,
    icon,
    tooltip: { title: label, paragraphs: [{ text }] },
    spoken: `${label}: ${text}`,
    capabilities: [],
    expanded: false,
    children: [],
  };
}
