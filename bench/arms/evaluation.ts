/**
 * A project of 1,000 criteria and 10,000 files is evaluated, then once more after each of several saves: `<folder>` → for
 * the cold evaluation and each of {@link SAVES}, CPU milliseconds and the number of criteria that were judged.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../../src/host/node-files';
import type { Workspace } from '../../src/project/workspace';
import { createWorkspace } from '../../src/project/workspace';
import { makeProject, SAVES } from '../project';
import { answer, cpu } from './sources';

const ROUNDS = 5;
const [folder = ''] = process.argv.slice(2);
makeProject(folder);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ports = { files: nodeFiles({ roots: [folder] }), clock: { now: Date.now }, log, pause: nextTurn };

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

async function evaluated(workspace: Workspace): Promise<[number, number]> {
  const judged = workspace.counters().criteriaJudged;
  const before = cpu();
  await workspace.discover([folder], { depth: 1 });
  const { projects } = await workspace.status();
  const spent = cpu() - before;
  if (projects[0]?.progress.total !== 1000) throw new Error('There are not 1,000 criteria.');
  return [spent, workspace.counters().criteriaJudged - judged];
}

/** The median of several saves of the same file, each with another content. */
async function saved(workspace: Workspace, path: string, content: (n: number) => string): Promise<number[]> {
  const rounds: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    writeFileSync(join(folder, path), content(round));
    const before = cpu();
    await workspace.touch([{ path: join(folder, path), kind: 'changed' }]);
    const touched = cpu() - before;
    const [spent, judged] = await evaluated(workspace);
    rounds.push([touched + spent, judged]);
  }
  return rounds.sort(([a], [b]) => a - b)[Math.floor(ROUNDS / 2)] ?? [];
}

async function measure(): Promise<void> {
  const workspace = createWorkspace(ports, { roots: [folder] });
  const numbers: number[] = [...(await evaluated(workspace))];
  for (const { path, content } of SAVES) numbers.push(...(await saved(workspace, path, content)));
  answer(...numbers);
}

void measure();
