import { worstProblem } from '../../base/problems';
import type { ProjectState } from '../../base/project';
import type { Problem } from '../../base/result';
import type { Icon, TreeNode } from './node';
import { groupNode, stageNode } from './stage';
import { capitalised, count, fraction, hasStages, plain, shortened, spokenProgress } from './words';

/** The whole tree: a row for each project where there are several, else the one project's stages at the top. */
export function trackerNodes(projects: readonly ProjectState[]): readonly TreeNode[] {
  const [only, ...others] = projects;
  if (only && others.length === 0) return rowsOf(only);
  return projects.map(projectNode);
}

function projectNode(project: ProjectState): TreeNode {
  const standing = hasStages(project) ? spokenProgress(project.progress) : 'manifest has errors';
  return {
    id: project.file,
    target: { project: project.file },
    label: project.name,
    description: hasStages(project) ? fraction(project.progress) : 'manifest has errors',
    icon: { name: 'project' },
    tooltip: {
      title: project.name,
      paragraphs: [
        { text: capitalised(standing) },
        { label: 'Lifecycle', text: project.lifecycle },
        { label: 'Manifest', text: project.file },
      ],
    },
    spoken: `Project ${project.name}, ${standing}`,
    capabilities: ['openReport', 'openManifest'],
    expanded: true,
    children: rowsOf(project),
  };
}

function rowsOf(project: ProjectState): TreeNode[] {
  const isNext = (id: string): boolean => project.next?.stage === id;
  return [
    ...problemRow(project),
    ...project.stages.map(stage => stageNode(stage, project.file, isNext(stage.id))),
    ...project.groups.map(group => groupNode(group, project.file, isNext(group.id))),
  ];
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
