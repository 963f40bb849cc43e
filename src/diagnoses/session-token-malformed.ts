import type { Attempt } from '../model/evidence.ts';
import type { RefusalKind } from '../read/refusal.ts';
import type { SessionTokenFacts } from '../read/session-token.ts';
import { unsendable } from '../read/stray-characters.ts';
import { Secret } from '../model/secret.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { characters, nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

/** The token's form is undocumented, so it only explains a refusal; opaque tokens are no fault. */
export const sessionTokenMalformed = entry<SessionTokenFacts>({
  id: 'session-token-malformed',
  severity: 'error',
  phases: ['before', 'refused'],
  evident: true,
  when: 'the session token is truncated, altered or not a token at all',
  exceptions: 'The form of tokens is not documented. A token that STS accepts is never reported, however odd.',
  references: [DOCS.temporaryCredentials],
  detect(evidence) {
    const kind = refusalOf(evidence);
    const token = evidence.facts?.sessionToken;
    if (token === undefined || (kind !== undefined && READABLE.has(kind))) return undefined;
    // What cannot enter a header is no token, and nobody can be asked about it.
    if (kind === undefined && unsendable(evidence.attempt?.sessionToken?.reveal() ?? '') === undefined)
      return undefined;
    const { facts } = evidence;
    if (facts?.placeholder.sessionToken !== undefined || (kind === undefined && facts?.stray.sessionToken))
      return undefined;
    if (facts?.accessKeyId.kind === 'long-term') return undefined;
    return token.state === 'complete' || token.state === 'opaque' ? undefined : token;
  },
  repair: (attempt, token): Attempt | undefined =>
    token.repaired === undefined ? undefined : { ...attempt, sessionToken: new Secret(token.repaired) },
  once: () => 'the token is put back into its form',
  describe(token, evidence) {
    return {
      title: titleOf(token),
      explanation: 'AWS takes a session token only as a whole and unchanged, because it is encrypted and signed.',
      evidence: [
        `${quoted(nameOf('sessionToken', evidence))} has ${characters(token.characters)}`,
        ...(token.bytes === undefined
          ? []
          : [
              `the token says it has ${token.state === 'truncated' ? 'at least ' : ''}${token.bytes.expected} bytes, ${token.bytes.actual} are here`,
            ]),
        ...(token.detail === undefined ? [] : [token.detail]),
        ...refusalEvidence(evidence),
      ],
      fix: [
        token.state === 'encoded'
          ? `${whereToFix('sessionToken', evidence)}, put the token as it was before it was encoded.`
          : `${whereToFix('sessionToken', evidence)}, enter the token again, from its first character to its last${token.state === 'padding-lost' ? ', the `=` at the end included' : ''}.`,
        'If a script passes the token: put it in double quotes, and encode with `base64 -w0`, which does not wrap lines.',
      ],
      docs: DOCS.temporaryCredentials,
    };
  },
  subject: (_detail, evidence) => subjectOf('sessionToken', evidence),
});

/**
 * Refusals of a token that AWS could read: one that it calls expired, and one whose secret it held the signature
 * against, since a session's secret is known by its token alone.
 */
const READABLE: ReadonlySet<RefusalKind> = new Set(['expired', 'signature', 'time', 'denied']);

function titleOf(token: SessionTokenFacts): string {
  switch (token.state) {
    case 'truncated':
      return token.bytes === undefined
        ? 'The session token is cut off'
        : `The session token is cut off: ${token.bytes.actual} of at least ${token.bytes.expected} bytes are here`;
    case 'doubled':
      return 'The session token stands there twice';
    case 'padding-lost':
      return 'The session token has lost the = at its end';
    case 'trailing':
      return 'Something follows the session token';
    case 'not-base64':
      return 'The session token has characters that no token has';
    case 'encoded':
      return 'The session token is encoded in base64 once more';
    case 'beheaded':
      return 'The session token has lost its beginning';
    case 'not-a-token':
      return 'The session token is not one';
    default:
      return 'The session token was altered';
  }
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-malformed': true;
  }
}
