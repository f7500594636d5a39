import type { Verdict } from '../../base/outcome';
import type { FreshEvidence, FreshLimit } from '../../manifest/evidence';
import { parseDuration } from '../../manifest/duration';
import type { Duration } from '../../manifest/duration';
import type { Manifest } from '../../manifest/model';
import { staysInside } from '../../manifest/read/paths';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { expand, TOO_MUCH } from '../file/expand';
import { DAY } from '../../base/time';
import { wordTime, youngest } from '../fresh/age';
import type { Dated } from '../fresh/age';
import { dateFile } from '../fresh/of-file';
import { dateMetric, dateNamedRun, dateSplit } from '../fresh/of-run';
import { listed } from '../words';

/** Clocks and zones differ; beyond this a time to come is a mistake. */
const AHEAD = DAY;

/** Is it young enough, by a time that can be trusted? */
export async function judgeFresh({ of, within }: FreshEvidence, context: EvidenceContext): Promise<Verdict> {
  const limit = limitIn(within, context.manifest);
  if (!limit) {
    const path = within.by === 'field' ? within.path : '';
    const reason = `\`${path}\` does not say how old it may be; write a duration such as 30d.`;
    return unknown(reason, fieldPlace(context.manifest, path));
  }
  const dated = await dateOf(of, context);
  if (!dated.known) return unknown(dated.reason, dated.place);
  const { clock } = context.facts;
  const since = `${dated.words} dates from ${wordTime(dated.time)}`;
  if (!clock.isPast(dated.time - AHEAD)) return unknown(`${since}, which is yet to come.`, dated.place);
  const words = `${since}; at most ${limit.text} old is asked for.`;
  // Young enough until it is past the moment at which it was too old.
  if (!clock.isPast(dated.time + limit.days * DAY)) return met(words, dated.place);
  return dated.atLeast === undefined
    ? unmet(words, dated.place)
    : unknown(`${words} But ${dated.atLeast}.`, dated.place);
}

function limitIn(within: FreshLimit, { fields }: Manifest): Duration | undefined {
  return within.by === 'duration' ? within.duration : parseDuration(fields.get(within.path)?.text ?? '');
}

function dateOf(of: FreshEvidence['of'], context: EvidenceContext): Promise<Dated> {
  switch (of.by) {
    case 'file':
      return dateFiles(of.paths, context);
    case 'run':
      return dateNamedRun(of.run, context);
    case 'metric':
      return dateMetric(of.metric, of.split, context);
    case 'split':
      return dateSplit(of.split, context);
    case 'data':
      return dateData(context);
  }
}

async function dateFiles(paths: readonly string[], context: EvidenceContext): Promise<Dated> {
  const { manifest, facts } = context;
  const dates: Dated[] = [];
  for (const path of paths.filter(staysInside)) {
    const { found, whole } = await expand(facts.files, manifest.root, path);
    // The youngest may lie where nobody looked.
    if (!whole) return { known: false, reason: `\`${path}\` was not looked for everywhere: ${TOO_MUCH}.` };
    for (const file of found) dates.push(await dateFile(file, context));
  }
  const names = listed(
    paths.map(path => `\`${path}\``),
    'or',
  );
  return youngest(dates) ?? { known: false, reason: `There is no file ${names}.` };
}

/** Files of production where some are named, since these are predicted on; else all. */
async function dateData(context: EvidenceContext): Promise<Dated> {
  const { manifest } = context;
  const { splits } = manifest.declarations;
  const production = splits.filter(({ role }) => role === 'production');
  const named = (production.length > 0 ? production : splits).map(({ path }) => path);
  const single = ['data.table', 'data.index'].flatMap(path => manifest.fields.get(path)?.text ?? []);
  const paths = [...named, ...single];
  if (paths.length > 0) return dateFiles(paths, context);
  const reason = 'The manifest names no data files; add them under `data.splits`.';
  return { known: false, reason, place: fieldPlace(manifest, 'data') };
}
