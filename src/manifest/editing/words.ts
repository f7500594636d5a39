/** A text as a YAML scalar: plain where it is plainly text, else in double quotes. */
export function scalarText(text: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.@/-]*( [\p{L}\p{N}_.@/-]+)*$/u.test(text) && !RESERVED.test(text);
  return plain ? text : JSON.stringify(text);
}

const RESERVED = /^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i;
