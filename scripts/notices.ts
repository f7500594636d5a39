import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the notices lie in `dist/`. */
export const NOTICES = 'THIRD_PARTY_NOTICES.txt';

/** A package of others whose code or pictures are shipped. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** The text of its licence, and of its notice where it has one. */
  readonly text: string;
}

const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENCE = /^(licen[cs]e|copying|notice)([.-]|$)/i;

/**
 * The packages that bundled files come from, by name. Throws where one does not say how it is licensed.
 *
 * @param inputs paths of files, relative to `root`
 */
export function thirdParties(root: string, inputs: readonly string[]): readonly ThirdParty[] {
  const folders = new Set(inputs.flatMap(input => PACKAGE.exec(input)?.[0] ?? []));
  const found = [...folders].map(folder => thirdParty(resolve(root, folder)));
  const byName = new Map(found.map(one => [`${one.name} ${one.version}`, one]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function thirdParty(folder: string): ThirdParty {
  const { name, version, license, author } = manifestOf(folder);
  const texts = readdirSync(folder)
    .filter(file => LICENCE.test(file))
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length > 0 && license !== '') return { name, version, license, text: texts.join('\n\n') };
  const text = license === 'MIT' ? mit(author) : license === 'ISC' ? isc(author) : '';
  if (text !== '' && author !== '') return { name, version, license, text };
  throw new Error(`${name} in ${folder} does not say how it is licensed.`);
}

/** A folder within a package may have a package.json of its own, which names nothing. */
function manifestOf(folder: string): Omit<ThirdParty, 'text'> & { readonly author: string } {
  const file = join(folder, 'package.json');
  const fields: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const text = (value: unknown, key: string): string => {
    const found: unknown = Reflect.get(Object(value), key);
    return typeof found === 'string' ? found : '';
  };
  const author = text(fields, 'author') || text(Reflect.get(Object(fields), 'author'), 'name');
  return {
    name: text(fields, 'name'),
    version: text(fields, 'version'),
    license: text(fields, 'license'),
    author,
  };
}

/** One text with the licences of all; what several have in common stands once. */
export function noticesText(parties: readonly ThirdParty[]): string {
  const title = ({ name, version }: ThirdParty): string => `${name} ${version}`;
  const list = parties.map(party => `- ${title(party)} (${party.license})`);
  const sharing = new Map<string, string[]>();
  for (const party of parties) sharing.set(party.text, [...(sharing.get(party.text) ?? []), title(party)]);
  const texts = [...sharing].map(([text, names]) => `${'-'.repeat(72)}\n${names.join(', ')}\n\n${text}\n`);
  const head = 'Holdout ships code and pictures of these packages, under their own licences:';
  return [head, '', ...list, '', ...texts].join('\n');
}

/** For packages that name the licence and leave its text out. */
function mit(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

function isc(holder: string): string {
  return `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
}
