import type { Method } from './method';

type Formulas = Readonly<Record<string, Method>>;

/** How intervals of numbers in files come about. */
export const INTERVALS = {
  wilson: {
    title: 'Wilson score interval',
    text: 'For k successes in n rows: the proportions p whose distance from k/n is at most z standard errors √(p(1 − p)/n). It holds for independent rows.',
    source: 'Wilson 1927; statsmodels `proportion_confint(method="wilson")`',
  },
  newcombe: {
    title: 'Newcombe hybrid score interval',
    text: 'The difference of two shares of different rows, made of the two Wilson intervals. On the same rows it is too wide: a paired test would say more.',
    source: 'Newcombe 1998, method 10; R `DescTools::BinomDiffCI(method="score")`',
  },
  'hanley-mcneil': {
    title: 'Interval of a ROC AUC by Hanley and McNeil',
    text: 'A ± 1.96 √((A(1 − A) + (P − 1)(Q1 − A²) + (N − 1)(Q2 − A²)) / PN), Q1 = A/(2 − A), Q2 = 2A²/(1 + A), for P positive and N negative rows, cut to 0 and 1. It needs no scores, and is rough near 0 and 1.',
    source: 'Hanley and McNeil 1982',
  },
  'stated-error': {
    title: 'Stated standard error',
    text: 'The value ± 1.96 times the standard error that its source states beside it.',
    source: 'normal approximation',
  },
  'rows-needed': {
    title: 'Rows that would decide',
    text: 'The least n at which the Wilson interval around the same value no longer holds the target t: (1.96 / (value − t))² t(1 − t).',
    source: 'Wilson 1927, solved for n',
  },
} as const satisfies Formulas;

/** What values are held against. */
export const BASELINES = {
  majority: {
    title: 'Majority baseline',
    text: 'What answering the most frequent class for every row scores: accuracy is that class’s share of the rows.',
    source: 'scikit-learn `DummyClassifier(strategy="most_frequent")`',
  },
  prior: {
    title: 'Prior baseline',
    text: 'What answering the shares of the classes for every row scores: log loss −Σ p ln p, Brier score p(1 − p), ROC AUC 0.5, average precision p.',
    source: 'scikit-learn `DummyClassifier(strategy="prior")`',
  },
  stratified: {
    title: 'Stratified baseline',
    text: 'What guessing classes at random by their shares scores on average: accuracy Σ p², recall and precision of a class p.',
    source: 'scikit-learn `DummyClassifier(strategy="stratified")`, expected value',
  },
  'skill-score': {
    title: 'Skill score',
    text: '(value − baseline) / (perfect − baseline): 0 for no better than the baseline, 1 for perfect, negative for worse.',
    source: 'Murphy 1988',
  },
  gain: { title: 'Gain', text: 'Value less baseline.', source: 'by definition' },
  'luck-of-best': {
    title: 'What the best of several looks is worth by chance',
    text: 'The expected maximum of k independent shares of n rows around one true value, less that value.',
    source: 'David and Nagaraja 2003',
  },
} as const satisfies Formulas;

/** What is told of the data. */
export const DATA = {
  'holm-difference': {
    title: 'Difference of a slice from the rest',
    text: 'Pearson’s chi-squared test of the slice’s successes and failures against those of all other rows, without continuity correction; p values are adjusted for the number of slices by Holm’s method. With fewer than 5 expected rows in a cell there is no test.',
    source: 'Holm 1979; SciPy `chi2_contingency(correction=False)`',
  },
  psi: {
    title: 'Population stability index',
    text: 'Σ (c − r) ln(c / r) over bins with reference share r and current share c; shares under the floor are raised to it. Bins of numbers lie between quantiles of the reference. It depends on both.',
    source: 'Siddiqi 2006',
  },
  'psi-null': {
    title: 'PSI without drift',
    text: 'The 95 % quantile of (1/n + 1/m) χ² with bins − 1 degrees of freedom, for n and m rows of the same distribution.',
    source: 'Yurdakul and Naranjo 2020',
  },
  js: {
    title: 'Jensen-Shannon distance',
    text: 'The square root of the divergence to base 2 between both distributions over bins: 0 for the same, 1 for nothing in common.',
    source: 'SciPy `jensenshannon(base=2)`',
  },
  'label-noise': {
    title: 'Ceiling by label noise',
    text: 'Two annotators who are each wrong with probability e agree with probability (1 − e)² + e²/(k − 1) for k classes; solved for e. A model that is always right scores 1 − e against such labels. It supposes mistakes that are independent and alike for all classes and annotators.',
    source: 'by definition',
  },
} as const satisfies Formulas;

/** What it costs and earns to run the model. */
export const OPERATION = {
  'cost-per-thousand': {
    title: 'Cost per 1,000 predictions',
    text: 'Price of an hour / (predictions per second × 3600) × 1000.',
    source: 'by definition',
  },
  'latency-quantile': {
    title: 'Quantile of the latency',
    text: 'By linear interpolation between ordered values (type 7 of Hyndman and Fan).',
    source: 'NumPy `quantile`, R `quantile(type=7)`',
  },
  'cost-of-errors': {
    title: 'Cost of errors',
    text: 'The mean over rows of the cost that the manifest gives their cell of the confusion matrix, times 1,000; its interval is that mean ± 1.96 s/√n.',
    source: 'by definition',
  },
  'return-on-investment': {
    title: 'Return on investment',
    text: '(value − cost) / cost: value is what is saved against acting on no row, cost is that of acting on the rows called positive. It grows with the precision and depends on no other count: its interval has the ends of the Wilson interval of the precision.',
    source: 'by definition',
  },
  'break-even-precision': {
    title: 'Break-even precision',
    text: 'c / (c + g): the least precision at which acting on a positive call pays, where a false alarm costs c and a hit gains g, less what acting on it costs.',
    source: 'Elkan 2001',
  },
  propagated: {
    title: 'Propagated interval',
    text: 'The least and the greatest value of the expression while each of the k shares of rows that it names stays in its Wilson interval of level 1 − 0.05/k. So it holds at 95 % at least, however the shares depend on each other. Values without counts are taken for exact.',
    source: 'Wilson 1927; Bonferroni',
  },
  expression: {
    title: 'Computed by the manifest',
    text: 'By the expression that `expr` gives, from the values that it names.',
    source: 'the manifest',
  },
} as const satisfies Formulas;
