/** A path of a DVC file, from the folder that it is relative to: `/p/eval` and `../m.json` make `/p/m.json`. */
export function pathFrom(folder: string, written: string): string {
  const whole = /^(\/|[A-Za-z]:)/.test(written) ? written : `${folder}/${written}`;
  const parts: string[] = [];
  for (const part of whole.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${whole.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/** Does it lie on another machine: `s3://bucket/metrics.json`? */
export function isRemote(written: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(written);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
