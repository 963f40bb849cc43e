import { environment, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const REPLACED = {
  verdict: 'ok',
  diagnoses: ['credentials-replaced'],
  status: 0,
  requests: 1,
  title: 'The job ended with other AWS credentials than were checked',
  types: ['notice'],
} as const satisfies Expected;

function withoutToken(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'AWS_SESSION_TOKEN'));
}

/** After a failed job: it ended with other credentials than were checked, or with none. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'a later step set those of a user',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after(simulator, env) {
      return { ...withoutToken(env), ...environment(user(simulator, { accessKeyId: OTHER_KEY_ID })) };
    },
    expect: { ...REPLACED, message: [/now: `arn:aws:iam::123456789012:user\/deployer` \(key `AKIA…XWTN`\)/] },
  },
  {
    title: 'a later step set some that STS refuses',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after(simulator, env) {
      const replaced = user(simulator, { accessKeyId: OTHER_KEY_ID, status: 'Inactive' });
      return { ...withoutToken(env), ...environment(replaced) };
    },
    expect: { ...REPLACED, message: [/credentials that STS refuses \(InvalidClientTokenId\)/] },
  },
  {
    title: 'a later step emptied the variables',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after: (_, env) => ({ ...env, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' }),
    expect: {
      ...REPLACED,
      requests: 0,
      title: 'The job ended without the AWS credentials that were checked',
      message: [/`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` are empty/],
    },
  },
];
