/**
 * The message inside a session token. AWS documents nothing of it; fields after Tal Be'ery, "Revealing the Inner
 * Structure of AWS Session Tokens" (medium.com/@TalBeerySec, 2024). What is read here explains, it never judges.
 */
import { readField } from './protobuf.ts';
import type { ProtobufField, ProtobufStep } from './protobuf.ts';

interface Format {
  readonly version: 1 | 2;
  readonly names: readonly string[];
  /** The fields 1, 2, 3, … in their order. */
  readonly fields: readonly { readonly wire: ProtobufField['wire']; readonly part: string }[];
  readonly region: number | undefined;
  readonly user: number | undefined;
  readonly time: number;
}

const NAME = { wire: 'bytes', part: 'its name' } as const;
const KEY = { wire: 'varint', part: 'the number of its key' } as const;
const REGION = { wire: 'bytes', part: 'the issuing region' } as const;
const SIGNATURE = { wire: 'bytes', part: 'the signature' } as const;
const ENCRYPTED = { wire: 'bytes', part: 'the encrypted part' } as const;
const TIME = { wire: 'varint', part: 'the time of issue' } as const;
const REST = { wire: 'bytes', part: 'the part after the time of issue' } as const;
const V1_FIELDS = [NAME, KEY, ENCRYPTED, ENCRYPTED, TIME] as const;

const V1 = { version: 1, names: ['aws', 'er/aws'], region: undefined, user: undefined, time: 5 } as const;
const V2 = {
  version: 2,
  names: ['origin_ec'],
  fields: [NAME, KEY, REGION, SIGNATURE, ENCRYPTED, TIME, REST],
  region: 3,
  user: 5,
  time: 6,
} as const;
const FORMATS: ReadonlyMap<number, Format> = new Map<number, Format>([
  [0x15, { ...V1, fields: V1_FIELDS }],
  [0x17, { ...V1, fields: [...V1_FIELDS, REST] }],
  [0x02, V2],
  [0x21, V2],
]);
/** As many bytes of type and name must be there before a start is taken for a token's. */
const SHORTEST_START = 5;
const EARLIEST = Date.UTC(2010, 0) / 1000;
const LATEST = Date.UTC(2100, 0) / 1000;
/** Far above any token seen (some 1,000 bytes): a length beyond it is an altered one, not a cut. */
const LARGEST = 65_536;

export interface TokenMessage {
  readonly type: number;
  readonly version: 1 | 2;
  readonly end: 'complete' | 'truncated' | 'trailing' | 'altered';
  /** The part after the time of issue is there as well, which every token seen has but the oldest type. */
  readonly hasAllParts: boolean;
  /** Bytes that the message has: at least, where it is truncated. */
  readonly expected: number;
  /** The part in which it ends or stops making sense. */
  readonly part: string | undefined;
  readonly issuedAt: Date | undefined;
  readonly issuedIn: string | undefined;
  readonly account: string | undefined;
}

interface Walk {
  readonly fields: readonly ProtobufField[];
  readonly stop: ProtobufStep | { readonly kind: 'unexpected' };
  /** Where it stopped. */
  readonly at: number;
}

function textOf(field: ProtobufField | undefined): string | undefined {
  return field?.wire === 'bytes' ? Buffer.from(field.bytes).toString('latin1') : undefined;
}

function formatOf(bytes: Uint8Array): Format | undefined {
  const format = FORMATS.get(bytes[0] ?? -1);
  const start = Buffer.from(bytes.subarray(1, 14)).toString('latin1');
  const known = format?.names.some((name) => {
    const expected = `\n${String.fromCharCode(name.length)}${name}`;
    return start.startsWith(expected) || (start.length >= SHORTEST_START - 1 && expected.startsWith(start));
  });
  return known === true ? format : undefined;
}

function walk(bytes: Uint8Array, format: Format): Walk {
  const fields: ProtobufField[] = [];
  for (let at = 1; ;) {
    const step = readField(bytes, at);
    if (step.kind !== 'field') {
      return { fields, stop: step, at };
    }
    const next = fields.length + 1;
    const { field } = step;
    const known = next <= format.fields.length;
    const fits = known ? field.number === next && field.wire === format.fields[next - 1]?.wire : field.number >= next;
    if (!fits) {
      return { fields, stop: { kind: 'unexpected' }, at };
    }
    fields.push(field);
    at = field.end;
  }
}

/** The account stands in the part about the user, and is there even where that part is cut. */
function accountOf(user: Uint8Array | undefined): string | undefined {
  for (let at = 0; user !== undefined;) {
    const step = readField(user, at);
    if (step.kind !== 'field') {
      return undefined;
    }
    if (step.field.number === 3) {
      return textOf(step.field);
    }
    at = step.field.end;
  }
  return undefined;
}

function endOf({ fields, stop }: Walk, format: Format): TokenMessage['end'] {
  const timeRead = fields.length >= format.time;
  const allRead = fields.length >= format.fields.length;
  const next = fields.length + 1;
  if (stop.kind === 'end') {
    return timeRead ? 'complete' : 'truncated';
  }
  if (stop.kind === 'cut' && !allRead && stop.end < LARGEST && (stop.number === undefined || stop.number === next)) {
    return 'truncated';
  }
  return timeRead ? 'trailing' : 'altered';
}

interface Contents {
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** Unix time. */
  readonly seconds: number | undefined;
}

function contentsOf({ fields, stop }: Walk, format: Format): Contents {
  const user = fields[(format.user ?? 0) - 1];
  const cutUser = stop.kind === 'cut' && stop.number === format.user ? stop.partial : undefined;
  const time = fields[format.time - 1];
  return {
    region: textOf(fields[(format.region ?? 0) - 1]),
    account: accountOf(user?.wire === 'bytes' ? user.bytes : cutUser),
    seconds: time?.wire === 'varint' ? Number(time.value) : undefined,
  };
}

/** Which of the contents cannot be what they should be. */
function implausible({ region, account, seconds }: Contents): string | undefined {
  if (region !== undefined && !/^[a-z]{2,5}(?:-[a-z0-9]{1,16}){1,4}$/.test(region)) {
    return REGION.part;
  }
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    return 'the account';
  }
  return seconds === undefined || (seconds > EARLIEST && seconds < LATEST) ? undefined : TIME.part;
}

/** Reads a token's bytes; undefined where they are of no known type. Total: any bytes give an answer. */
export function readTokenMessage(bytes: Uint8Array): TokenMessage | undefined {
  const format = formatOf(bytes);
  if (format === undefined) {
    return undefined;
  }
  const way = walk(bytes, format);
  const contents = contentsOf(way, format);
  const wrong = implausible(contents);
  const end = wrong === undefined ? endOf(way, format) : 'altered';
  const cutEnd = way.stop.kind === 'cut' ? way.stop.end : bytes.length + 1;
  return {
    type: bytes[0] ?? 0,
    version: format.version,
    end,
    hasAllParts: way.fields.length >= format.fields.length,
    expected: end === 'truncated' ? cutEnd : way.at,
    part: end === 'complete' ? undefined : (wrong ?? format.fields[way.fields.length]?.part),
    issuedAt: contents.seconds === undefined || wrong === TIME.part ? undefined : new Date(contents.seconds * 1000),
    issuedIn: wrong === REGION.part ? undefined : contents.region,
    account: wrong === 'the account' ? undefined : contents.account,
  };
}
