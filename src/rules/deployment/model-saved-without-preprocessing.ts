import type { FitFact, SaveFact, StatTaint } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import { taintsOf } from '../../python/flow/taint';
import type { SpanFix } from '../contract';
import { defineRule } from '../contract';
import { isDemonstrated } from '../grounds/demonstrations';
import { assignmentOf, importOf, wholeText } from '../fixes/edits';
import { says } from '../grounds/says';
import { distinctSteps, named } from '../wording';

/** A model is kept, and a transformer that its features went through is not. */
interface Match {
  readonly save: SaveFact;
  readonly fit: FitFact;
  readonly lost: readonly [Lost, ...Lost[]];
}

interface Lost {
  readonly statistic: StatTaint;
  /** The variable that holds the transformer; undefined where none does. */
  readonly name: string | undefined;
}

export const modelSavedWithoutPreprocessing = defineRule<Match>({
  id: 'model-saved-without-preprocessing',
  code: 'I3',
  group: 'deployment',
  stage: 'deployment',
  severity: 'warning',
  tier: 'certain',
  since: '0.1.0',

  find(program) {
    return program
      .all('save')
      .flatMap(save =>
        save.fits.flatMap(fit => lostOf(program, fit).map(one => ({ save, fit, lost: [one] }))),
      );
  },

  guards: {
    'kept beside it': ({ lost: [{ statistic }] }, program) =>
      program.all('save').some(({ holds }) => holds.includes(statistic.transformer?.object ?? -1)),
    'something unknown is kept': (_, program) =>
      [...program.all('save'), ...program.uncalled.filter(fact => fact.kind === 'save')].some(
        ({ whole }) => !whole,
      ),
    'the transformer goes elsewhere': ({ lost: [{ name }] }, program) =>
      name !== undefined && isUsedOtherwise(wholeText(program), name),
    'only the answers are coded': ({ lost: [{ statistic }], fit }) => isOfAnswers(statistic, fit),
    'a demonstration': ({ fit }) => isDemonstrated(fit.rows),
    'the whole session is kept': (_, program) => keepsSession(program),
    'a file for the time being': ({ save }, program) =>
      save.temporary || /tmp|temp|checkpoint|backup/i.test(program.textOf(save.site)),
  },

  merge(matches) {
    const bySave = new Map<string, Match>();
    const told = new Set<string>();
    for (const match of matches) {
      // Several models that learned from it are one loss.
      const [{ statistic }] = match.lost;
      const lesson = siteKey(statistic.site);
      if (told.has(lesson)) continue;
      told.add(lesson);
      const key = siteKey(match.save.site);
      const known = bySave.get(key);
      bySave.set(key, known ? { ...known, lost: [...known.lost, ...match.lost] } : match);
    }
    return bySave.values();
  },

  word({ save, fit, lost }, program) {
    const model = named(fit.learner ?? fit.label);
    const [{ statistic }, ...others] = lost;
    const more =
      others.length > 0 ? ` and ${others.length === 1 ? 'another step' : `${others.length} more steps`}` : '';
    return {
      span: save.site,
      message:
        `${model} is kept without the ${named(statistic.how)}${more} that its features went through (${program.whereIs(statistic.site)}): who loads it can ` +
        'only give it rows that were prepared in another way, and its predictions are not those that were measured here. Keep the ' +
        'transformers with the model: put all of it into one Pipeline and keep that, or keep both in one file.',
      path: distinctSteps([
        ...lost
          .slice(0, 4)
          .map(one => ({ span: one.statistic.site, note: `${one.statistic.label} is fitted` })),
        { span: fit.site, note: `${fit.label} learns from what it gives` },
        { span: save.site, note: 'the model alone is kept' },
      ]),
    };
  },

  fix: (match, program) => keepBoth(program, match),
});

const keepsSession = says(/dump_session|%store\b|autolog\(|globals\(\)/);

function lostOf(program: Program, fit: FitFact): readonly Lost[] {
  return taintsOf(fit.taints, 'stat').flatMap(statistic => {
    const { transformer, cls, site } = statistic;
    if (!transformer || transformer.object < 0 || cls === 'none' || site.module !== undefined) return [];
    const name = holderOf(program, site, transformer.nameSpan);
    return name === 'unknown' ? [] : [{ statistic, name: name?.variable }];
  });
}

/** What holds the transformer of `scaler.fit(X)`, `self.scaler.fit(X)`, `scaler = StandardScaler().fit(X)`. */
function holderOf(
  program: Program,
  site: Site,
  method: Site,
): { readonly variable: string } | 'unknown' | undefined {
  const receiver = program.textOf({ start: site.start, end: method.start }).replace(/\s*\.\s*$/, '');
  const variable = /^(?:self\.)?(\w+)$/.exec(receiver)?.[1];
  if (variable !== undefined) return { variable };
  if (!/^[\w.]+\([^]*\)$/.test(receiver)) return 'unknown';
  // Made where it is fitted: `fit` gives it back, `fit_transform` does not.
  if (program.textOf(method) === 'fit_transform') return undefined;
  const assigned = assignmentOf(program, site)?.name;
  return assigned === undefined ? 'unknown' : { variable: assigned };
}

/** Is it read other than to fit and to transform? Then it, or what it learned, may be kept in a way that is not followed. */
function isUsedOtherwise(text: string, name: string): boolean {
  const plain = new RegExp(
    `\\b${name}\\s*(=[^=]|\\.(fit|transform|fit_transform|inverse_transform|fit_on_texts|texts_to_sequences|texts_to_matrix|adapt)\\()`,
    'g',
  );
  const rest = text.replace(plain, '').replace(/^\s*(from|import)\b.*$/gm, '');
  return new RegExp(`\\b${name}\\b`).test(rest);
}

function isOfAnswers(statistic: StatTaint, { target }: FitFact): boolean {
  const { column, how } = statistic;
  if (column !== undefined && (column === target.column || target.taints.includes(statistic))) return true;
  return /^Label/.test(how) && (column === undefined || target.column === undefined);
}

/** `joblib.dump(model, path)` keeps a pipeline of what is fitted already. */
function keepBoth(
  program: Program,
  { save, fit, lost: [{ statistic, name }, ...others] }: Match,
): SpanFix | undefined {
  const step = fit.stage?.by;
  const isLast =
    step?.kind === 'transform' && step.columns === undefined && step.learned?.id === statistic.id;
  if (others.length > 0 || name === undefined || !isLast || isPrepared(fit.stage?.from)) return undefined;
  if (save.holds.length !== 1 || fit.family === 'network') return undefined;
  const found = /^((?:\w+\.)*dump\()(\w+)\s*,/.exec(program.textOf(save.site));
  const receiver = program.textOf({ start: statistic.site.start, end: statistic.site.start + name.length });
  if (save.site.module !== undefined || !found || receiver !== name) return undefined;
  const [, head = '', model = ''] = found;
  const start = save.site.start + head.length;
  return {
    title: 'Keep a Pipeline of the transformer and the model',
    safe: false,
    edits: [
      ...importOf(program, 'sklearn.pipeline', 'make_pipeline'),
      { span: { start, end: start + model.length }, newText: `make_pipeline(${name}, ${model})` },
    ],
  };
}

/** Did the rows go through a transformer before? */
function isPrepared(stage: FitFact['stage']): boolean {
  for (let at = stage; at; at = at.from) if (at.by?.kind === 'transform') return true;
  return false;
}
