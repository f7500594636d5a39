/**
 * What YAML extensions are told of manifests: a schema that leaves everything open. The language server says all there is
 * to say; the schema with every field, for editors without it, would make such an extension say it twice.
 */
export const YAML_VALIDATION: readonly { readonly fileMatch: string; readonly url: string }[] = [
  { fileMatch: 'holdout.yaml', url: './schemas/served.schema.json' },
];

/** Grammars injected into the languages of others: they colour what Holdout reads in them and change nothing else. */
export interface GrammarRow {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

export const GRAMMARS: readonly GrammarRow[] = [
  {
    scopeName: 'holdout.suppression.injection',
    path: './syntaxes/suppression.injection.tmLanguage.json',
    injectTo: ['source.python'],
  },
  {
    scopeName: 'holdout.target.injection',
    path: './syntaxes/target.injection.tmLanguage.json',
    injectTo: ['source.yaml'],
  },
];
