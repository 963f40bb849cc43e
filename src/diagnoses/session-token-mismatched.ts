import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { keyOf, nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

interface Mismatch {
  readonly keyAccount: string;
  readonly tokenAccount: string;
}

/** Both the key ID and the token hold the account that they were made in (facts read offline). */
export const sessionTokenMismatched = entry<Mismatch>({
  id: 'session-token-mismatched',
  severity: 'error',
  phases: ['refused'],
  evident: true,
  when: 'token and key come from different sessions: the accounts in them differ',
  exceptions:
    'Two sessions of the same account cannot be told apart offline; then `access-key-rejected` names this cause.',
  references: [DOCS.temporaryCredentials],
  detect(evidence) {
    const kind = refusalOf(evidence);
    const { facts } = evidence;
    const keyAccount = facts?.accessKeyId.account;
    const tokenAccount = facts?.sessionToken?.account;
    if (kind === undefined || kind === 'time' || kind === 'denied') return undefined;
    if (facts?.accessKeyId.kind !== 'temporary' || keyAccount === undefined || tokenAccount === undefined)
      return undefined;
    return keyAccount === tokenAccount ? undefined : { keyAccount, tokenAccount };
  },
  describe({ keyAccount, tokenAccount }, evidence) {
    return {
      title: 'Access key and session token come from different accounts',
      explanation: 'AWS refuses them, because the three values of temporary credentials only work together.',
      evidence: [
        `${quoted(keyOf(evidence))} belongs to account ${keyAccount}`,
        `${quoted(nameOf('sessionToken', evidence))} was issued in account ${tokenAccount}`,
        ...refusalEvidence(evidence),
      ],
      fix: [
        `${whereToFix('sessionToken', evidence)}, put the token that was issued together with ${keyOf(evidence)}, or replace all three values at once.`,
        'If two steps of the job export credentials: keep one of them.',
      ],
      docs: DOCS.temporaryCredentials,
    };
  },
  subject: (_detail, evidence) => subjectOf('sessionToken', evidence),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-mismatched': true;
  }
}
