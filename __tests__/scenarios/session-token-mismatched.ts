import { environment, FOREIGN_SESSION_KEY_ID } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISMATCHED = {
  verdict: 'bad',
  diagnoses: ['session-token-mismatched'],
  status: 1,
  requests: 1,
  title: 'Access key and session token come from different accounts',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'the token of another account’s session',
    arrange(simulator) {
      const other = session(simulator, { account: '000000000000', accessKeyId: FOREIGN_SESSION_KEY_ID });
      return { env: environment(session(simulator), { AWS_SESSION_TOKEN: other.sessionToken }) };
    },
    expect: { ...MISMATCHED, message: [/account 123456789012/, /account 000000000000/] },
  },
  {
    title: 'with masked account IDs',
    arrange(simulator) {
      const other = session(simulator, { account: '000000000000', accessKeyId: FOREIGN_SESSION_KEY_ID });
      return {
        env: environment(session(simulator), { AWS_SESSION_TOKEN: other.sessionToken }),
        inputs: { 'mask-aws-account-id': 'true' },
      };
    },
    expect: { ...MISMATCHED, absent: /title=[^\n]*\b\d{12}\b|belongs to account \d{12}|in account \d{12}/ },
  },
];
