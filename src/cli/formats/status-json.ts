import type { CriterionState, StageState } from '../../base/outcome';
import type { ProjectState } from '../../base/project';
import type { Problem } from '../../base/result';
import { relative } from '../../project/paths';
import type { StatusResult } from '../../project/snapshot';
import { JSON_VERSION, locationJson } from './check-json';
import { ledgerJson } from './ledger-json';

/** `holdout status --format json`: files are relative to `root`. */
export function statusJson(result: StatusResult, root: string): object {
  return {
    version: JSON_VERSION,
    root,
    projects: result.projects.map(project => projectJson(project, root)),
    skipped: result.skipped.map(({ file, reason }) => ({ file: relative(root, file), reason })),
  };
}

function projectJson(project: ProjectState, root: string): object {
  return {
    name: project.name,
    file: relative(root, project.file),
    lifecycle: project.lifecycle,
    progress: project.progress,
    problems: project.problems.map(problem => problemJson(problem, root)),
    stages: project.stages.map(stage => stageJson(stage, root)),
    groups: project.groups.map(group => stageJson(group, root)),
    pitfalls: project.pitfalls.map(pitfall => criterionJson(pitfall, root)),
    rulesOfThumb: project.rulesOfThumb,
    effort: project.effort,
    ...(project.next && { next: project.next }),
    ...(project.ledger && { testSet: ledgerJson(project.ledger, root) }),
  };
}

function problemJson({ code, severity, message, place }: Problem, root: string): object {
  return { code, severity, message, ...locationJson(place, root) };
}

function stageJson(stage: StageState, root: string): object {
  return {
    id: stage.id,
    title: stage.title,
    status: stage.status,
    overdue: stage.overdue,
    progress: stage.progress,
    ...(stage.note === undefined ? {} : { note: stage.note }),
    criteria: stage.criteria.map(criterion => criterionJson(criterion, root)),
  };
}

function criterionJson(criterion: CriterionState, root: string): object {
  return {
    id: criterion.id,
    ask: criterion.ask,
    outcome: criterion.outcome,
    reason: criterion.reason,
    evidence: criterion.evidence,
    ...(criterion.stale && { stale: criterion.stale }),
    ...(criterion.location && { location: locationJson(criterion.location, root) }),
  };
}
