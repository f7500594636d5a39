import { escapeMarkdown } from '../markdown/text';
import type { CardFacts } from './facts';
import type { Region } from './regions';

/** Which fields of the manifest stand under which heading, and what they are called there. */
const FIELDS: Readonly<Record<string, readonly (readonly [name: string, path: string])[]>> = {
  description: [
    ['Developed by', 'owner'],
    ['Model type', 'task'],
    ['Why this model', 'model.why'],
    ['Registered as', 'model.registered'],
  ],
  uses: [
    ['Decision', 'problem.decision'],
    ['Use case', 'scope.use_case'],
    ['Users', 'problem.users'],
    ['Why', 'problem.why'],
    ['What an error costs', 'problem.cost'],
  ],
  limits: [
    ['Biases', 'data.biases'],
    ['Shift', 'data.shift'],
    ['Privacy', 'privacy'],
  ],
  'training-data': [
    ['Sources', 'data.sources'],
    ['Labels', 'data.labelling'],
    ['Training rows', 'data.splits.train'],
    ['Validation rows', 'data.splits.validation'],
  ],
  'testing-data': [['Test rows', 'data.splits.test']],
  factors: [['Slices', 'data.slices']],
  technical: [
    ['Interface', 'deployment.interface'],
    ['Infrastructure', 'deployment.infrastructure'],
    ['Serving', 'serving'],
  ],
  contact: [['Owner', 'owner']],
};

/** What the manifest says, as regions of a card; one of which nothing is filled in is not there. */
export function factRegions({ field }: CardFacts): readonly Region[] {
  return Object.entries(FIELDS).flatMap(([id, fields]) => {
    const lines = fields.flatMap(([name, path]) => {
      const text = field(path);
      return text === undefined ? [] : [`- **${name}:** ${escapeMarkdown(text)}`];
    });
    return lines.length === 0 ? [] : [{ id, lines: ['', ...lines, ''] }];
  });
}
