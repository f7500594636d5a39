import type { Finding } from '../base/finding';
import type { Problem } from '../base/result';
import type { ModuleSource } from '../base/source';
import { manifestFinding } from '../project/manifest-findings';
import { isCardPath } from '../project/card/cards';
import { isModule } from '../project/walk';
import type { Session } from './session';
import { closedSheets, openSheets } from './sheets';
import type { OpenFile } from './sync/documents';

/** Finds and shows what is to say about an open file. A script or notebook is done at once and waits for nothing. */
export function diagnoseOpen(session: Session, open: OpenFile): void {
  const { content, file } = open;
  if (content.kind === 'module') {
    diagnoseModule(session, open, content.source);
    return;
  }
  findingsOfText(session, file, content).then(
    findings => {
      // While other files were read for it, the text may have changed or been closed.
      if (session.documents.byUri(open.uri) !== open) return;
      if (findings) showOpen(session, open, findings);
      else session.board.wipe(file);
    },
    (error: unknown) => {
      session.log.error(`${file}: ${String(error)}`);
    },
  );
}

/** `undefined` for a file that is none of ours. */
async function findingsOfText(
  { workspace }: Session,
  file: string,
  { kind, text }: Exclude<OpenFile['content'], { readonly kind: 'module' }>,
): Promise<readonly Finding[] | undefined> {
  if (kind === 'markdown') return workspace.checkCard(file, text);
  const problems = await (await workspace.language()).problems({ file, text });
  return problems?.map(manifestFinding);
}

function diagnoseModule(session: Session, open: OpenFile, source: ModuleSource): void {
  if (!isLinted(session, open.file)) {
    showOpen(session, open, []);
    return;
  }
  const lint = session.workspace.lint(source);
  showOpen(session, open, lint.result.findings);
  // Imports that were not loaded yet are, and then it is done once more; unless the text has changed meanwhile.
  session.workspace.loadImports(lint).then(
    isMoreThere => {
      if (isMoreThere && session.documents.byUri(open.uri) === open) diagnoseModule(session, open, source);
    },
    (error: unknown) => {
      session.log.error(`${open.file}: ${String(error)}`);
    },
  );
}

/** Shows every open file again: settings or manifests have changed. */
export function diagnoseAllOpen(session: Session): void {
  for (const open of session.documents.all()) diagnoseOpen(session, open);
}

/** Shows what the saved text says once the file is not open any more. */
export async function diagnoseClosed(session: Session, file: string): Promise<void> {
  const findings = await findingsOfClosed(session, file);
  // It may have been opened while it was read.
  if (!session.documents.byFile(file)) showClosed(session, file, findings);
}

async function findingsOfClosed(session: Session, file: string): Promise<readonly Finding[]> {
  if (isModule(file)) return closedFindings(session, file);
  return isCardPath(file) ? session.workspace.checkCard(file) : manifestProblems(session, file);
}

/** Shows the model cards of a project again, open or not: their sources may have changed. */
export async function diagnoseCards(session: Session, project: string): Promise<void> {
  const { workspace, documents } = session;
  for (const { file, findings } of await workspace.checkCards(project)) {
    if (!documents.byFile(file)) showClosed(session, file, findings);
  }
  for (const open of documents.all()) if (open.content.kind === 'markdown') diagnoseOpen(session, open);
}

async function closedFindings(session: Session, file: string): Promise<readonly Finding[]> {
  if (!session.showsClosed || !isLinted(session, file)) return [];
  return (await session.workspace.checkFile(file)).findings;
}

function manifestProblems({ workspace }: Session, file: string): Finding[] {
  const content = workspace.manifests().find(manifest => manifest.file === file)?.content;
  return content?.ok ? problemsOf(file, content.manifest.problems) : [];
}

/** Shows the problems of all manifests that are not open. */
export function diagnoseManifests(session: Session): void {
  for (const { file } of session.workspace.manifests()) {
    if (!session.documents.byFile(file)) showClosed(session, file, manifestProblems(session, file));
  }
}

export function showClosed(session: Session, file: string, findings: readonly Finding[]): void {
  session.board.show(file, closedSheets(file, findings, session));
}

function showOpen(session: Session, open: OpenFile, findings: readonly Finding[]): void {
  session.findings.set(open.file, findings);
  session.board.show(open.file, openSheets(open, findings, session));
}

export function isLinted({ settings, workspace }: Session, file: string): boolean {
  return settings.lint && !workspace.isExcluded(file);
}

/** A manifest's problems, without those in the lifecycle that it names. */
function problemsOf(file: string, problems: readonly Problem[]): Finding[] {
  return problems.filter(({ place }) => place.file === file).map(manifestFinding);
}
