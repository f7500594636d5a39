import { relative } from '../../project/paths';
import type { HistoryView } from '../../project/decisions';
import { JSON_VERSION } from './check-json';

/** `holdout history --format json`: files are relative to `root`. */
export function historyJson(views: readonly HistoryView[], root: string): object {
  return { version: JSON_VERSION, root, projects: views.map(view => projectJson(view, root)) };
}

function projectJson({ project, summary, entries, notices, ledger }: HistoryView, root: string): object {
  return {
    name: project.name,
    file: relative(root, project.file),
    summary,
    entries,
    notices: notices.map(({ severity, message }) => ({ severity, message })),
    testSet: {
      summary: ledger.summary,
      looks: ledger.looks.map(({ label, file, time, scores, several, noted }) => ({
        label,
        file,
        time,
        scores,
        several,
        noted,
      })),
      possible: ledger.possible.map(({ text }) => text),
      chance: ledger.chance,
      doubts: ledger.doubts,
    },
  };
}
