/** Tables of the two checksums that run files carry: Castagnoli's for TensorBoard, zlib's for Weights & Biases. */
const CASTAGNOLI = tableOf(0x82f63b78);
const ZLIB = tableOf(0xedb88320);

function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
}

export const crc32c = (...parts: readonly Uint8Array[]): number => checksum(CASTAGNOLI, parts);
export const crc32 = (...parts: readonly Uint8Array[]): number => checksum(ZLIB, parts);

function checksum(table: Uint32Array, parts: readonly Uint8Array[]): number {
  let crc = 0xffffffff;
  for (const bytes of parts) {
    for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** As TensorFlow masks a checksum, so that checksums of checksums do not go wrong. */
export const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
