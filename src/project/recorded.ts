import type { Files } from '../base/ports';
import type { EvidenceContext } from '../evidence/context';
import type { EvidenceFacts, LintFacts, MetricFacts } from '../evidence/facts';
import type { EvidenceClock } from '../evidence/clock';
import type { Manifest } from '../manifest/model';
import type { MetricTable } from '../metrics/table';
import type { Looks } from './looks';

/** What evidence is judged by, but for the files, which footprints watch over. */
export interface Known {
  readonly manifest: Manifest;
  readonly facts: Omit<EvidenceFacts, 'files'>;
}

/**
 * What an evaluator is given, such that everything it asks is written down. A fact that is added to `EvidenceFacts` has
 * to say here how: as a whole, or by the question where an answer changes less often than the whole does.
 */
export function recorded({ note }: Looks<Known>, files: Files): EvidenceContext {
  const facts: EvidenceFacts = {
    metrics: recordedMetrics(note),
    lint: recordedLint(note),
    get data() {
      return note('data', now => now.facts.data);
    },
    clock: recordedClock(note),
    get history() {
      return note('history', now => now.facts.history);
    },
    get stages() {
      return note('stages', now => now.facts.stages);
    },
    get revisions() {
      return note('revisions', now => now.facts.revisions);
    },
    servers: {
      registryAt: server => note(`registry ${server}`, now => now.facts.servers.registryAt(server)),
      get named() {
        return note('servers.named', now => now.facts.servers.named);
      },
    },
    commandOutcome: line => note(`command ${line}`, now => now.facts.commandOutcome(line)),
    files,
  };
  return { manifest: recordedManifest(note), facts };
}

type Note = Looks<Known>['note'];

function recordedMetrics(note: Note): MetricFacts {
  const runs = (): MetricTable['runs'] => note('metrics.runs', now => now.facts.metrics.table.runs);
  return {
    table: {
      get runs() {
        return runs();
      },
      get values() {
        return note('metrics.values', now => now.facts.metrics.table.values);
      },
      get series() {
        return note('metrics.series', now => now.facts.metrics.table.series) ?? [];
      },
    },
    get unread() {
      return note('metrics.unread', now => now.facts.metrics.unread);
    },
    get withoutSteps() {
      return note('metrics.withoutSteps', now => now.facts.metrics.withoutSteps);
    },
    get passedOver() {
      return note('metrics.passedOver', now => now.facts.metrics.passedOver);
    },
    get notRecomputed() {
      return note('metrics.notRecomputed', now => now.facts.metrics.notRecomputed);
    },
    named: name => ({
      runs: runs(),
      values: note(`metrics.values ${name}`, now => now.facts.metrics.named(name).values),
    }),
    recomputed: name => ({
      runs: note(`metrics.recomputed.runs ${name}`, now => now.facts.metrics.recomputed(name).runs),
      values: note(`metrics.recomputed ${name}`, now => now.facts.metrics.recomputed(name).values),
    }),
  };
}

function recordedLint(note: Note): LintFacts {
  return {
    get rules() {
      return note('lint.rules', now => now.facts.lint.rules);
    },
    get complete() {
      return note('lint.complete', now => now.facts.lint.complete);
    },
    filesIn: paths => note(`lint.files ${paths.join('\n')}`, now => now.facts.lint.filesIn(paths)),
  };
}

function recordedClock(note: Note): EvidenceClock {
  return {
    today: () => note('today', now => now.facts.clock.today()),
    isPast: moment => note(`past ${moment}`, now => now.facts.clock.isPast(moment)),
  };
}

/** A manifest of which each part is written down as it is asked for, and of its maps each entry; absent ones as well. */
function recordedManifest(note: Note): Manifest {
  const part = (known: Known, key: string | symbol): unknown => Reflect.get(known.manifest, key);
  const whole = (): Manifest => note('manifest', now => now.manifest);
  return new Proxy<Partial<Manifest>>(
    {},
    {
      get: (_, key) => {
        const name = `manifest.${String(key)}`;
        // Which kind of part it is never changes while it is there; absent, it is written down as such.
        const value = note(`${name} is a map`, now => part(now, key) instanceof Map);
        return value ? recordedMap(note, name, now => part(now, key)) : note(name, now => part(now, key));
      },
      has: (_, key) => Reflect.has(whole(), key),
      ownKeys: () => Reflect.ownKeys(whole()),
      getOwnPropertyDescriptor: (_, key) => {
        const value: unknown = Reflect.get(whole(), key);
        return { value, enumerable: true, configurable: true };
      },
    },
  ) as Manifest;
}

type Entries = ReadonlyMap<unknown, unknown>;
const NO_ENTRIES: Entries = new Map();

function recordedMap(note: Note, name: string, ask: (known: Known) => unknown): Entries {
  const of = (known: Known): Entries => {
    const map = ask(known);
    return map instanceof Map ? map : NO_ENTRIES;
  };
  const whole = (): Entries => note(name, of);
  return {
    get: key => note(`${name} ${String(key)}`, now => of(now).get(key)),
    has: key => note(`${name} has ${String(key)}`, now => of(now).has(key)),
    get size() {
      return whole().size;
    },
    forEach: (use, self) => {
      whole().forEach(use, self);
    },
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  };
}
