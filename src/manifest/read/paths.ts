import { isWebAddress } from '../../base/origin';
import type { FormatName } from '../schema/formats';
import { report } from './report';
import type { Reading } from './report';
import type { ScalarTree } from './tree';

/** Reports a path that leaves the project. False when it must not be used. */
export function checkPath(reading: Reading, format: FormatName, tree: ScalarTree, path: string): boolean {
  if ((format !== 'path' && format !== 'data-path') || staysInside(tree.source)) return true;
  if (isWebAddress(tree.source)) {
    const message = `\`${path}\` is an address and no path. A tracking server has an entry of its own under \`runs\`: \`mlflow: ${tree.source}\`.`;
    report(reading, { code: 'path-outside', message, range: tree.range });
    return false;
  }
  const isData = format === 'data-path';
  report(reading, {
    code: 'path-outside',
    severity: isData ? 'information' : 'error',
    message: isData
      ? `\`${path}\` lies outside the project. It is read only where the setting \`holdout.dataRoots\` allows it.`
      : `\`${path}\` leaves the project and is not read. Name a path below the folder of the manifest.`,
    range: tree.range,
  });
  return isData;
}

/** Is it relative, and never above where it starts? */
export function staysInside(path: string): boolean {
  if (/^([/\\~]|[A-Za-z]:|[A-Za-z][\w+.-]*:\/\/)/.test(path)) return false;
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return false;
  }
  return true;
}
