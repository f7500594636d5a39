/** A name may hold anything; a comment must not end early, nor a name before its backtick. */
export function encodeName(name: string): string {
  return name.replace(/[`%<>\r\n]|-(?=-)/g, char => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

export function decodeName(name: string): string {
  return name.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
