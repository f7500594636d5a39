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
