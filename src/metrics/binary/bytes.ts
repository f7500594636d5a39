/** A place in bytes that moves on. Reading past the end throws {@link EndOfBytes}, which readers turn into "cut short". */
export class Bytes {
  at: number;
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
    readonly end = bytes.length,
  ) {
    this.at = from;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.end - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.skip(1));
  }

  u16(): number {
    return this.view.getUint16(this.skip(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.skip(4), true);
  }

  /** As a number: lengths in files are far below 2^53. */
  u64(): number {
    return Number(this.view.getBigUint64(this.skip(8), true));
  }

  f32(): number {
    return this.view.getFloat32(this.skip(4), true);
  }

  f64(): number {
    return this.view.getFloat64(this.skip(8), true);
  }

  take(length: number): Uint8Array {
    const from = this.skip(length);
    return this.bytes.subarray(from, from + length);
  }

  /** Moves on, and gives the place before. */
  skip(length: number): number {
    if (length < 0 || length > this.left) throw new EndOfBytes();
    const from = this.at;
    this.at += length;
    return from;
  }
}

export class EndOfBytes extends Error {}
