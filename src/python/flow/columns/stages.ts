import { Interning, Numbers } from '../interning';
import type { Site } from '../site';

/**
 * How far a table was prepared: two tables of one stage went through the same steps from the same table on, whichever of
 * its rows they hold. `train_test_split` gives both parts of an array one stage; a transformer makes another of it.
 */
export interface Stage {
  readonly id: number;
  /** The same for tables that were loaded from different files and prepared in the same way. */
  readonly shape: string;
  readonly from: Stage | undefined;
  readonly by: Step | undefined;
}

export type Step =
  | { readonly kind: 'columns'; readonly key: string }
  /** `columns`: only these were replaced, in place. */
  | {
      readonly kind: 'transform';
      readonly object: number;
      readonly learned: Lesson | undefined;
      /** The variable that holds the transformer. */
      readonly name: string | undefined;
      readonly columns: string | undefined;
    };

/** What a transformer learned, where. */
export interface Lesson {
  readonly id: number;
  readonly site: Site;
  readonly label: string;
  readonly calls: readonly Site[];
  readonly transformer: { readonly nameSpan: Site } | undefined;
}

export type TransformStep = Extract<Step, { kind: 'transform' }>;

export class StageTable {
  private readonly known = new Map<string, Stage>();

  readonly numbers = new Numbers();

  constructor(private readonly interning = new Interning()) {}

  /** Of a table about whose preparation nothing is known but that it is this one. */
  base(symbol: string): Stage {
    return this.intern(`base ${symbol}`, undefined, undefined);
  }

  /** Unlike any other: what was done is not followed. */
  fresh(): Stage {
    return this.base(`‹${this.numbers.next}›`);
  }

  columns(from: Stage, key: string): Stage {
    return this.intern(`${from.id} columns ${key}`, from, { kind: 'columns', key });
  }

  transformed(from: Stage, step: Omit<TransformStep, 'kind'>): Stage {
    const key = `${from.id} through ${step.object} ${step.learned?.id ?? ''} ${step.columns ?? ''}`;
    return this.intern(key, from, { ...step, kind: 'transform' });
  }

  private intern(key: string, from: Stage | undefined, by: Step | undefined): Stage {
    const known = this.known.get(key);
    if (known) {
      this.interning.met(this.numbers, known.id);
      return known;
    }
    const own = key.slice(key.indexOf(' '));
    const made = { id: this.numbers.next++, shape: from ? `${from.shape}|${own}` : shapeOf(key), from, by };
    this.known.set(key, made);
    this.interning.made(this.known, key, this.numbers, made.id);
    return made;
  }
}

/** `base load train.csv #12.data` → `@.data`; what is no file is like nothing else. */
function shapeOf(key: string): string {
  const part = /^base load .* #\d+(.*)$/.exec(key)?.[1];
  return part === undefined ? key : `@${part}`;
}

/** The transformers between an earlier stage and a later one, first to last; undefined where it is no such way. */
export function transformsBetween(earlier: Stage, later: Stage): readonly TransformStep[] | undefined {
  const steps: TransformStep[] = [];
  let at: Stage | undefined = later;
  while (at && at.shape !== earlier.shape) {
    if (at.by?.kind !== 'transform') return undefined;
    steps.unshift(at.by);
    at = at.from;
  }
  return at && steps.length > 0 ? steps : undefined;
}
