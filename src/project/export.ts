import type { ExportFormat } from '../base/export-format';
import type { Files } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { drawChart } from '../charts/draw';
import { htmlReport } from '../exports/html/report';
import { reportJson } from '../exports/json';
import { markdownReport } from '../exports/markdown/report';
import type { ExportOptions } from '../exports/options';
import type { ReportView } from '../reports/view';
import { cardOf } from './card/draft';
import type { Engine } from './engine';
import type { Draft } from './journal/journal';
import { pathRuns, reportOnRuns } from './path-report';
import { foldersAbove, folderOf } from './paths';
import { report } from './report';

export interface ExportRequest {
  readonly format: ExportFormat;
  /** The absolute folder that paths are told from; the repository unless given. A card's are its project's. */
  readonly root?: string;
  /** Of a model card: the one that there is, whose own words stay. */
  readonly before?: string;
}

/** Pixels: as wide as the HTML file's column of text. */
const CHART_WIDTH = 860;

/** The metric report of a project in a form that leaves the editor; the failure is a sentence. */
export async function exportReport(
  engine: Engine,
  file: string,
  request: ExportRequest,
): Promise<Result<Draft, string>> {
  const content = engine.manifests.get(file)?.content;
  const view = await report(engine, file);
  if (!content?.ok || !view) return fail(`${file} cannot be read.`);
  const { manifest } = content;
  if (request.format === 'card') return cardOf(engine, manifest, view, request.before);
  const root = request.root ?? (await repositoryOf(engine.ports.files, manifest.root));
  const path = `${manifest.root}/reports/holdout.${request.format}`;
  return ok({ path, text: await textOf(engine, request.format, view, root) });
}

/** The report of the runs in a file or folder that no manifest selects; a model card tells of a project. */
export async function exportPathReport(
  engine: Engine,
  path: string,
  { format, root }: ExportRequest,
): Promise<Result<Draft, string>> {
  if (format === 'card') return fail('a model card tells of a project, and no `holdout.yaml` was found here');
  const runs = await pathRuns(engine, path);
  if (!runs) return fail('it is in no folder that may be read');
  if (runs.table.runs.length === 0) return fail(runs.skipped[0]?.reason ?? 'there is no run in it');
  return ok({
    path: `${path}.report.${format}`,
    text: await textOf(engine, format, reportOnRuns(runs), root ?? folderOf(path)),
  });
}

async function textOf(
  engine: Engine,
  format: Exclude<ExportFormat, 'card'>,
  view: ReportView,
  root: string,
): Promise<string> {
  switch (format) {
    case 'md':
      return markdownReport(view, { root });
    case 'html':
      return htmlReport(view, { root, ...(await drawing(engine)) });
    case 'json':
      return `${JSON.stringify(reportJson(view, root), undefined, 2)}\n`;
  }
}

async function drawing({ ports }: Engine): Promise<Pick<ExportOptions, 'draw'>> {
  const document = await ports.charts?.();
  return document
    ? {
        draw: ({ chart, id, title, text }) =>
          drawChart(chart, { document, width: CHART_WIDTH, id, title, text })?.outerHTML,
      }
    : {};
}

/** The nearest folder with a repository, as far as it may be seen; else the project's own. */
async function repositoryOf(files: Files, root: string): Promise<string> {
  for (const folder of [root, ...foldersAbove(root)]) if (await files.stat(`${folder}/.git`)) return folder;
  return root;
}
