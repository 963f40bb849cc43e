import { newSecretAccessKey } from '../../simulator/key-id.ts';
import { environment, KEY_ID } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MALFORMED = {
  verdict: 'bad',
  diagnoses: ['access-key-id-malformed'],
  status: 1,
  requests: 1,
} as const satisfies Expected;

function instead(title: string, keyId: string, expected: string): Scenario {
  return {
    title,
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: keyId }) }),
    expect: { ...MALFORMED, title: expected },
  };
}

export const scenarios: readonly Scenario[] = [
  instead('a user’s unique ID', 'AIDARZPUZDIKGB2VALC4Q', 'The unique ID of a user is where the access key ID belongs'),
  instead('a role’s unique ID', 'AROARZPUZDIKGB2VALC4Q', 'The unique ID of a role is where the access key ID belongs'),
  instead(
    'a role’s unique ID with the session’s name',
    'AROARZPUZDIKGB2VALC4Q:GitHubActions',
    'The unique ID of a role is where the access key ID belongs',
  ),
  instead(
    'an instance profile’s unique ID',
    'AIPARZPUZDIKGB2VALC4Q',
    'The unique ID of an instance profile is where the access key ID belongs',
  ),
  instead('a character in front of it', `S${KEY_ID}`, 'The access key ID has 21 characters instead of 20'),
  instead('pasted twice', KEY_ID.repeat(2), 'The access key ID stands there twice'),
  instead('in base64', Buffer.from(KEY_ID).toString('base64'), 'The access key ID is encoded in base64'),
  instead('cut off', KEY_ID.slice(0, 19), 'The access key ID has 19 characters instead of 20'),
  instead('one character too many', `${KEY_ID}A`, 'The access key ID has 21 characters instead of 20'),
  instead('of another make', 'GOOG1EXMPLQ7Z2VALC45', 'The access key ID does not begin as one does'),
  instead('a foreign character', 'AKIARZPUZDIK-B2VALC4', 'The access key ID has a character that none has (U+002D)'),
  instead('an ARN', 'arn:aws:iam::123456789012:user/deployer', 'An ARN is where the access key ID belongs'),
  instead('an account ID', '123456789012', 'An account ID is where the access key ID belongs'),
  instead('an e-mail address', 'jill@example.com', 'An e-mail address is where the access key ID belongs'),
  {
    title: 'a letter of another alphabet, which cannot be sent',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: `\u0410${KEY_ID.slice(1)}` }) }),
    expect: { ...MALFORMED, requests: 0, title: 'The access key ID has a character that none has (U+0410)' },
  },
  {
    title: 'in lower case',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: KEY_ID.toLowerCase() }) }),
    expect: {
      ...MALFORMED,
      requests: 2,
      confirmed: ['access-key-id-malformed'],
      title: 'The access key ID is written in lower case',
    },
  },
  {
    title: 'another secret in its place',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: newSecretAccessKey() }) }),
    expect: { ...MALFORMED, requests: 0, title: 'A secret access key is where the access key ID belongs' },
  },
  {
    title: 'a session token in its place',
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_ACCESS_KEY_ID: credentials.sessionToken }) };
    },
    expect: { ...MALFORMED, requests: 0, title: 'A session token is where the access key ID belongs' },
  },
  {
    title: 'the key ID in both places',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_ACCESS_KEY_ID: `${KEY_ID}A`, AWS_SECRET_ACCESS_KEY: KEY_ID }),
    }),
    expect: {
      ...MALFORMED,
      diagnoses: ['access-key-id-malformed', 'secret-access-key-malformed'],
      title: 'The access key ID has 21 characters instead of 20',
    },
  },
];
