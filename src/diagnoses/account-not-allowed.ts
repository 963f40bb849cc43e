import type { Identity } from '../model/evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { identitiesOf, told, whose } from './shared/identity.ts';
import { quoted } from './shared/wording.ts';

/** Valid credentials of another account than the workflow allows. */
export const accountNotAllowed = entry<{ readonly identity: Identity; readonly allowed: readonly string[] }>({
  id: 'account-not-allowed',
  severity: 'error',
  phases: ['accepted', 'role'],
  when: 'the credentials are valid, but not of an allowed account',
  exceptions: 'None: the list is yours.',
  references: [DOCS.chain],
  detect(evidence) {
    const allowed = evidence.settings.allowedAccountIds;
    const identity = identitiesOf(evidence).find(({ account }) => allowed.length > 0 && !allowed.includes(account));
    return identity && { identity, allowed };
  },
  describe: ({ identity, allowed }, evidence) => ({
    title: `The ${whose(evidence, identity)} belong${whose(evidence, identity) === 'role' ? 's' : ''} to account ${identity.account}, which is not allowed`,
    explanation: 'The deployment would go to another account than it is meant for.',
    evidence: [told(evidence, identity), `\`allowed-account-ids\` has: ${allowed.map(quoted).join(', ')}`],
    fix: [
      whose(evidence, identity) === 'role'
        ? 'In this step, put the role of the right account into `role-to-assume`.'
        : 'In the GitHub secret, or in the step that assumes the role, use the credentials of the right account.',
      'If this account is right: add it to `allowed-account-ids` of this step.',
    ],
    docs: DOCS.chain,
  }),
  subject: () => ({ kind: 'input', name: 'allowed-account-ids' }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'account-not-allowed': true;
  }
}
