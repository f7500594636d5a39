import type { Notice } from './document';
import type { ReportView } from './view';

/** What a report says casts doubt on its numbers: the notices of its section `warnings`, the gravest first. */
export function doubtsIn({ sections }: Pick<ReportView, 'sections'>): readonly Notice[] {
  return sections
    .filter(({ id }) => id === 'warnings')
    .flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'notices' ? block.notices : [])));
}
