import type { Edit } from '../../syntax/edit';

/**
 * Keys that hold an offset must stay what they are when the text above is edited, and no other place may come by the same
 * key. So keys are made of offsets in a text that nobody sees, from which nothing is ever taken away: what is typed gets a
 * room at its end.
 */
export class Places {
  /** From an offset of the text on, what is added to make an offset of that other text. */
  private stretches: readonly Stretch[] = [{ from: 0, add: 0 }];
  private end = 0;

  keyOf(offset: number): number {
    for (let i = this.stretches.length - 1; i >= 0; i--) {
      const stretch = this.stretches[i];
      if (stretch && stretch.from <= offset) return offset + stretch.add;
    }
    return offset;
  }

  /** How many stretches of the text have been moved apart. */
  get parts(): number {
    return this.stretches.length;
  }

  /** A text of this length is there from an offset on: whatever was below, places in it are new. */
  renew(from: number, length: number): void {
    const above = this.stretches.filter(one => one.from < from);
    this.stretches = [...above, { from, add: this.end - from }];
    this.end += Math.max(0, length - from) + 1;
  }

  edit({ start, oldEnd, by }: Edit): void {
    const above = this.stretches.filter(one => one.from < start);
    const below = this.stretches.filter(one => one.from > oldEnd).map(one => moved(one, by));
    const typed = oldEnd + by - start;
    const rest = { from: oldEnd + by, add: this.keyOf(oldEnd) - oldEnd - by };
    const room = typed > 0 ? [{ from: start, add: this.end - start }] : [];
    if (typed > 0) this.end += typed;
    this.stretches = [...above, ...room, rest, ...below].filter((one, i, all) => one.add !== all[i - 1]?.add);
  }
}

interface Stretch {
  readonly from: number;
  readonly add: number;
}

function moved({ from, add }: Stretch, by: number): Stretch {
  return { from: from + by, add: add - by };
}
