/** A value as JSON gives it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/**
 * Parses what a server answered. MLflow's routes write NaN and infinities as texts, but for those that answer with Python's own
 * JSON: there they are bare words, which are read as the same texts. `undefined` for what is no JSON object.
 */
export function parseAnswer(text: string): JsonObject | undefined {
  const value = parsed(text) ?? parsed(withQuotedNumbers(text));
  return isObject(value) ? value : undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Strings are matched so that what stands in them is left alone. */
function withQuotedNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, part =>
    part.startsWith('"') ? part : `"${part}"`,
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object of a field; one without fields where there is none. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

/** The objects of a list; a field that is left out is an empty list, as protocol buffers leave out what is empty. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text, or a number where a server writes one for it; `undefined` where it is empty or not there. */
export function textIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, also where it is written as a text: integers of 64 bits, `NaN`, `Infinity`, `-Infinity`. */
export function numberIn(object: JsonObject, key: string): { value: number; raw: string } | undefined {
  const value = object[key];
  if (typeof value === 'number') return { value, raw: String(value) };
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) && !/^[+-]?nan$/i.test(value) ? undefined : { value: number, raw: value };
}

/** Milliseconds since 1970 as a time in ISO 8601. */
export function timeIn(object: JsonObject, key: string): string | undefined {
  const value = numberIn(object, key)?.value ?? NaN;
  return value > 0 && value <= 8.64e15 ? new Date(value).toISOString() : undefined;
}

/** `[{ key, value }]`, as parameters and tags are written. */
export function pairsIn(object: JsonObject, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    objectsIn(object, key).flatMap(pair => {
      const name = textIn(pair, 'key');
      return name === undefined ? [] : [[name, textIn(pair, 'value') ?? ''] as const];
    }),
  );
}
