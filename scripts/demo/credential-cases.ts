import { addExpiredSession, addSession, addUser } from '../../simulator/builders.ts';
import { environment, type Case } from './case.ts';

/** What may be wrong with the three values themselves, and two jobs where nothing is. */
export const CREDENTIAL_CASES: readonly Case[] = [
  {
    title: 'Healthy: a long-term access key',
    story: 'Everything works; a notice says how to do without such a key.',
    verdict: 'ok',
    diagnoses: ['long-term-credentials'],
    arrange: ({ world }) => ({ env: environment(addUser(world)) }),
  },
  {
    title: 'Healthy: a temporary session that must last 45 minutes',
    story: 'The values come as inputs, and the job knows when the session ends.',
    verdict: 'ok',
    diagnoses: [],
    arrange: ({ world }) => {
      const { accessKeyId, secretAccessKey, sessionToken, session } = addSession(world);
      return {
        inputs: {
          'aws-access-key-id': accessKeyId,
          'aws-secret-access-key': secretAccessKey,
          'aws-session-token': sessionToken,
          'min-remaining': '45m',
          'expires-at': session.expiresAt.toISOString(),
        },
      };
    },
  },
  {
    title: 'No credentials at all',
    story: 'The secrets have other names than the workflow reads, so both values are empty.',
    verdict: 'bad',
    diagnoses: ['no-credentials'],
    arrange: () => ({ env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' } }),
  },
  {
    title: 'Half of a pair',
    story: 'The key ID is there, and the secret is not.',
    verdict: 'bad',
    diagnoses: ['incomplete-credentials'],
    arrange: ({ world }) => ({ env: { AWS_ACCESS_KEY_ID: addUser(world).accessKeyId, AWS_SECRET_ACCESS_KEY: '' } }),
  },
  {
    title: 'A placeholder that nobody filled in',
    story: 'A template was copied, with the shell variable still in it.',
    verdict: 'bad',
    diagnoses: ['unresolved-placeholder'],
    arrange: ({ world }) => ({
      env: environment(addUser(world), { AWS_SECRET_ACCESS_KEY: '$AWS_SECRET_ACCESS_KEY' }),
    }),
  },
  {
    title: 'A line end behind the secret',
    story: '`echo` instead of `printf %s` filled the secret store.',
    verdict: 'bad',
    diagnoses: ['stray-characters'],
    arrange: ({ world }) => {
      const user = addUser(world);
      return { env: environment(user, { AWS_SECRET_ACCESS_KEY: `${user.secretAccessKey}\n` }) };
    },
  },
  {
    title: 'Quotes and a space, through inputs',
    story: 'The toolkit would trim inputs; other tools get the values as they are.',
    verdict: 'bad',
    diagnoses: ['stray-characters'],
    arrange: ({ world }) => {
      const { accessKeyId, secretAccessKey } = addUser(world);
      return { inputs: { 'aws-access-key-id': ` ${accessKeyId}`, 'aws-secret-access-key': `"${secretAccessKey}"` } };
    },
  },
  {
    title: 'Key ID and secret swapped',
    story: 'Sent like that, the secret would travel in clear, so it is not sent.',
    verdict: 'bad',
    diagnoses: ['swapped-keys'],
    arrange: ({ world }) => {
      const { accessKeyId, secretAccessKey } = addUser(world);
      return { env: { AWS_ACCESS_KEY_ID: secretAccessKey, AWS_SECRET_ACCESS_KEY: accessKeyId } };
    },
  },
  {
    title: 'Not an access key ID',
    story: 'The unique ID of the user was copied from the console instead.',
    verdict: 'bad',
    diagnoses: ['access-key-id-malformed'],
    arrange: ({ world }) => {
      const { user, secretAccessKey } = addUser(world);
      return { env: { AWS_ACCESS_KEY_ID: user.userId, AWS_SECRET_ACCESS_KEY: secretAccessKey } };
    },
  },
  {
    title: 'A secret that lost its last character',
    story: 'The selection ended one character early.',
    verdict: 'bad',
    diagnoses: ['secret-access-key-malformed'],
    arrange: ({ world }) => {
      const user = addUser(world);
      return { env: environment(user, { AWS_SECRET_ACCESS_KEY: user.secretAccessKey.slice(0, -1) }) };
    },
  },
  {
    title: 'A key that AWS does not know',
    story: 'It was deleted last week.',
    verdict: 'bad',
    diagnoses: ['access-key-rejected'],
    arrange: ({ world }) => ({ env: environment(addUser(world), { AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKGB2VALC4' }) }),
  },
  {
    title: 'The secret of another key',
    story: 'The key was rotated, and only the ID was replaced.',
    verdict: 'bad',
    diagnoses: ['secret-access-key-rejected'],
    arrange: ({ world }) => {
      const { secretAccessKey } = addUser(world);
      return { env: environment(addUser(world), { AWS_SECRET_ACCESS_KEY: secretAccessKey }) };
    },
  },
];

/** What may be wrong with a session token. */
export const TOKEN_CASES: readonly Case[] = [
  {
    title: 'The session token was left out',
    story: 'Two of the three values were stored.',
    verdict: 'bad',
    diagnoses: ['session-token-missing'],
    arrange: ({ world }) => ({ env: environment(addSession(world), { AWS_SESSION_TOKEN: '' }) }),
  },
  {
    title: 'A session token left over from an earlier step',
    story: 'It does not belong to the long-term key, and it has expired as well: STS says only that.',
    verdict: 'bad',
    diagnoses: ['session-token-stale'],
    arrange: ({ world }) => ({
      env: environment(addUser(world), { AWS_SESSION_TOKEN: addExpiredSession(world).sessionToken }),
    }),
  },
  {
    title: 'A session token cut off',
    story: 'A script read only the first 400 characters.',
    verdict: 'bad',
    diagnoses: ['session-token-malformed'],
    arrange: ({ world }) => {
      const session = addSession(world);
      return { env: environment(session, { AWS_SESSION_TOKEN: session.sessionToken.slice(0, 400) }) };
    },
  },
  {
    title: 'A session token that a form decoded',
    story: 'It took each `+` for a space.',
    verdict: 'bad',
    diagnoses: ['stray-characters'],
    arrange: ({ world }) => {
      const session = addSession(world);
      return { env: environment(session, { AWS_SESSION_TOKEN: session.sessionToken.replaceAll('+', ' ') }) };
    },
  },
  {
    title: 'A session token altered on its way',
    story: 'Each line of it lost its end when somebody joined them by hand.',
    verdict: 'bad',
    diagnoses: ['session-token-malformed'],
    arrange: ({ world }) => {
      const session = addSession(world);
      return { env: environment(session, { AWS_SESSION_TOKEN: withoutLineEnds(session.sessionToken) }) };
    },
  },
  {
    title: 'Not a session token',
    story: 'The OIDC token of the job was handed on instead.',
    verdict: 'bad',
    diagnoses: ['session-token-malformed'],
    arrange: ({ world }) => ({
      env: environment(addSession(world), {
        AWS_SESSION_TOKEN: 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJzdHMifQ.bm90LXNpZ25lZA',
      }),
    }),
  },
  {
    title: 'A session that has expired',
    story: 'The job waited for an approval for too long.',
    verdict: 'bad',
    diagnoses: ['session-token-expired'],
    showSummary: true,
    arrange: ({ world }) => ({ env: environment(addExpiredSession(world)) }),
  },
];

/** Two characters of each 64 are gone. */
function withoutLineEnds(text: string): string {
  return (text.match(/.{1,64}/g) ?? []).map((line) => line.slice(0, 62)).join('');
}
