/**
 * Who may import whom. This table is the architecture: ARCHITECTURE.md shows it, `architecture.test.ts` holds the code
 * to it. Change it when the work shows a better one, here and nowhere else.
 */
export interface Layer {
  /** Folders whose modules it may import, beside its own; a folder stands for those inside it. Single files at the root. */
  readonly imports: readonly string[];
  /** Packages it may import, by name; types count. */
  readonly packages?: readonly string[];
  /** Hosts talk to the machine: they alone may import `node:*`. */
  readonly node?: true;
  /** The one folder that may import `vscode`. */
  readonly vscode?: true;
}

const ENGINE = [
  'base',
  'manifest',
  'lifecycle',
  'history',
  'statistics',
  'data',
  'predictions',
  'metrics',
  'python',
  'notebook',
  'rules',
  'evidence',
  'language',
  'charts',
  'reports',
  'exports',
] as const;

/** Distribution functions and quantiles. */
const DISTRIBUTIONS = [
  'normal-cdf',
  'normal-quantile',
  't-cdf',
  't-quantile',
  'chisquare-cdf',
  'chisquare-quantile',
  'beta-quantile',
  'binomial-cdf',
].map(name => `@stdlib/stats-base-dists-${name}`);

export const IMPORT_TABLE: Readonly<Record<string, Layer>> = {
  base: { imports: [] },
  manifest: { imports: ['base'], packages: ['yaml'] },
  lifecycle: { imports: ['base', 'manifest'] },
  history: { imports: ['base', 'manifest'] },
  statistics: { imports: ['base'], packages: DISTRIBUTIONS },
  data: { imports: ['base', 'statistics'], packages: ['hyparquet', 'hyparquet-compressors'] },
  predictions: { imports: ['base', 'data', 'statistics'] },
  metrics: {
    imports: ['base', 'data'],
    packages: ['smol-toml', 'sql.js', 'yaml'],
  },
  'python/syntax': { imports: ['base'] },
  'python/knowledge': { imports: ['base'] },
  'python/ir': { imports: ['base', 'python/syntax'] },
  'python/names': { imports: ['base', 'python/syntax', 'python/ir'] },
  'python/flow': { imports: ['base', 'python/syntax', 'python/ir', 'python/names', 'python/knowledge'] },
  notebook: { imports: ['base'] },
  rules: { imports: ['base', 'python'] },
  evidence: {
    imports: ['base', 'manifest', 'lifecycle', 'history', 'metrics', 'data', 'statistics', 'notebook'],
    packages: ['picomatch'],
  },
  language: { imports: ['base', 'manifest', 'lifecycle'] },
  charts: { imports: ['base'], packages: ['@observablehq/plot'] },
  reports: {
    imports: [
      'base',
      'manifest',
      'lifecycle',
      'history',
      'metrics',
      'data',
      'statistics',
      'predictions',
      'evidence',
    ],
  },
  exports: { imports: ['base', 'charts', 'reports'] },
  project: { imports: ENGINE, packages: ['picomatch'] },
  contributes: { imports: ['base'] },
  protocol: { imports: ['base', 'reports'] },
  host: { imports: ['base', 'project'], packages: ['linkedom'], node: true },
  server: {
    imports: ['base', 'history', 'project', 'protocol', 'contributes', 'host'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
    node: true,
  },
  cli: { imports: ['base', 'project', 'charts', 'host', 'package.json'], node: true },
  extension: {
    imports: ['base', 'protocol', 'contributes'],
    packages: ['vscode-languageclient'],
    node: true,
    vscode: true,
  },
  webview: {
    imports: ['base', 'protocol', 'charts', 'reports', 'exports'],
    packages: ['@vscode/webview-ui-toolkit', '@microsoft/fast-element', 'uplot'],
  },
};
