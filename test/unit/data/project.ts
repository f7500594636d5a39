import type { CriterionState } from '../../../src/base/outcome';
import { inProcessData } from '../../../src/project/in-process-data';
import { createWorkspace } from '../../../src/project/workspace';
import type { Workspace } from '../../../src/project/workspace';
import { memoryFiles } from '../project/memory-files';
import type { Content } from './memory';
import { largeFiles } from './memory';

export interface DataProject {
  readonly workspace: Workspace;
  readonly contents: Map<string, Content>;
  /** Makes a file of it; nobody is told. */
  write(path: string, content: string): void;
}

/** A project at `/w` whose data are read where it is asked. */
export function dataProject(
  files: Readonly<Record<string, Content>>,
  onRead: (path: string, contents: Map<string, Content>) => void = () => undefined,
): DataProject {
  const contents = new Map(Object.entries(files).map(([path, content]) => [`/w/${path}`, content]));
  const small = memoryFiles(Object.fromEntries(contents));
  const silent = (): undefined => undefined;
  const large = largeFiles(contents, path => {
    onRead(path, contents);
  });
  const workspace = createWorkspace(
    {
      files: small,
      data: inProcessData(small, large),
      clock: { now: () => Date.UTC(2026, 9, 2, 12) },
      log: { info: silent, warn: silent, error: silent },
      pause: () => Promise.resolve(),
    },
    { roots: ['/w'] },
  );
  const write = (path: string, content: string): void => {
    small.write(path, content);
    contents.set(path, content);
  };
  return { workspace, contents, write };
}

/** What evidence says of data. */
export async function verdictOnData(
  evidence: string,
  data: string,
  files: Readonly<Record<string, Content>>,
  onRead?: (path: string, contents: Map<string, Content>) => void,
): Promise<CriterionState> {
  const manifest = [
    'version: 1\nname: x\nlifecycle: ./own.yaml',
    data,
    `stages: { s: { criteria: { c: { evidence: ${evidence} } } } }\n`,
  ].join('\n');
  const own = 'id: own\ntitle: Own\nstages: [{ id: s, title: S, criteria: [{ id: c, ask: C? }] }]\n';
  const { workspace } = dataProject({ ...files, 'holdout.yaml': manifest, 'own.yaml': own }, onRead);
  await workspace.discover(['/w']);
  const { projects } = await workspace.status();
  const problems = projects.flatMap(project =>
    project.problems.filter(({ severity }) => severity === 'error'),
  );
  const criterion = projects[0]?.stages[0]?.criteria[0];
  if (!criterion || problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return criterion;
}
