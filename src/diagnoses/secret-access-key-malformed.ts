import type { SecretAccessKeyFacts } from '../read/secret-access-key.ts';
import { isSecretAccessKey } from '../read/unsafe-content.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { characters, nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

/** STS refused, and the secret cannot be one. AWS promises no form, so what STS accepts is fine whatever its length. */
export const secretAccessKeyMalformed = entry<SecretAccessKeyFacts>({
  id: 'secret-access-key-malformed',
  severity: 'error',
  phases: ['refused'],
  evident: true,
  when: 'STS refused, and the secret is not 40 characters of `A–Z a–z 0–9 / +`',
  exceptions: 'A secret of another form that STS accepts is never reported.',
  references: [DOCS.accessKeys],
  detect(evidence) {
    const { facts } = evidence;
    if (facts === undefined || facts.secretAccessKey.wellFormed) return undefined;
    // What stands around a whole secret is a finding of its own.
    const { placeholder, stray } = facts;
    if (placeholder.secretAccessKey !== undefined || isSecretAccessKey(stray.secretAccessKey?.repaired ?? '')) {
      return undefined;
    }
    const kind = refusalOf(evidence);
    return kind === 'time' || kind === 'denied' || kind === 'other' ? undefined : facts.secretAccessKey;
  },
  describe(secret, evidence) {
    return {
      title: titleOf(secret),
      explanation: `${
        refusalOf(evidence) === 'signature'
          ? 'The signature cannot match'
          : 'No signature made with it can match, once AWS knows the key'
      }, because AWS makes every secret access key with exactly 40 characters of \`A–Z a–z 0–9 / +\`.`,
      evidence: [
        `${quoted(nameOf('secretAccessKey', evidence))} has ${characters(secret.length)}`,
        ...secret.foreign.map(
          ({ codePoint, position }) => `character ${position} is ${codePoint}, which no secret has`,
        ),
        ...(secret.hasPadding ? ['it ends in U+003D (equals sign), which no secret does'] : []),
        ...(secret.looksLike === undefined ? [] : [LOOKALIKE[secret.looksLike]]),
        ...(refusalOf(evidence) === 'signature'
          ? refusalEvidence(evidence)
          : ['AWS has not judged it yet: what it refused comes before the signature']),
      ],
      fix: [
        secret.looksLike === 'base64-of-secret'
          ? `${whereToFix('secretAccessKey', evidence)}, put the value before it was encoded: it is the base64 of a secret access key.`
          : `${whereToFix('secretAccessKey', evidence)}, enter the secret access key again, all 40 characters of it.`,
        'If the secret is lost: create a new access key in the IAM console, and replace both values.',
      ],
      docs: DOCS.accessKeys,
    };
  },
  subject: (_detail, evidence) => subjectOf('secretAccessKey', evidence),
});

const LOOKALIKE: Readonly<Record<NonNullable<SecretAccessKeyFacts['looksLike']>, string>> = {
  'access-key-id': 'it has the form of an access key ID',
  'git-sha': 'it has the form of a Git commit ID',
  'base64-of-secret': 'decoded from base64 it has the form of a secret access key',
  'session-token': 'it has the form of a session token',
  'documentation-example': 'it is the example from AWS’s documentation',
};

function titleOf(secret: SecretAccessKeyFacts): string {
  if (secret.looksLike === 'access-key-id') return 'An access key ID is where the secret access key belongs';
  if (secret.looksLike === 'session-token') return 'A session token is where the secret access key belongs';
  if (secret.length !== 40) return `The secret access key has ${characters(secret.length)} instead of 40`;
  return 'The secret access key has characters that no secret has';
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'secret-access-key-malformed': true;
  }
}
