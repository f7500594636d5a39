/** `country is SE and channel is web`. */
export function sliceName(slice: Readonly<Record<string, string>>): string {
  return Object.entries(slice)
    .map(([column, value]) => `${column} is ${value}`)
    .join(' and ');
}
