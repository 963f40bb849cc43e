import type { Field } from '../read/facts.ts';
import { DOCS } from './shared/docs.ts';
import { isSecretAccessKey } from '../read/unsafe-content.ts';
import type { Explanation } from '../model/report.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { nameOf, nounOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

interface Lack {
  /** What stands in the key ID's place has the form of a secret: it was pasted into the wrong one. */
  readonly isMisplaced: boolean;
  readonly missing: readonly Field[];
  readonly present: readonly Field[];
}

/** A key ID without its secret, a secret without its key ID, or a token alone. */
export const incompleteCredentials = entry<Lack>({
  id: 'incomplete-credentials',
  severity: 'error',
  phases: ['before'],
  when: 'there is a key ID without a secret, or a secret without a key ID',
  exceptions: 'None: AWS tools either stop here or pass on to another source without a word.',
  references: [DOCS.accessKeys],
  detect({ gathered: { credentials } }) {
    if (credentials === undefined) return undefined;
    const has = (field: Field): boolean => (credentials[field]?.reveal().trim() ?? '') !== '';
    const missing = (['accessKeyId', 'secretAccessKey'] as const).filter((field) => !has(field));
    if (missing.length === 0) return undefined;
    return {
      missing,
      present: (['accessKeyId', 'secretAccessKey', 'sessionToken'] as const).filter(has),
      isMisplaced: isSecretAccessKey(credentials.accessKeyId?.reveal().trim() ?? ''),
    };
  },
  describe({ missing, present, isMisplaced }, evidence) {
    if (isMisplaced) return describeMisplaced(evidence);
    const lacking = missing.map(nounOf).join(' and ');
    return {
      title: `The ${lacking} ${missing.length > 1 ? 'are' : 'is'} missing`,
      explanation: 'The access key ID and the secret access key only work together.',
      evidence: [
        ...missing.map((field) => `${quoted(nameOf(field, evidence))} is empty or not set`),
        ...present.map((field) => `${quoted(nameOf(field, evidence))} is set`),
      ],
      fix: [
        `${missing.map((field) => whereToFix(field, evidence)).join('; ')}, add the ${lacking}.`,
        ...(evidence.gathered.job.withholding !== undefined
          ? [
              'In this event GitHub withholds secrets by design: set `on-missing: skip`, or keep the job for other events.',
            ]
          : evidence.gathered.job.runsInActions
            ? [
                'If the workflow maps a secret there: compare its name with the repository’s secrets. A name that does not exist gives an empty string.',
              ]
            : []),
      ],
      docs: DOCS.accessKeys,
    };
  },
  subject: ({ missing: [first], isMisplaced }, evidence) =>
    isMisplaced ? subjectOf('accessKeyId', evidence) : first && subjectOf(first, evidence),
  change: ({ missing, isMisplaced }, evidence) =>
    isMisplaced ? undefined : { kind: 'map', entries: missing.map((field) => subjectOf(field, evidence)) },
});

/** It has not been sent anywhere by this check, so there is no need to rotate it for that alone. */
function describeMisplaced(evidence: Evidence): Explanation {
  const id = quoted(nameOf('accessKeyId', evidence));
  const secret = quoted(nameOf('secretAccessKey', evidence));
  return {
    title: 'A secret access key stands in the place of the access key ID',
    explanation:
      'The credentials cannot be used, because the key ID is missing and the secret stands in its place; AWS tools would send it in clear.',
    evidence: [
      `${id} has the 40 characters of a secret access key, and no key ID has so many`,
      `${secret} is empty or not set`,
      'this check has sent nothing',
    ],
    fix: [
      `${whereToFix('accessKeyId', evidence)}, put the access key ID (20 characters, \`AKIA…\` or \`ASIA…\`), and the value that is there now in ${secret}.`,
      'In IAM, rotate nothing, unless another step has printed the value or called AWS with it: key IDs travel in clear.',
    ],
    docs: DOCS.accessKeys,
  };
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'incomplete-credentials': true;
  }
}
