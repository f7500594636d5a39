/** The line of `.gitattributes` by which both sides of a merge of the history are kept. */
export const MERGE_LINE = '.holdout/history.jsonl merge=union';

/** The text of `.gitattributes` with the line at its end; `undefined` where something is said of the file already. */
export function withMergeLine(text: string): string | undefined {
  const says = text.split(/\r?\n/).some(line => /^\s*["/]?\.holdout\/history\.jsonl\b/.test(line));
  if (says) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  return `${ended}${MERGE_LINE}${end}`;
}
