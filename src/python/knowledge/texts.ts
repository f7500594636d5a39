import type { LibraryTable } from './entry';

/** Libraries that learn from texts, and features of series. What was trained elsewhere learns nothing. */
export const TEXTS: Readonly<Record<string, LibraryTable>> = {
  gensim: [
    {
      entry: { kind: 'transformer', learns: 'vocabulary', fits: 'when-made' },
      names: 'Word2Vec FastText Doc2Vec TfidfModel Phrases',
    },
    {
      entry: { kind: 'transformer', learns: 'projection', fits: 'when-made' },
      names: 'LdaModel LdaMulticore LsiModel HdpModel Nmf',
    },
    {
      entry: { kind: 'transformer', learns: 'schema', fits: 'when-made' },
      names: 'corpora.Dictionary Dictionary',
    },
    { entry: { kind: 'row-wise' }, names: 'simple_preprocess' },
  ],
  tsfresh: [{ entry: { kind: 'statistic', learns: 'supervised-selection' }, names: 'select_features' }],
};
