import { relative } from '../../project/paths';
import type { HistoryRow, HistoryView } from '../../project/decisions';
import type { Style } from './style';

/** `holdout history`: each project with its entries, latest first. */
export function historyText(views: readonly HistoryView[], root: string, style: Style): string {
  return views.map(view => `${projectLines(view, root, style).join('\n')}\n`).join('\n');
}

function projectLines(
  { project, summary, entries, notices, ledger }: HistoryView,
  root: string,
  style: Style,
): readonly string[] {
  return [
    `${style.bold(project.name)}  ${style.dim(relative(root, project.file))}`,
    summary,
    ...entries.flatMap(entry => entryLines(entry, style)),
    ...notices.map(({ message }) => style.yellow(message)),
    ledger.summary,
    ...ledger.chance,
    ...ledger.doubts.map(style.dim),
  ];
}

function entryLines({ day, time, who, text, details, commit }: HistoryRow, style: Style): readonly string[] {
  const beside = [who, commit].filter(part => part !== undefined).join('  ');
  return [
    `  ${day} ${time}  ${text}${beside === '' ? '' : `  ${style.dim(beside)}`}`,
    ...details.map(detail => style.dim(`                    ${detail}`)),
  ];
}
