import type { JsonObject } from './json';
import { isObject } from './json';

/** The name of the notebook's language when that is not Python. Metadata that says nothing means Python. */
export function foreignLanguage(metadata: unknown): string | undefined {
  if (!isObject(metadata)) return undefined;
  const kernel = objectAt(metadata, 'kernelspec');
  const info = objectAt(metadata, 'language_info');
  const language = textAt(info, 'name') ?? textAt(kernel, 'language') ?? languageOfKernel(kernel);
  return language === undefined || isPython(language) ? undefined : language;
}

function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : {};
}

function textAt(parent: JsonObject, key: string): string | undefined {
  const value = parent[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isPython(language: string): boolean {
  return /^i?python\b|^i?python[\d.]*$|^cpython|^pypy|^sage/i.test(language);
}

/** Kernels of other languages whose notebooks may name the kernel and nothing else. */
const FOREIGN_KERNELS: readonly (readonly [RegExp, string])[] = [
  [/^ir\d*$/i, 'R'],
  [/^julia/i, 'Julia'],
  [/^(?:apache_toree_|spylon|scala|almond)/i, 'Scala'],
  [/^(?:bash|calysto_bash)/i, 'Bash'],
  [/^(?:javascript|ijavascript|jslab|deno)/i, 'JavaScript'],
  [/^(?:tslab|typescript)/i, 'TypeScript'],
  [/^\.net-csharp/i, 'C#'],
  [/^\.net-fsharp/i, 'F#'],
  [/^\.net-powershell|^powershell/i, 'PowerShell'],
  [/^xcpp/i, 'C++'],
  [/^(?:octave|matlab|imatlab)/i, 'Matlab'],
  [/^(?:java|ijava|rapaio)/i, 'Java'],
  [/^kotlin/i, 'Kotlin'],
  [/^(?:gophernotes|gonb)/i, 'Go'],
  [/^(?:evcxr|rust)/i, 'Rust'],
  [/^ruby/i, 'Ruby'],
  [/^(?:sas|stata|sos)$/i, 'another language'],
];

function languageOfKernel(kernel: JsonObject): string | undefined {
  const name = textAt(kernel, 'name');
  return name === undefined ? undefined : FOREIGN_KERNELS.find(([pattern]) => pattern.test(name))?.[1];
}
