import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { keyOf, nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

/** A temporary key is "unique only in combination with the secret access key and the session token" (IAM User Guide). */
export const sessionTokenMissing = entry<true>({
  id: 'session-token-missing',
  severity: 'error',
  phases: ['refused'],
  evident: true,
  when: 'the key is temporary (`ASIA…`) and there is no session token',
  exceptions: 'None once STS has refused.',
  references: [DOCS.temporaryCredentials],
  detect(evidence) {
    const kind = refusalOf(evidence);
    if (kind === undefined || kind === 'time' || kind === 'denied') return undefined;
    if (evidence.facts?.accessKeyId.kind !== 'temporary') return undefined;
    return evidence.attempt?.sessionToken === undefined ? true : undefined;
  },
  describe(_detail, evidence) {
    const name = quoted(nameOf('sessionToken', evidence));
    return {
      title: 'The session token of the temporary access key is missing',
      explanation: 'AWS accepts a temporary key only with the session token of the same session.',
      evidence: [
        `${quoted(keyOf(evidence))} begins with \`ASIA\`: it is temporary`,
        `${name} is empty or not set`,
        ...refusalEvidence(evidence),
      ],
      fix: [
        evidence.gathered.credentials?.source === 'inputs'
          ? `In this step, pass the token too: \`${nameOf('sessionToken', evidence)}: \${{ … }}\`. In a reusable workflow, the caller’s \`secrets:\` must pass it.`
          : `${whereToFix('sessionToken', evidence)}, add the session token that was issued with this key.`,
        'If the values are stored as GitHub secrets: they end within hours, so assume a role by OIDC instead.',
      ],
      docs: DOCS.temporaryCredentials,
    };
  },
  subject: (_detail, evidence) => subjectOf('sessionToken', evidence) ?? subjectOf('accessKeyId', evidence),
  change: (_detail, evidence) => ({ kind: 'map', entries: [subjectOf('sessionToken', evidence)] }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-missing': true;
  }
}
