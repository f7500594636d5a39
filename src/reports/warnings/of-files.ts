import { relativeTo } from '../../evidence/words';
import { BROKEN_SEAL } from '../../history/seal';
import type { FindWarnings } from './context';
import { warning } from './context';

/** What was edited since the targets were sealed: a target that moved is no target. */
export const editedAfterSeal: FindWarnings = ({ facts: { manifest } }) =>
  manifest.problems.flatMap(({ code, message, place }) =>
    code === BROKEN_SEAL ? [warning(message, place)] : [],
  );

/** Files of metrics that are not there, or not whole, or do not agree with themselves. */
export const wrongInFiles: FindWarnings = ({ facts: { manifest, problems, metrics } }) => [
  ...metrics.unread.map(({ source, reason, place }) =>
    warning(unreadMessage(relativeTo(manifest.root, source), reason), place),
  ),
  ...problems.map(({ severity, message, place }) => ({
    severity,
    message: `${relativeTo(manifest.root, place.file)}: ${message}`,
    place,
  })),
];

/** `reports/metrics.json is not there. …` */
function unreadMessage(path: string, reason: string): string {
  const said = reason.startsWith('it ') ? `${path} ${reason.slice('it '.length)}` : `${path}: ${reason}`;
  return `${said.replace(/\.$/, '')}. The metrics that it should hold have no value.`;
}
