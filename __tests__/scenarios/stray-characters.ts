import { environment, inputs, KEY_ID } from '../../testing/credentials.ts';
import { home, keysSection, writeFiles } from '../../testing/home.ts';
import { secretWithSigns, session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

/** A secret that cannot be right as it is, is asked in its repaired form only. */
const STRAY = {
  verdict: 'bad',
  diagnoses: ['stray-characters'],
  status: 1,
  requests: 1,
  confirmed: ['stray-characters'],
} as const satisfies Expected;

function inSecret(title: string, change: (secret: string) => string, kind: string): Scenario {
  return {
    title: `${title}, with the secret`,
    arrange(simulator) {
      const credentials = user(simulator, { secretAccessKey: secretWithSigns() });
      return { env: environment(credentials, { AWS_SECRET_ACCESS_KEY: change(credentials.secretAccessKey) }) };
    },
    expect: { ...STRAY, title: `The secret access key has ${kind}` },
  };
}

function inKeyId(title: string, keyId: string, kind: string, requests: number): Scenario {
  return {
    title: `${title}, with the key ID`,
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: keyId }) }),
    expect: { ...STRAY, requests, title: `The access key ID has ${kind}` },
  };
}

function inToken(title: string, change: (token: string) => string, kind: string, requests: number): Scenario {
  return {
    title: `${title}, with the token`,
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_SESSION_TOKEN: change(credentials.sessionToken) }) };
    },
    expect: { ...STRAY, requests, title: `The session token has ${kind}` },
  };
}

/** `with:` values are trimmed by the toolkit unless it is told not to. */
function inInput(title: string, change: (secret: string) => string, kind: string): Scenario {
  return {
    title: `${title}, in the input`,
    arrange(simulator) {
      const credentials = user(simulator, { secretAccessKey: secretWithSigns() });
      return { inputs: inputs(credentials, { 'aws-secret-access-key': change(credentials.secretAccessKey) }) };
    },
    expect: { ...STRAY, title: `The secret access key has ${kind}`, outputs: { 'credential-source': 'inputs' } },
  };
}

export const scenarios: readonly Scenario[] = [
  { ...inSecret('a line feed at the end', (secret) => `${secret}\n`, 'a line break in it'), installedNode: true },
  inSecret('a carriage return and a line feed', (secret) => `${secret}\r\n`, 'a line break in it'),
  inSecret('a space at the end', (secret) => `${secret} `, 'white space in it'),
  inSecret('a space in front', (secret) => ` ${secret}`, 'white space in it'),
  inSecret('a tab at the end', (secret) => `${secret}\t`, 'white space in it'),
  inSecret('quotation marks', (secret) => `"${secret}"`, 'quotes in it'),
  inSecret('apostrophes', (secret) => `'${secret}'`, 'quotes in it'),
  inSecret('typographic quotes', (secret) => `“${secret}”`, 'typographic quotes in it'),
  inSecret('a byte order mark', (secret) => `\uFEFF${secret}`, 'a byte order mark in it'),
  inSecret('a zero-width space', (secret) => `${secret}\u200B`, 'an invisible character in it'),
  inSecret(
    'a zero-width space in the middle',
    (secret) => `${secret.slice(0, 10)}\u200B${secret.slice(10)}`,
    'an invisible character in it',
  ),
  inSecret('a no-break space', (secret) => `${secret}\u00A0`, 'a no-break space in it'),
  inSecret('a control character', (secret) => `${secret}\u0003`, 'a control character in it'),
  inSecret(
    'a line break in the middle',
    (secret) => `${secret.slice(0, 20)}\n${secret.slice(20)}`,
    'a line break in it',
  ),
  inSecret('URL-encoding', (secret) => encodeURIComponent(secret), 'URL-encoding in it'),
  inSecret('a plus sign that became a space', (secret) => secret.replaceAll('+', ' '), 'URL-encoding in it'),
  inSecret('backslashes in front of slashes', (secret) => secret.replaceAll('/', '\\/'), 'a backslash escape in it'),
  inSecret('a backslash and an n', (secret) => `${secret}\\n`, 'a backslash escape in it'),
  inSecret('the name in front', (secret) => `AWS_SECRET_ACCESS_KEY=${secret}`, 'a NAME= in front of it'),
  inSecret('an export line', (secret) => `export AWS_SECRET_ACCESS_KEY="${secret}"`, 'quotes in it'),
  inSecret('a line of a credentials file', (secret) => `aws_secret_access_key = ${secret}`, 'a NAME= in front of it'),
  inSecret('the -n of an echo', (secret) => `-n ${secret}\n`, 'a line break in it'),
  inSecret('a comma behind it', (secret) => `${secret},`, 'a separator behind it'),
  inKeyId('a line feed at the end', `${KEY_ID}\n`, 'a line break in it', 1),
  inKeyId('a space in front', ` ${KEY_ID}`, 'white space in it', 2),
  inKeyId('a space at the end', `${KEY_ID} `, 'white space in it', 2),
  inKeyId('quotation marks', `"${KEY_ID}"`, 'quotes in it', 2),
  inKeyId('a byte order mark', `\uFEFF${KEY_ID}`, 'a byte order mark in it', 1),
  inKeyId('a zero-width space', `${KEY_ID}\u200B`, 'an invisible character in it', 1),
  inKeyId('a no-break space', `${KEY_ID}\u00A0`, 'a no-break space in it', 2),
  inKeyId('the name in front', `AWS_ACCESS_KEY_ID=${KEY_ID}`, 'a NAME= in front of it', 2),
  inKeyId('a line of Windows', `set AWS_ACCESS_KEY_ID=${KEY_ID}`, 'a NAME= in front of it', 2),
  inToken('a line feed at the end', (token) => `${token}\n`, 'a line break in it', 1),
  inToken('line breaks every 76 characters', (token) => token.replace(/.{76}/g, '$&\n'), 'a line break in it', 1),
  inToken('quotation marks', (token) => `"${token}"`, 'quotes in it', 2),
  {
    title: 'URL-encoding, with the token',
    arrange(simulator) {
      const sessionToken = `FwoXopaque/${'abcdefghijklmnopqrstuvwxyz+12345'.repeat(9)}`;
      const credentials = session(simulator, { sessionToken });
      return {
        env: environment(credentials, { AWS_SESSION_TOKEN: encodeURIComponent(credentials.sessionToken) }),
      };
    },
    expect: { ...STRAY, requests: 2, title: 'The session token has URL-encoding in it' },
  },
  {
    title: 'any name in front, with a token of version 1',
    arrange(simulator) {
      const credentials = session(simulator, { tokenType: 0x17 });
      return { env: environment(credentials, { AWS_SESSION_TOKEN: `AWS_X=${credentials.sessionToken}` }) };
    },
    expect: { ...STRAY, requests: 2, title: 'The session token has a NAME= in front of it' },
  },
  {
    title: 'a comment behind it in a file',
    async arrange(simulator, folder) {
      const credentials = user(simulator);
      const secretAccessKey = `${credentials.secretAccessKey} # rotated 2026`;
      await writeFiles(folder, { '.aws/credentials': keysSection('default', { ...credentials, secretAccessKey }) });
      return { env: home(folder) };
    },
    expect: {
      ...STRAY,
      title: 'The secret access key has a comment behind it',
      message: [/the AWS CLI and boto3/],
    },
  },
  inToken('a zero-width space', (token) => `\u200B${token}`, 'an invisible character in it', 1),
  inInput('a line feed at the end', (secret) => `${secret}\n`, 'a line break in it'),
  inInput('a space in front', (secret) => ` ${secret}`, 'white space in it'),
  inInput('quotation marks', (secret) => `"${secret}"`, 'quotes in it'),
  {
    title: 'a line feed behind all three',
    arrange(simulator) {
      const { accessKeyId, secretAccessKey, sessionToken } = session(simulator);
      const values = {
        accessKeyId: `${accessKeyId}\n`,
        secretAccessKey: `${secretAccessKey}\n`,
        sessionToken: `${sessionToken}\n`,
      };
      return { env: environment(values) };
    },
    expect: { ...STRAY, title: 'Stray characters came along with the AWS credentials' },
  },
  {
    title: 'without confirmation the secret is asked as it is',
    arrange(simulator) {
      const credentials = user(simulator);
      return {
        env: environment(credentials, { AWS_SECRET_ACCESS_KEY: `${credentials.secretAccessKey}\n` }),
        inputs: { confirm: 'false' },
      };
    },
    expect: { ...STRAY, confirmed: [], title: 'The secret access key has a line break in it' },
  },
  {
    title: 'a line feed behind a secret that is wrong besides',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_SECRET_ACCESS_KEY: `${secretWithSigns()}\n` }),
    }),
    expect: {
      ...STRAY,
      diagnoses: ['stray-characters', 'secret-access-key-rejected'],
      confirmed: [],
      summary: [/without the stray characters, .*has the form of a secret access key/],
    },
  },
];
