import { lastPart, normalName } from '../../metrics/names';
import type { MetricValue, Run } from '../../metrics/table';
import { surenessOf } from '../certainty';
import { countingRuns } from '../counted-rows';
import type { Block, Row } from '../document';
import type { ReportFacts } from '../facts';
import { figureOf, linkTo } from '../figures';
import { metricReadings } from '../metric-readings';

/** More are left out. */
const MOST_ROWS = 60;

const AGREEMENT = /(judge|annotator|rater)s?_(agreement|kappa|alpha)|^agreement(_|$)/;
const JUDGE = /judge/;

/** What evaluations of language models report, by how it is to be read. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['answers that match', /^(exact_match|em|acc|acc_norm|quasi_exact_match|prefix_exact_match)(_|$)/],
  ['code that passes, of k tries', /^pass_?(at_?)?\d+$|^pass_k$/],
  ['agreement of a judge with people', AGREEMENT],
  ['pairwise wins', /^(win_?rate|wins?)(_|$)/],
  ['a judge’s score', JUDGE],
  ['likeness of words', /^(bleu|chrf|rouge|wer|token_f1|meteor)/],
  ['likelihood', /^(perplexity|word_perplexity|byte_perplexity|bits_per_byte)/],
  ['refusals and harm', /(refusal|toxicity|harm)/],
  ['tokens', /tokens/],
  ['cost', /(^|_)cost/],
  ['latency', /latency|seconds_per/],
];

/** How a run asked: shots, templates, decoding. */
const ASKED =
  /(^|_)(n_?shot|num_fewshot|few_?shot|template|prompt|chat_template|temperature|max_tokens|model|model_name|model_args|judge|judge_model)(_|$)/;

const ERRORS = /_(stderr|se|sem|std_err)(_|$)/;

/** Scores of a language model with their standard errors, and how it was asked. */
export function languageModel(facts: ReportFacts, values: readonly MetricValue[]): readonly Block[] {
  const runs = countingRuns(facts, metricReadings(facts));
  const own = facts.metrics.table.runs.filter(({ id }) => runs.has(id));
  const isAsked =
    facts.manifest.fields.get('task')?.text === 'llm' || own.some(({ source }) => source === 'lm-eval');
  if (!isAsked) return [];
  const found = values.filter(({ name }) => !ERRORS.test(nameOf(name)) && kindOf(name) !== undefined);
  const asked = own.flatMap(askedOf);
  return [
    ...(asked.length > 0 ? [{ kind: 'facts' as const, facts: asked }] : []),
    ...(found.length > 0 ? [table(facts, found)] : []),
    { kind: 'facts', facts: notStated(found) },
  ];
}

/** What a reader has to know of such scores, as far as it is stated, and what would say it. */
function notStated(
  values: readonly MetricValue[],
): readonly { readonly name: string; readonly value: string }[] {
  const kinds = new Set(values.map(({ name }) => kindOf(name)));
  const has = (kind: string): boolean => kinds.has(kind);
  return [
    ...(has('a judge’s score') && !has('agreement of a judge with people')
      ? [{ name: 'Agreement of the judge with people', value: 'not stated: write it as `judge_agreement`' }]
      : []),
    ...(has('cost') ? [] : [{ name: 'Cost', value: 'not stated: write it as `cost_per_task`' }]),
    ...(has('latency') ? [] : [{ name: 'Latency', value: 'not stated: write it as `latency_ms`' }]),
    {
      name: 'Contamination',
      value:
        'not known: questions that were public before the model was trained may be among what it learned from',
    },
  ];
}

/** `arc_easy.acc,none` → `acc_none`. */
const nameOf = (name: string): string => normalName(lastPart(name));

const kindOf = (name: string): string | undefined =>
  KINDS.find(([, pattern]) => pattern.test(nameOf(name)))?.[0];

function askedOf({ params }: Run): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(params).flatMap(([name, value]) =>
    ASKED.test(normalName(name)) ? [{ name, value: value.slice(0, 200) }] : [],
  );
}

function table({ manifest, metrics }: ReportFacts, values: readonly MetricValue[]): Block {
  const more = Math.max(0, values.length - MOST_ROWS);
  return {
    kind: 'table',
    id: 'language-model',
    title: 'Scores of the language model',
    columns: [{ title: 'Task' }, { title: 'Score' }, { title: 'Value', isNumber: true }, { title: 'Kind' }],
    rows: values.slice(0, MOST_ROWS).map((value): Row => {
      const { certainty, n } = surenessOf(metrics.table, value);
      const parts = value.name.split('.');
      const figure = figureOf(value.value, { certainty, n, source: linkTo(manifest, value.place) });
      return {
        cells: [parts.slice(0, -1).join('.'), lastPart(value.name), figure, kindOf(value.name) ?? ''],
      };
    }),
    note: 'Intervals come from counts, or from the standard errors that the evaluation states. A judge’s score is as good as its agreement with people; of two models that are alike each wins half of the pairs.',
    ...(more > 0 && { more }),
  };
}
