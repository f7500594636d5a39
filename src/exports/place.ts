import type { Place } from '../base/place';

/** A path as seen from a folder. One outside of it loses its folders: they say more of a machine than of a report. */
export function pathFrom(root: string, file: string): string {
  return isUnder(root, file) ? file.slice(root.length + 1) : file.slice(file.lastIndexOf('/') + 1);
}

/** `reports/metrics.json:5`; in a notebook `eda.ipynb, cell 3, line 1`. */
export function placeText(root: string, { file, cell, range }: Place): string {
  const line = range.start.line + 1;
  const path = pathFrom(root, file);
  if (cell !== undefined) return `${path}, cell ${cell + 1}, line ${line}`;
  return `${path}:${line}`;
}

/** An address relative to the folder, with the line as GitHub's and GitLab's pages know it; none for a file outside of it. */
export function placeAddress(root: string, { file, cell, range }: Place): string | undefined {
  if (!isUnder(root, file)) return undefined;
  const path = pathFrom(root, file).split('/').map(encodeURIComponent).join('/');
  return cell === undefined ? `${path}#L${range.start.line + 1}` : path;
}

function isUnder(root: string, file: string): boolean {
  return file.startsWith(`${root}/`);
}
