import { Bytes } from './bytes';

/** One field of a protobuf message: a number for the wire types of numbers, else bytes. */
export interface Field {
  readonly number: number;
  readonly value: Bytes | bigint;
  /** How numbers are laid out: 0 varint, 1 eight bytes, 5 four bytes; 2 for bytes. */
  readonly wire: number;
}

const VARINT = 0;
const EIGHT = 1;
const LENGTH = 2;
const FOUR = 5;

/**
 * The fields of a message in their order, by the wire format that protobuf documents. Known libraries need a generated schema or
 * a compiler; of the two messages that are read here a handful of fields counts. Throws `EndOfBytes` when it is cut short or no message.
 */
export function* fieldsOf(bytes: Bytes): Generator<Field> {
  while (bytes.left > 0) {
    const key = Number(varint(bytes));
    const [number, wire] = [Math.floor(key / 8), key % 8];
    if (wire === VARINT) yield { number, wire, value: varint(bytes) };
    else if (wire === EIGHT) yield { number, wire, value: slice(bytes, 8) };
    else if (wire === FOUR) yield { number, wire, value: slice(bytes, 4) };
    else if (wire === LENGTH) yield { number, wire, value: slice(bytes, Number(varint(bytes))) };
    else bytes.skip(Infinity);
  }
}

function slice(bytes: Bytes, length: number): Bytes {
  const from = bytes.skip(length);
  return new Bytes(bytes.bytes, from, from + length);
}

function varint(bytes: Bytes): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = bytes.u8();
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
  return BigInt.asUintN(64, value);
}

/** A field's bytes as a message of its own; undefined for a number. */
export function messageOf({ value }: Field): Bytes | undefined {
  return typeof value === 'bigint' ? undefined : new Bytes(value.bytes, value.at, value.end);
}

export function textOf(field: Field): string {
  const message = messageOf(field);
  return message ? new TextDecoder().decode(message.take(message.left)) : String(field.value);
}

/** A signed whole number. */
export function integerOf({ value }: Field): number {
  return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : NaN;
}

/** A `float` or `double`, by its size. */
export function floatOf(field: Field): number {
  const message = messageOf(field);
  if (!message) return NaN;
  return field.wire === FOUR ? message.f32() : message.f64();
}
