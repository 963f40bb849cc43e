import type { Identity } from '../model/evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { identitiesOf } from './shared/identity.ts';
import { quoted } from './shared/wording.ts';

/** What LocalStack and other emulators answer; AWS has no such account. */
const EMULATED_ACCOUNT = '000000000000';

/** Nothing limits the root user, so a leaked key of it is the whole account. */
export const rootCredentials = entry<Identity>({
  id: 'root-credentials',
  severity: 'warning',
  phases: ['accepted', 'role'],
  when: 'the credentials are the account’s root user',
  exceptions: 'None: AWS advises against any use of root access keys.',
  references: [DOCS.rootUser],
  detect: (evidence) =>
    identitiesOf(evidence).find(
      ({ principalType, account }) => principalType === 'root' && account !== EMULATED_ACCOUNT,
    ),
  describe: (identity) => ({
    title: 'The credentials are the account’s root user',
    explanation: 'Whoever gets hold of this key owns the account, because no policy limits the root user.',
    evidence: [`STS says that they are ${quoted(identity.arn)}`],
    fix: ['In IAM, create a role with what this job needs, assume it by OIDC, and delete the root access key.'],
    docs: DOCS.rootUser,
  }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'root-credentials': true;
  }
}
