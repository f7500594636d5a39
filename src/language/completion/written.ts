import type { Quote } from '../outline/tree';

/** A text as it has to stand in YAML: in the quotes that it is in, plain where that is safe, else in double quotes. */
export function written(
  text: string,
  { quote, flow }: { readonly quote: Quote; readonly flow: boolean },
): string {
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  return isPlain(text, flow) ? text : JSON.stringify(text);
}

/** Does a text without quotes mean itself? Numbers and flags do not: they are none. */
function isPlain(text: string, flow: boolean): boolean {
  if (!/^[\p{L}\p{N}_./~\\(+-]/u.test(text) || /^-(\s|$)|^\.\.\.$|^---/.test(text)) return false;
  if (/:(\s|$)|\s#|[\r\n\t]|\s$/.test(text) || (flow && /[,[\]{}]|:$/.test(text))) return false;
  return !/^(true|false|null|yes|no|on|off|y|n|~|[-+]?\.?(nan|inf)|[-+]?[\d.][\d_.eE+-]*|0[xo][\da-f]+)$/i.test(
    text,
  );
}
