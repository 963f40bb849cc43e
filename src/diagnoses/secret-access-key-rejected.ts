import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { keyOf, nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

/** The value that was asked, which need not be the one that stands in the variable. */
function secretOf(evidence: Evidence): string {
  const swapped = evidence.found.includes('swapped-keys');
  const name = quoted(nameOf(swapped ? 'accessKeyId' : 'secretAccessKey', evidence));
  return evidence.found.includes('stray-characters') && isRepaired(evidence, swapped)
    ? `without the stray characters, ${name}`
    : name;
}

function isRepaired({ gathered: { credentials }, attempt }: Evidence, swapped: boolean): boolean {
  const raw = swapped ? credentials?.accessKeyId : credentials?.secretAccessKey;
  return raw?.reveal() !== attempt?.secretAccessKey.reveal();
}

/** The signature does not match, and nothing about the secret's form explains it. */
export const secretAccessKeyRejected = entry<{ readonly gitSha: boolean }>({
  id: 'secret-access-key-rejected',
  severity: 'error',
  phases: ['refused'],
  when: 'the secret is well-formed, but not this key’s',
  exceptions:
    'A proxy that rewrites requests breaks the signature too. AWS also answers so for some seconds after the same key ID was used with another, wrong secret.',
  references: [DOCS.signatures],
  detect(evidence) {
    if (refusalOf(evidence) !== 'signature' || evidence.facts === undefined) return undefined;
    if (evidence.found.includes('secret-access-key-malformed') || evidence.found.includes('unresolved-placeholder'))
      return undefined;
    const strayLeft = evidence.facts.stray.secretAccessKey !== undefined;
    return strayLeft ? undefined : { gitSha: evidence.facts.secretAccessKey.looksLike === 'git-sha' };
  },
  describe({ gitSha }, evidence) {
    const key = keyOf(evidence);
    return {
      title: `The secret access key does not belong to ${key}`,
      explanation: `AWS knows the access key ID, but this secret is another key’s, or was altered.`,
      evidence: [
        `${secretOf(evidence)} has the form of a secret access key: 40 valid characters`,
        ...(gitSha ? ['it is 40 hexadecimal digits, which is also the form of a Git commit ID'] : []),
        ...refusalEvidence(evidence),
        ...(evidence.clock === undefined ? [] : ['the clock is right: STS answers a wrong date differently']),
      ],
      fix: [
        `${whereToFix('secretAccessKey', evidence)}, enter the secret that was made together with ${key}.`,
        'If that secret is lost: create a new access key in the IAM console, and replace both values.',
      ],
      docs: DOCS.signatures,
    };
  },
  subject: (_detail, evidence) => subjectOf('secretAccessKey', evidence),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'secret-access-key-rejected': true;
  }
}
