import type { ProjectState } from '../../base/project';
import type { Icon, TreeNode } from './node';
import { plain } from './words';

/** One row: how often the test set was looked at. None where nobody has looked and nobody counts. */
export function ledgerRow({ file, ledger }: ProjectState): TreeNode[] {
  if (!ledger || (ledger.count === 0 && ledger.budget === undefined)) return [];
  const { count, budget, text, chance, doubts } = ledger;
  const over = budget !== undefined && count > budget;
  const spent = budget === undefined ? String(count) : `${count}/${budget}`;
  const row: TreeNode = {
    id: `${file}#test-set`,
    target: { project: file },
    label: 'Test set',
    description: `${spent} looks${over ? ' · worn out' : ''}`,
    icon: over ? WORN : FRESH,
    tooltip: {
      title: 'How often has the test set been looked at?',
      paragraphs: [
        { text: `${text}.` },
        ...chance.map(one => ({ text: plain(one.text) })),
        ...doubts.slice(0, 3).map(doubt => ({ label: 'There may be more', text: doubt })),
      ],
    },
    spoken: `Test set, ${text}${over ? ', worn out' : ''}`,
    capabilities: ['showLedger'],
    expanded: false,
    children: [],
  };
  return [row];
}

const FRESH: Icon = { name: 'eye' };
const WORN: Icon = { name: 'eye', color: 'list.warningForeground' };
