/** A text with its cursor, written `|`: the last one in it. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
}

export function marked(source: string): Marked {
  const offset = source.lastIndexOf('|');
  if (offset < 0) throw new Error(`no cursor in ${JSON.stringify(source)}`);
  return { text: source.slice(0, offset) + source.slice(offset + 1), offset };
}
