/** `4`, or `4..8`, as a range of weeks. */
export function parseWeeks(text: string): { readonly from: number; readonly to: number } | undefined {
  const [from, to] = text.split('..').map(Number);
  return from === undefined || Number.isNaN(from) ? undefined : { from, to: to ?? from };
}
