import type { Attempt } from '../model/evidence.ts';
import { isAccessKeyId } from '../read/access-key-id.ts';
import { readStray } from '../read/stray-characters.ts';
import { holdsSecret } from '../read/unsafe-content.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

/** In quotes, or with a `NAME=` in front, and nothing about it that must not be sent as a key ID. */
function isKeyIdInside(value: string): boolean {
  const repaired = readStray(value, 'accessKeyId')?.repaired;
  return repaired !== undefined && isAccessKeyId(repaired) && holdsSecret(value) === undefined;
}

interface Swap {
  readonly keyIdLength: number;
  readonly secretLength: number;
}

/** Nothing is sent as it stands: the key ID travels in clear, and AWS's error text echoes it. */
export const swappedKeys = entry<Swap>({
  id: 'swapped-keys',
  severity: 'error',
  phases: ['before'],
  when: 'the key ID and the secret are in each other’s place',
  exceptions: 'None. Sending such a pair would put the secret on the wire and into AWS’s error texts in clear.',
  references: [DOCS.accessKeys],
  detect({ facts, attempt }) {
    if (facts?.accessKeyId.unsafe !== 'secret' || attempt === undefined) return undefined;
    if (facts.secretAccessKey.looksLike !== 'access-key-id' && !isKeyIdInside(attempt.secretAccessKey.reveal()))
      return undefined;
    return { keyIdLength: facts.accessKeyId.length, secretLength: facts.secretAccessKey.length };
  },
  repair: (attempt): Attempt => ({
    ...attempt,
    accessKeyId: attempt.secretAccessKey,
    secretAccessKey: attempt.accessKeyId,
  }),
  once: () => 'the two values change places',
  describe({ keyIdLength, secretLength }, evidence) {
    return {
      title: 'The access key ID and the secret access key are swapped',
      explanation:
        'Each of the two values is in the wrong variable. Nothing was sent that way, because a key ID travels in clear.',
      evidence: [
        `${quoted(nameOf('accessKeyId', evidence))} holds ${keyIdLength} characters in the form of a secret access key`,
        `${quoted(nameOf('secretAccessKey', evidence))} holds ${secretLength} characters in the form of an access key ID`,
      ],
      fix: [
        `${whereToFix('accessKeyId', evidence)}, put the access key ID (20 characters, \`AKIA…\` or \`ASIA…\`), and the secret access key (40 characters) in ${quoted(nameOf('secretAccessKey', evidence))}.`,
        'If other tools have run with these values: create a new key and delete this one, because logs may hold the secret.',
      ],
      docs: DOCS.accessKeys,
      change: {
        kind: 'swap',
        entries: [subjectOf('accessKeyId', evidence), subjectOf('secretAccessKey', evidence)],
      },
    };
  },
  subject: (_detail, evidence) => subjectOf('accessKeyId', evidence),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'swapped-keys': true;
  }
}
