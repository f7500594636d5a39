import { capitalised } from '../../base/capitalised';
import type { StageState } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import { worstProblem } from '../../base/problems';
import type { ProjectState } from '../../base/project';
import type { Problem } from '../../base/result';
import { hostRows } from './hosts';
import { ledgerRow } from './ledger';
import type { Icon, TreeNode } from './node';
import type { Filter } from '../../contributes/filters';
import { showsStage } from './filter';
import type { Section } from './stage';
import { groupNode, stageNode } from './stage';
import { watchRows } from './watch';
import { count, fraction, hasStages, plain, shortened, spokenProgress } from './words';

/** A manifest that could not be read at all: it is binary, or too large. */
export interface Unreadable {
  readonly file: string;
  readonly reason: string;
}

/** What the tracker draws beside the projects, and how. */
export interface TrackerView {
  readonly unreadable?: readonly Unreadable[];
  readonly filter?: Filter;
  /** The folder of a manifest, as the user knows it: relative to the workspace. */
  readonly folderOf?: (file: string) => string;
}

/** The whole tree: a row for each project where there are several, else the one project's stages at the top. */
export function trackerNodes(
  projects: readonly ProjectState[],
  { unreadable = [], filter = 'all', folderOf }: TrackerView = {},
): readonly TreeNode[] {
  const [only, ...others] = projects;
  const broken = unreadable.map(unreadableNode);
  if (only && others.length + broken.length === 0) return rowsOf(only, filter);
  return [
    ...projects.flatMap(project => {
      const folder = folderOf && folderAmong(project, projects, folderOf);
      return projectNode(project, filter, folder);
    }),
    ...broken,
  ];
}

/** None where the filter leaves nothing of it. */
function projectNode(project: ProjectState, filter: Filter, folder: string | undefined): TreeNode[] {
  const children = rowsOf(project, filter);
  if (filter !== 'all' && children.length === 0) return [];
  const standing = hasStages(project) ? spokenProgress(project.progress) : 'manifest has errors';
  const node: TreeNode = {
    id: project.file,
    target: { project: project.file },
    label: project.name,
    description: [hasStages(project) ? fraction(project.progress) : standing, folder]
      .filter(part => part !== undefined)
      .join(' · '),
    icon: { name: 'project' },
    tooltip: {
      title: project.name,
      paragraphs: [
        { text: capitalised(standing) },
        { label: 'Lifecycle', text: project.lifecycle },
        { label: 'Manifest', text: project.file },
      ],
    },
    spoken: `Project ${project.name}, ${folder === undefined ? '' : `in ${folder}, `}${standing}`,
    capabilities: ['openReport', 'openManifest', 'showHistory'],
    expanded: true,
    children,
  };
  return [node];
}

/**
 * The folder of a project that shares its name with another, so that it has to tell them apart; the whole path, where folders of
 * two workspace folders are called alike as well.
 */
function folderAmong(
  { name, file }: ProjectState,
  projects: readonly ProjectState[],
  folderOf: (file: string) => string,
): string | undefined {
  const namesakes = projects.filter(other => other.file !== file && other.name === name);
  if (namesakes.length === 0) return undefined;
  const folder = folderOf(file);
  const isShared = namesakes.some(other => folderOf(other.file) === folder);
  return isShared ? file.slice(0, file.lastIndexOf('/')) : folder;
}

function rowsOf(project: ProjectState, filter: Filter): TreeNode[] {
  const section = ({ id }: StageState): Section => ({
    project: project.file,
    filter,
    isNext: project.next?.stage === id,
  });
  const shown = (stage: StageState): boolean => showsStage(filter, stage);
  return [
    ...problemRow(project),
    ...hostRows(project),
    ...project.stages.filter(shown).map(stage => stageNode(stage, section(stage))),
    ...project.groups.filter(shown).map(group => groupNode(group, section(group))),
    ...(filter === 'all' ? ledgerRow(project) : []),
    ...watchRows(project, filter),
  ];
}

function unreadableNode({ file, reason }: Unreadable): TreeNode {
  const folder = file.split('/').at(-2) ?? file;
  const sentence = `The manifest cannot be read: ${reason}.`;
  return {
    id: file,
    target: { project: file },
    label: folder,
    description: plain(sentence),
    icon: PROBLEM_ICONS.error,
    tooltip: { title: folder, paragraphs: [{ text: sentence }, { label: 'Manifest', text: file }] },
    spoken: `Project in ${folder}. ${plain(sentence)}`,
    capabilities: [],
    place: { file, range: START_OF_FILE },
    expanded: false,
    children: [],
  };
}

/** One row that leads to the problem to mend first; the others stand beside it in the editor. */
function problemRow({ file, problems }: ProjectState): TreeNode[] {
  const worst = worstProblem(problems);
  if (!worst) return [];
  const label = `${count(problems.length, 'problem', 'problems')} in the manifest`;
  const all = [worst, ...problems.filter(problem => problem !== worst)];
  return [
    {
      id: `${file}#problems`,
      target: { project: file },
      label,
      description: shortened(worst.message, 120),
      icon: PROBLEM_ICONS[worst.severity],
      tooltip: { title: label, paragraphs: all.slice(0, 5).map(({ message }) => ({ text: message })) },
      spoken: `${label}. ${plain(worst.message)}`,
      capabilities: ['openManifest'],
      place: worst.place,
      expanded: false,
      children: [],
    },
  ];
}

const PROBLEM_ICONS = {
  error: { name: 'error', color: 'list.errorForeground' },
  warning: { name: 'warning', color: 'list.warningForeground' },
  information: { name: 'info' },
} as const satisfies Record<Problem['severity'], Icon>;
