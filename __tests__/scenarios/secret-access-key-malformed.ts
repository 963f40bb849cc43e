import { environment, inputs, KEY_ID } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MALFORMED = {
  verdict: 'bad',
  diagnoses: ['secret-access-key-malformed'],
  status: 1,
  requests: 1,
} as const satisfies Expected;

function changed(title: string, change: (secret: string) => string, expected: string): Scenario {
  return {
    title,
    arrange(simulator) {
      const credentials = user(simulator);
      return {
        env: environment(credentials, { AWS_SECRET_ACCESS_KEY: change(credentials.secretAccessKey) }),
      };
    },
    expect: { ...MALFORMED, title: expected },
  };
}

export const scenarios: readonly Scenario[] = [
  changed(
    'the last character is lost',
    (secret) => secret.slice(0, -1),
    'The secret access key has 39 characters instead of 40',
  ),
  changed(
    'the first character is lost',
    (secret) => secret.slice(1),
    'The secret access key has 39 characters instead of 40',
  ),
  changed('one character too many', (secret) => `${secret}A`, 'The secret access key has 41 characters instead of 40'),
  changed(
    'a character that no secret has',
    (secret) => `${secret.slice(0, 20)}_${secret.slice(21)}`,
    'The secret access key has characters that no secret has',
  ),
  {
    ...changed(
      'an equals sign in the place of the last character',
      (secret) => `${secret.slice(0, -1)}=`,
      'The secret access key has characters that no secret has',
    ),
    expect: { ...MALFORMED, message: [/it ends in U\+003D \(equals sign\)/] },
  },
  changed('the key ID in its place', () => KEY_ID, 'An access key ID is where the secret access key belongs'),
  changed(
    'in base64 once more',
    (secret) => Buffer.from(secret).toString('base64'),
    'The secret access key has 56 characters instead of 40',
  ),
  {
    title: 'in the inputs',
    arrange(simulator) {
      const credentials = user(simulator);
      return { inputs: inputs(credentials, { 'aws-secret-access-key': credentials.secretAccessKey.slice(0, 30) }) };
    },
    expect: { ...MALFORMED, title: 'The secret access key has 30 characters instead of 40' },
  },
];
