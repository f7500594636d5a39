import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectState } from '../../../src/base/project';
import type { TreeNode } from '../../../src/extension/tree/node';
import { trackerNodes } from '../../../src/extension/tree/project';
import type { Row, Rows } from '../../../src/extension/tree/rows';
import { createRows } from '../../../src/extension/tree/rows';
import { criterion, project, stage } from './states';

const STAGES = ['data', 'training'];
const CRITERIA = ['a', 'b'];
const FILE = '/ada/fraud/holdout.yaml';

/** A project of two stages with two criteria each; `reasons` by `stage/criterion`. */
function made(reasons: Readonly<Record<string, string>> = {}): ProjectState {
  return project({
    stages: STAGES.map(id =>
      stage({
        id,
        criteria: CRITERIA.map(one =>
          criterion({ id: one, outcome: 'unmet', reason: reasons[`${id}/${one}`] ?? 'Why not.' }),
        ),
      }),
    ),
  });
}

const idsOf = (changed: readonly Row[] | 'all') =>
  changed === 'all' ? changed : changed.map(({ id }) => id.slice(FILE.length + 1));

function renewed(rows: Rows, ...projects: ProjectState[]) {
  return idsOf(rows.renew(trackerNodes(projects)));
}

describe('the rows that are drawn again', () => {
  it('are all at first, and none where nothing changed', () => {
    const rows = createRows();
    expect(renewed(rows, made())).toBe('all');
    expect(renewed(rows, made())).toEqual([]);
  });

  it('is one criterion where only its reason is another', () => {
    const rows = createRows();
    // The tooltip of the stage names the first failures, so the second of one that is not unmet is changed here.
    const calm = (reason: string) =>
      project({ stages: [stage({ criteria: [criterion(), criterion({ id: 'b', reason })] })] });
    renewed(rows, calm('One.'));
    expect(renewed(rows, calm('Another.'))).toEqual(['problem-definition/b']);
  });

  it('is the stage where it says something else itself', () => {
    const rows = createRows();
    renewed(rows, made());
    expect(renewed(rows, made({ 'training/b': 'Another.' }))).toEqual(['training']);
  });

  it('are all where a project joins', () => {
    const rows = createRows();
    renewed(rows, made());
    expect(renewed(rows, made(), project({ file: '/ada/churn/holdout.yaml' }))).toBe('all');
  });

  it('are known by the same object while they are there', () => {
    const rows = createRows();
    renewed(rows, made());
    const before = rows.find(`${FILE}#training/b`);
    renewed(rows, made({ 'training/b': 'Another.' }));
    expect(rows.find(`${FILE}#training/b`)).toBe(before);
    expect(before && rows.parent(before)?.id).toBe(`${FILE}#training`);
    expect(before && rows.node(before)?.description).toBe('Another.');
  });

  it('are enough for the tree to be the new one', () => {
    const state = fc
      .dictionary(fc.constantFrom('data/a', 'data/b', 'training/a'), fc.constantFrom('x', 'y'))
      .map(made);
    fc.assert(
      fc.property(fc.array(fc.array(state, { maxLength: 1 }), { maxLength: 5 }), trees => {
        const rows = createRows();
        let drawn = new Map<string, string>();
        for (const tree of trees) {
          const nodes = trackerNodes(tree);
          drawn = redrawn(drawn, rows.renew(nodes), rows);
          expect([...drawn].sort()).toEqual([...everything(nodes)].sort());
        }
      }),
    );
  });
});

const own = (node: TreeNode): string =>
  JSON.stringify({ ...node, children: node.children.map(({ id }) => id) });

function everything(nodes: readonly TreeNode[]): Map<string, string> {
  return new Map(nodes.flatMap(node => [[node.id, own(node)], ...everything(node.children)]));
}

/** What VS Code has drawn after it was told. */
function redrawn(
  drawn: ReadonlyMap<string, string>,
  changed: readonly Row[] | 'all',
  rows: Rows,
): Map<string, string> {
  const nodesOf = (some: readonly Row[]) => some.flatMap(row => rows.node(row) ?? []);
  if (changed === 'all') return everything(nodesOf(rows.roots));
  return new Map([...drawn, ...everything(nodesOf(changed))]);
}
