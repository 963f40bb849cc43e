import type { Field } from '../read/facts.ts';
import { DOCS } from './docs.ts';
import { entry } from './diagnosis.ts';
import { nameOf, nounOf, quoted, subjectOf, whereToFix } from './wording.ts';

interface Lack {
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
  detect({ gathered: { credentials } }) {
    if (credentials === undefined) return undefined;
    const has = (field: Field): boolean => (credentials[field]?.reveal().trim() ?? '') !== '';
    const missing = (['accessKeyId', 'secretAccessKey'] as const).filter((field) => !has(field));
    if (missing.length === 0) return undefined;
    return { missing, present: (['accessKeyId', 'secretAccessKey', 'sessionToken'] as const).filter(has) };
  },
  describe({ missing, present }, evidence) {
    const lacking = missing.map(nounOf).join(' and ');
    return {
      title: `The ${lacking} ${missing.length > 1 ? 'are' : 'is'} missing`,
      explanation: `The credentials cannot be used, because the access key ID and the secret access key only work together.`,
      evidence: [
        ...missing.map((field) => `${quoted(nameOf(field, evidence))} is empty or not set`),
        ...present.map((field) => `${quoted(nameOf(field, evidence))} is set`),
      ],
      fix: [
        ...missing.map((field) => `${whereToFix(field, evidence)}, add the ${nounOf(field)}.`),
        ...(evidence.gathered.job.runsInActions
          ? [
              'In the workflow, compare the names in `secrets.…` with the secret store: a name that does not exist gives an empty text, and no error.',
            ]
          : []),
        ...(evidence.gathered.job.withholding === undefined
          ? []
          : ['In this event GitHub withholds the secrets by design (a fork’s pull request, or Dependabot).']),
      ],
      docs: DOCS.accessKeys,
    };
  },
  subject: ({ missing }, evidence) => (missing[0] === undefined ? undefined : subjectOf(missing[0], evidence)),
});
