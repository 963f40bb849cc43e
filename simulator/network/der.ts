/** Just enough of the Distinguished Encoding Rules (ITU-T X.690) to write a certificate. */

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) {
    return Buffer.from([length]);
  }
  return length < 0x1_00 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

export function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

export function set(...parts: Buffer[]): Buffer {
  return element(0x31, Buffer.concat(parts));
}

/** A positive integer from its big-endian bytes, the first of them below 0x80. */
export function integer(bytes: Buffer): Buffer {
  return element(0x02, bytes);
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0x00]));
}

export function octetString(content: Buffer): Buffer {
  return element(0x04, content);
}

export function bitString(content: Buffer): Buffer {
  return element(0x03, Buffer.concat([Buffer.from([0]), content]));
}

export function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text));
}

/** An element whose meaning depends on where it stands: `[tag]`. */
export function contextual(tag: number, content: Buffer, constructed: boolean): Buffer {
  return element((constructed ? 0xa0 : 0x80) | tag, content);
}

/** @param dotted such as `2.5.4.3` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) {
    bytes.unshift((left & 0x7f) | 0x80);
  }
  return bytes;
}

/** UTCTime up to 2049, GeneralizedTime from then on, as RFC 5280 section 4.1.2.5 asks. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  return date.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2)))
    : element(0x18, Buffer.from(digits));
}
