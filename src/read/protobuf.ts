/** A reader of the protobuf wire format that stays within bounds: https://protobuf.dev/programming-guides/encoding/ */

export type ProtobufField = {
  readonly number: number;
  /** Offsets of the field, its key included, in the bytes that were read. */
  readonly start: number;
  readonly end: number;
} & (
  | { readonly wire: 'varint'; readonly value: bigint }
  | { readonly wire: 'fixed'; readonly bytes: Uint8Array }
  | { readonly wire: 'bytes'; readonly bytes: Uint8Array }
);

/** What stands at an offset: a field, one that the end of the bytes cuts off, nothing more, or no field at all. */
export type ProtobufStep =
  | { readonly kind: 'field'; readonly field: ProtobufField }
  | {
      readonly kind: 'cut';
      /** Number of the field, where its key is still there. */
      readonly number: number | undefined;
      /** Offset at which the field ends at the earliest. */
      readonly end: number;
      /** What is there of a length-delimited field's content. */
      readonly partial: Uint8Array | undefined;
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'invalid' };

interface Varint {
  readonly value: bigint;
  readonly end: number;
}

const CONTINUES = 0x80;
const LONGEST_VARINT = 10;
const LARGEST_LENGTH = 1n << 31n;

function readVarint(bytes: Uint8Array, start: number): Varint | 'cut' | 'invalid' {
  let value = 0n;
  for (let count = 0; count < LONGEST_VARINT; count += 1) {
    const byte = bytes[start + count];
    if (byte === undefined) {
      return 'cut';
    }
    value |= BigInt(byte & ~CONTINUES) << BigInt(7 * count);
    if (byte < CONTINUES) {
      return { value, end: start + count + 1 };
    }
  }
  return 'invalid';
}

function cutAt(end: number, number?: number, partial?: Uint8Array): ProtobufStep {
  return { kind: 'cut', number, end, partial };
}

function readBytes(bytes: Uint8Array, start: number, number: number, at: number): ProtobufStep {
  const length = readVarint(bytes, at);
  if (length === 'cut') {
    return cutAt(bytes.length + 1, number);
  }
  if (length === 'invalid' || length.value >= LARGEST_LENGTH) {
    return { kind: 'invalid' };
  }
  const end = length.end + Number(length.value);
  const content = bytes.subarray(length.end, end);
  return end > bytes.length
    ? cutAt(end, number, content)
    : { kind: 'field', field: { number, start, end, wire: 'bytes', bytes: content } };
}

function readFixed(bytes: Uint8Array, start: number, number: number, at: number, size: number): ProtobufStep {
  const end = at + size;
  return end > bytes.length
    ? cutAt(end, number)
    : { kind: 'field', field: { number, start, end, wire: 'fixed', bytes: bytes.subarray(at, end) } };
}

/** Reads what stands at an offset. Total: any bytes and any offset give an answer. Groups count as invalid. */
export function readField(bytes: Uint8Array, start: number): ProtobufStep {
  if (start >= bytes.length) {
    return { kind: 'end' };
  }
  const key = readVarint(bytes, start);
  if (key === 'cut') {
    return cutAt(bytes.length + 1);
  }
  if (key === 'invalid' || key.value >> 3n === 0n || key.value >> 3n > 0x1fff_ffffn) {
    return { kind: 'invalid' };
  }
  const number = Number(key.value >> 3n);
  switch (Number(key.value & 7n)) {
    case 0: {
      const varint = readVarint(bytes, key.end);
      if (varint === 'cut') {
        return cutAt(bytes.length + 1, number);
      }
      return varint === 'invalid'
        ? { kind: 'invalid' }
        : { kind: 'field', field: { number, start, end: varint.end, wire: 'varint', value: varint.value } };
    }
    case 1:
      return readFixed(bytes, start, number, key.end, 8);
    case 2:
      return readBytes(bytes, start, number, key.end);
    case 5:
      return readFixed(bytes, start, number, key.end, 4);
    default:
      return { kind: 'invalid' };
  }
}
