/** Bytes of a file that come in pieces: what is not done with yet, and where in the file it begins. */
export class ByteQueue {
  private bytes: Uint8Array = new Uint8Array();
  /** Place in the file of the next byte. */
  at = 0;
  private from = 0;
  /** Bytes still to come that nobody wants. */
  private unwanted = 0;

  push(piece: Uint8Array): void {
    const passed = Math.min(this.unwanted, piece.length);
    this.unwanted -= passed;
    const rest = this.bytes.length - this.from;
    const wanted = piece.subarray(passed);
    if (rest === 0) this.bytes = wanted;
    else {
      const both = new Uint8Array(rest + wanted.length);
      both.set(this.bytes.subarray(this.from));
      both.set(wanted, rest);
      this.bytes = both;
    }
    this.from = 0;
  }

  /** Bytes that are here. */
  get length(): number {
    return this.bytes.length - this.from;
  }

  /** The next bytes, which stay; fewer where fewer are here. */
  peek(length: number, after = 0): Uint8Array {
    return this.bytes.subarray(this.from + after, this.from + after + length);
  }

  /** Goes on, also past what is here. */
  skip(length: number): void {
    const here = Math.min(length, this.length);
    this.from += here;
    this.unwanted += length - here;
    this.at += length;
  }

  /** Whether all that was skipped has come. */
  get isDone(): boolean {
    return this.unwanted === 0;
  }
}
