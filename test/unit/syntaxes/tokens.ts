import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { GRAMMARS } from '../../../src/contributes/languages';

const ROOT = join(import.meta.dirname, '../../..');

/** As little of Python and YAML as the injections need: comments, strings, mappings, with the scopes that VS Code uses. */
const BASES: Readonly<Record<string, object>> = {
  'source.python': {
    scopeName: 'source.python',
    patterns: [
      {
        name: 'comment.line.number-sign.python',
        begin: '(#)',
        end: '($)',
        beginCaptures: { 1: { name: 'punctuation.definition.comment.python' } },
      },
      { name: 'string.quoted.single.python', begin: '"', end: '"' },
    ],
  },
  'source.yaml': {
    scopeName: 'source.yaml',
    patterns: [{ include: '#flow' }, { include: '#common' }],
    repository: {
      flow: {
        name: 'meta.flow.mapping.yaml',
        begin: '\\{',
        end: '\\}',
        patterns: [{ include: '#flow' }, { include: '#common' }],
      },
      common: {
        patterns: [
          { name: 'comment.line.number-sign.yaml', match: '(?<=^|\\s)#.*$' },
          { name: 'entity.name.tag.yaml', match: '[\\w-]+(?=:)' },
          { name: 'string.quoted.double.yaml', begin: '"', end: '"' },
          { name: 'string.quoted.single.yaml', begin: "'", end: "'" },
          { name: 'string.unquoted.plain.yaml', match: '[^\\s:{},"\'#][^{},#]*' },
        ],
      },
    },
  },
};

/** One token: its text and its innermost scope. */
export type Token = readonly [text: string, scope: string];

/** The tokens of one line that are not blank, each with its innermost scope, without the language's suffix. */
export async function tokens(scope: keyof typeof BASES, line: string): Promise<Token[]> {
  const grammar = await (await registry()).loadGrammar(scope);
  if (!grammar) throw new Error(`There is no grammar ${scope}.`);
  return grammar
    .tokenizeLine(line, textmate.INITIAL)
    .tokens.map(({ startIndex, endIndex, scopes }): Token => {
      const innermost = scopes.at(-1) ?? '';
      return [
        line.slice(startIndex, endIndex),
        innermost.replace(/\.(yaml|python)$/, '').replace(/\.holdout$/, ''),
      ];
    })
    .filter(([text]) => text.trim() !== '');
}

let loaded: Promise<textmate.Registry> | undefined;

function registry(): Promise<textmate.Registry> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<textmate.Registry> {
  const wasm = readFileSync(join(ROOT, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM({ data: wasm });
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async scope => textmate.parseRawGrammar(grammarText(scope), `${scope}.json`),
    getInjections: scope =>
      GRAMMARS.filter(({ injectTo }) => injectTo.includes(scope)).map(row => row.scopeName),
  });
}

function grammarText(scope: string): string {
  const row = GRAMMARS.find(({ scopeName }) => scopeName === scope);
  return row ? readFileSync(join(ROOT, row.path), 'utf8') : JSON.stringify(BASES[scope]);
}
