import type { Cancellation } from '../../base/ports';
import type { Finding } from '../../base/finding';
import type { LintWorkspaceResult } from '../../protocol/messages';
import { isModule } from '../../project/walk';
import { isLinted, showClosed } from '../diagnose';
import type { Session } from '../session';

/**
 * Lints every script and notebook as it was saved, open or not. Closed files show their findings from now on; open
 * ones show already what their unsaved text says. Between two files, whatever waits goes first.
 */
export async function lintWorkspace(
  session: Session,
  cancellation: Cancellation,
  onProgress: (done: number, of: number) => void,
): Promise<LintWorkspaceResult> {
  if (!session.settings.lint) return { files: 0, findings: 0, skipped: [], cancelled: false };
  session.showsClosed = true;
  const result = await session.workspace.check({ cancellation, onProgress });
  const modules = result.files.filter(isModule);
  const findings = byFile(result.findings);
  for (const file of modules) {
    const isShown = !session.documents.byFile(file) && isLinted(session, file);
    if (isShown) showClosed(session, file, findings.get(file) ?? []);
  }
  return {
    files: result.files.length,
    findings: result.findings.length,
    skipped: result.skipped,
    cancelled: cancellation.cancelled,
  };
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.place.file);
    if (group) group.push(finding);
    else groups.set(finding.place.file, [finding]);
  }
  return groups;
}
