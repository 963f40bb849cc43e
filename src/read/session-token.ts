import { indicesOutside, placeAt } from './characters.ts';
import { notAToken } from './not-a-token.ts';
import { readTokenMessage } from './session-token-message.ts';
import type { TokenMessage } from './session-token-message.ts';
import { readUnreadable } from './not-a-token.ts';

export interface SessionTokenFacts {
  /** UTF-16 code units. */
  readonly characters: number;
  /** `opaque` is no fault: base64 of a type that is not known, as emulators and future versions have. */
  readonly state:
    | 'complete'
    | 'truncated'
    | 'trailing'
    | 'doubled'
    | 'padding-lost'
    | 'altered'
    | 'not-base64'
    /** In base64 once more. */
    | 'encoded'
    /** Some of its first characters are lost. */
    | 'beheaded'
    | 'opaque'
    | 'not-a-token';
  /** 1: valid only in regions that are enabled by default. 2: valid in all of its partition. */
  readonly version: 1 | 2 | undefined;
  /** First byte of the token. */
  readonly type: number | undefined;
  /** When it was issued: not when it ends, which only AWS can read. */
  readonly issuedAt: Date | undefined;
  /** Region whose STS endpoint issued it (version 2 only). */
  readonly issuedIn: string | undefined;
  /** Account of the session, 12 digits (version 2 only). */
  readonly account: string | undefined;
  /** Where truncated or trailing: bytes that its length prefixes tell (at least), and bytes that are here. */
  readonly bytes: { readonly expected: number; readonly actual: number } | undefined;
  /** What is wrong with it, in our own words and without any of its content. */
  readonly detail: string | undefined;
  /** The token as it was before: one half of a doubled one, the lost padding, without what follows it. */
  readonly repaired: string | undefined;
}

const BASE64 = /^[A-Za-z0-9+/=]$/;
const ANY_BASE64 = /^[A-Za-z0-9+/=_-]$/;
/** Below this, text with characters that no token has is not called a damaged token. */
const SHORTEST_DAMAGED = 100;

function facts(
  value: string,
  state: SessionTokenFacts['state'],
  more: Partial<SessionTokenFacts> = {},
): SessionTokenFacts {
  return {
    characters: value.length,
    state,
    version: undefined,
    type: undefined,
    issuedAt: undefined,
    issuedIn: undefined,
    account: undefined,
    bytes: undefined,
    detail: undefined,
    repaired: undefined,
    ...more,
  };
}

function fromMessage({ version, type, issuedAt, issuedIn, account }: TokenMessage): Partial<SessionTokenFacts> {
  return { version, type, issuedAt, issuedIn, account };
}

/** A value with characters outside base64: damaged where it begins as a token or is long, else not a token. */
function withForeign(value: string, index: number): SessionTokenFacts {
  const { codePoint, name } = placeAt(value, index);
  const detail = `character ${index + 1} is ${codePoint}${name === codePoint ? '' : ` (${name})`}`;
  const head = readTokenMessage(Buffer.from(value.slice(0, index - (index % 4)), 'base64'));
  if (head !== undefined) {
    return facts(value, 'not-base64', { ...fromMessage(head), detail });
  }
  const foreign = indicesOutside(value, ANY_BASE64, value.length).length;
  const damaged = value.length >= SHORTEST_DAMAGED && foreign * 20 < value.length;
  return facts(value, damaged ? 'not-base64' : 'not-a-token', { detail });
}

function halfOf(value: string): SessionTokenFacts | undefined {
  const half = value.slice(0, value.length / 2);
  if (half === '' || half + half !== value) {
    return undefined;
  }
  const one = readDecoded(half);
  return one.state === 'complete' || one.state === 'padding-lost'
    ? { ...one, characters: value.length, state: 'doubled', detail: 'it is there twice', repaired: half }
    : undefined;
}

/** A message that is whole: is its base64 text whole as well? */
function readWhole(value: string, bytes: Buffer, message: TokenMessage): SessionTokenFacts {
  const canonical = bytes.toString('base64');
  const about = fromMessage(message);
  if (value === canonical) {
    return facts(value, 'complete', about);
  }
  if (!message.hasAllParts) {
    const counted = { expected: bytes.length + 1, actual: bytes.length };
    return facts(value, 'truncated', { ...about, bytes: counted, detail: 'it ends after the time of issue' });
  }
  if (canonical.startsWith(value)) {
    const lost = canonical.length - value.length;
    const detail = `its padding is not there: ${lost} equals ${lost === 1 ? 'sign' : 'signs'} at the end`;
    return facts(value, 'padding-lost', { ...about, detail, repaired: canonical });
  }
  if (value.startsWith(canonical)) {
    const detail = `${value.length - canonical.length} characters too many at the end`;
    return facts(value, 'trailing', { ...about, detail, repaired: canonical });
  }
  return facts(value, 'altered', { ...about, detail: 'its last character is not as encoded' });
}

/** Reads base64 of the standard alphabet whose padding, if any, stands at the end. */
function readDecoded(value: string): SessionTokenFacts {
  const bytes = Buffer.from(value, 'base64');
  const message = readTokenMessage(bytes);
  // What emulators invent begins like the oldest type, so only a flawless one of that type is taken for AWS's.
  if (message === undefined || (message.type === 0x15 && message.end === 'altered')) {
    const { state, ...more } = readUnreadable(value, bytes);
    return facts(value, state, more);
  }
  const about = fromMessage(message);
  const counted = { expected: message.expected, actual: bytes.length };
  switch (message.end) {
    case 'complete':
      return readWhole(value, bytes, message);
    case 'truncated':
      return facts(value, 'truncated', {
        ...about,
        bytes: counted,
        detail: `it ends in ${message.part ?? 'the middle'}`,
      });
    case 'trailing': {
      const repaired = bytes.subarray(0, message.expected).toString('base64');
      return facts(value, 'trailing', { ...about, bytes: counted, detail: 'more follows after its end', repaired });
    }
    case 'altered':
      return facts(value, 'altered', { ...about, detail: `${message.part ?? 'a part of it'} is not as AWS writes it` });
  }
}

/** Padding in the middle ends a token: what stands before it is one, and more follows. */
function readPadded(value: string): SessionTokenFacts {
  const [first = ''] = /^[^=]*=*/.exec(value) ?? [];
  if (first.length === value.length) {
    return readDecoded(value);
  }
  const one = readDecoded(first);
  if (one.state === 'complete') {
    const detail = 'more follows after its padding';
    return { ...one, characters: value.length, state: 'trailing', detail, repaired: first };
  }
  const detail = `character ${value.indexOf('=') + 1} is U+003D (equals sign), which stands at the end only`;
  return { ...one, characters: value.length, state: one.state === 'opaque' ? 'opaque' : 'not-base64', detail };
}

/**
 * Reads what a session token tells by itself: never a verdict, as AWS documents nothing of it and STS is the judge.
 * Total: any text gives an answer.
 */
export function readSessionToken(value: string): SessionTokenFacts {
  const other = notAToken(value);
  if (other !== undefined) {
    return facts(value, 'not-a-token', { detail: other });
  }
  const [foreign] = indicesOutside(value, ANY_BASE64, 1);
  if (foreign !== undefined) {
    return withForeign(value, foreign);
  }
  if (indicesOutside(value, BASE64, 1).length > 0) {
    const standard = value.replaceAll('-', '+').replaceAll('_', '/');
    const { state, ...read } = readPadded(standard);
    return state === 'opaque' || state === 'not-a-token'
      ? facts(value, state, { detail: read.detail })
      : { ...read, state: 'not-base64', detail: 'it is in the URL-safe alphabet', repaired: read.repaired ?? standard };
  }
  return halfOf(value) ?? readPadded(value);
}
