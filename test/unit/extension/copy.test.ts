import { marked } from 'marked';
import { expect, it } from 'vitest';
import { projectMarkdown } from '../../../src/extension/tree/copy';
import { criterion, project, stage } from './states';

it('copies a project as headings and checklists', () => {
  const markdown = projectMarkdown(
    project({
      stages: [
        stage({
          status: 'reopened',
          overdue: true,
          note: 'Held out is unmet.',
          criteria: [
            criterion(),
            criterion({ id: 'held-out', ask: 'Was it held out?', outcome: 'unmet', reason: 'It was not.' }),
            criterion({ id: 'ethics', ask: 'May we?', outcome: 'waived', reason: 'Waived: no people.' }),
          ],
        }),
      ],
      groups: [
        stage({ id: 'g', title: 'Beside', criteria: [criterion({ outcome: 'unknown', reason: 'No run.' })] }),
      ],
    }),
  );
  expect(markdown).toBe(`## Card fraud screening (12/31)

### Problem definition (2/3, reopened, overdue)

Held out is unmet.

- [x] **Cost of error** (met): What does a wrong prediction cost? It is filled in.
- [ ] **Held out** (unmet): Was it held out? It was not.
- [x] ~~Ethics~~ (waived): May we? Waived: no people.

### Beside (0/1)

- [ ] **Cost of error** (unknown): What does a wrong prediction cost? No run.`);
  expect(String(marked.parse(markdown)).match(/<li>/g)).toHaveLength(4);
});
