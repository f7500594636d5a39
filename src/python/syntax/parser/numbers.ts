import type { Constant } from '../ast';

interface NumberValue {
  readonly type: Constant['type'];
  readonly value: string | number;
  readonly python2: boolean;
}

/** The value of a number token. Integers beyond 2^53 and imaginary numbers stay text, without underscores. */
export function numberValue(source: string): NumberValue {
  const text = source.includes('_') ? source.replaceAll('_', '') : source;
  if (/^0[xXoObB]/.test(text)) return integer(text);
  if (/[jJ]$/.test(text)) return { type: 'complex', value: text, python2: false };
  if (/[.eE]/.test(text)) return { type: 'float', value: Number(text), python2: false };
  if (/^0+[1-9]/.test(text)) return { ...integer(`0o${text}`), python2: true };
  return integer(text);
}

function integer(text: string): NumberValue {
  const python2 = /[lL]$/.test(text);
  const digits = python2 ? text.slice(0, -1) : text;
  const value = Number(digits);
  return { type: 'int', value: Number.isSafeInteger(value) ? value : digits, python2 };
}
