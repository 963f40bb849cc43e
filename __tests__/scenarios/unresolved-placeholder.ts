import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const PLACEHOLDER = {
  verdict: 'bad',
  diagnoses: ['unresolved-placeholder'],
  status: 1,
  requests: 1,
  title: 'The credentials are placeholders, not values',
} as const satisfies Expected;

/** Both values are what nobody filled in. */
function both(title: string, keyId: string, secret: string, message: RegExp): Scenario {
  return {
    title,
    arrange: () => ({ env: { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secret } }),
    expect: { ...PLACEHOLDER, message: [message] },
  };
}

export const scenarios: readonly Scenario[] = [
  both(
    'expressions',
    '${{ secrets.AWS_ACCESS_KEY_ID }}',
    '${{ secrets.AWS_SECRET_ACCESS_KEY }}',
    /text of an expression/,
  ),
  both('variables of a shell', '$AWS_ACCESS_KEY_ID', '${AWS_SECRET_ACCESS_KEY}', /name of a variable/),
  both('variables of Windows', '%AWS_ACCESS_KEY_ID%', '%AWS_SECRET_ACCESS_KEY%', /name of a variable/),
  both('copied from a log', '***', '***', /asterisks/),
  both('null', 'null', 'null', /word for nothing/),
  both('undefined', 'undefined', 'undefined', /word for nothing/),
  both('to be filled in', '<your-access-key-id>', '<your-secret-access-key>', /to be filled in/),
  both('your-key', 'YOUR_ACCESS_KEY', 'YOUR_SECRET_KEY', /to be filled in/),
  both('the names themselves', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', /to be filled in/),
  both('x for every letter', 'AKIAXXXXXXXXXXXXXXXX', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', /to be filled in/),
  both(
    'the documentation’s example',
    'AKIAIOSFODNN7EXAMPLE',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    /example from AWS’s documentation/,
  ),
  both('meant for an emulator', 'test', 'test', /emulator/),
  {
    title: 'with a line break behind it, which cannot be sent',
    arrange: () => ({ env: { AWS_ACCESS_KEY_ID: '${{ secrets.KEY_ID }}\n', AWS_SECRET_ACCESS_KEY: '***\n' } }),
    expect: { ...PLACEHOLDER, requests: 0, message: [/text of an expression/] },
  },
  {
    title: 'bullets, which cannot be sent',
    arrange: () => ({ env: { AWS_ACCESS_KEY_ID: '••••••••', AWS_SECRET_ACCESS_KEY: '••••••••' } }),
    expect: { ...PLACEHOLDER, requests: 0, message: [/asterisks/] },
  },
  {
    title: 'only the secret',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_SECRET_ACCESS_KEY: '***' }) }),
    expect: { ...PLACEHOLDER, title: 'The secret access key is a placeholder, not a value' },
  },
  {
    title: 'only the token',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_SESSION_TOKEN: 'null' }) }),
    expect: { ...PLACEHOLDER, title: 'The session token is a placeholder, not a value' },
  },
  {
    title: 'in the inputs',
    arrange: () => ({
      inputs: { 'aws-access-key-id': '${{ secrets.AWS_ACCESS_KEY_ID }}', 'aws-secret-access-key': '$SECRET' },
    }),
    expect: { ...PLACEHOLDER, outputs: { 'credential-source': 'inputs' } },
  },
];
