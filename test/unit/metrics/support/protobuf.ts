/** Writes protobuf messages, for files of tools that have no other writer here. */
export type Message = readonly number[];

export function varint(value: number | bigint): Message {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return bytes;
}

export const integer = (field: number, value: number): Message => [...varint(field * 8), ...varint(value)];

export function double(field: number, value: number): Message {
  return [...varint(field * 8 + 1), ...new Uint8Array(Float64Array.of(value).buffer)];
}

export function float(field: number, value: number): Message {
  return [...varint(field * 8 + 5), ...new Uint8Array(Float32Array.of(value).buffer)];
}

export function message(field: number, ...parts: readonly Message[]): Message {
  const body = parts.flat();
  return [...varint(field * 8 + 2), ...varint(body.length), ...body];
}

export const text = (field: number, value: string): Message =>
  message(field, [...new TextEncoder().encode(value)]);

/** Bit by bit, unlike the tables that readers use. */
export function crc(polynomial: number, bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

export function little(value: number, size: number): Message {
  return Array.from({ length: size }, (_, at) => Math.floor(value / 2 ** (8 * at)) % 256);
}
