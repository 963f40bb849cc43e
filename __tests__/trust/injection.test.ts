import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addSession, addUser } from '../../simulator/builders.ts';
import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { faultsOfLog, faultsOfSummary } from '../chaos/harmless.ts';
import { inParallel } from '../chaos/play.ts';
import { watch, type Run } from '../chaos/step.ts';
import { variablesOf } from '../chaos/check.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
});
afterAll(() => simulator.stop());

const EVIL = [
  'x\n::error::pwned\r\n::add-mask::1\n',
  '%0A::error::pwned%0D%0A::warning title=x::y',
  '| a | b |\n| --- | --- |',
  '<script>alert(1)</script><img src=x onerror=alert(1)><!--',
  '[x](http://evil.example) ![i](http://evil.example/i.png) http://evil.example www.evil.example',
  '@octo-org/team #1 user@evil.example octo/repo#2',
  '`x` ```\n```js\n@team <b>',
  '\u001b[31mred\u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007 \u202eevil\u2066 \u200b\ufeff',
  '##[error]pwned ##[add-mask]1',
  '</code></details>&#64;team &lt;b&gt; \\@team',
] as const;
const ALL = EVIL.join(' ');

const OUTPUTS = [
  'verdict',
  'diagnosis',
  'diagnoses',
  'aws-account-id',
  'authenticated-arn',
  'user-id',
  'principal-type',
  'credential-source',
  'credential-type',
  'aws-region',
  'aws-partition',
  'expires-at',
  'seconds-remaining',
  'tools',
  'clock-skew-seconds',
  'report',
];

async function faultsOf(run: Run): Promise<readonly string[]> {
  const result = await watch({
    ...run,
    inputs: { 'sts-endpoint': simulator.url, timeout: '2s', summary: 'always', ...run.inputs },
  });
  const outputs = Object.keys(result.outputs);
  return [
    ...faultsOfLog(result.stdout),
    ...faultsOfSummary(result.summary),
    ...(result.stderr === '' ? [] : [`standard error: ${result.stderr}`]),
    ...(outputs.toSorted().join() === OUTPUTS.toSorted().join() ? [] : [`outputs: ${outputs.join()}`]),
    ...(result.summary === '' ? ['no summary'] : []),
    ...(result.verdict === undefined ? ['no verdict'] : []),
  ];
}

/** A path or a name of a file cannot hold everything. */
const asName = (text: string): string => text.replaceAll('/', '_').replaceAll('\0', '').slice(0, 200);

type Place = (text: string, fresh: () => Record<string, string>) => Run;
const PLACES: Readonly<Record<string, Place>> = {
  'the region': (text, fresh) => ({ env: fresh(), inputs: { 'aws-region': text } }),
  'the region’s variable': (text, fresh) => ({ env: { ...fresh(), AWS_REGION: text, AWS_DEFAULT_REGION: `${text}2` } }),
  'the endpoint': (text, fresh) => ({ env: fresh(), inputs: { 'sts-endpoint': text } }),
  'the endpoint’s variable': (text, fresh) => ({
    env: { ...fresh(), AWS_ENDPOINT_URL: text, HTTPS_PROXY: 'http://127.0.0.1:9' },
    inputs: { 'sts-endpoint': '' },
  }),
  'a host of the endpoint’s variable': (text, fresh) => ({
    env: {
      ...fresh(),
      AWS_ENDPOINT_URL: `http://${encodeURIComponent(text)}:1/${text}`,
      HTTP_PROXY: 'http://127.0.0.1:9',
    },
    inputs: { 'sts-endpoint': '' },
  }),
  'a proxy': (text, fresh) => ({ env: { ...fresh(), HTTP_PROXY: text } }),
  'the audience and the role': (text, fresh) => ({ env: fresh(), inputs: { audience: text, 'role-to-assume': text } }),
  'a role’s name': (text, fresh) => ({
    env: fresh(),
    inputs: { 'role-to-assume': `arn:aws:iam::123456789012:role/${text}`, 'trust-policy': text },
  }),
  usage: (text, fresh) => ({
    env: fresh(),
    inputs: { timeout: text, 'allowed-account-ids': text, 'expires-at': text, summary: text, 'expected-arn': text },
  }),
  'an expected ARN': (text, fresh) => ({
    env: fresh(),
    inputs: { 'expected-arn': `arn:${text.replaceAll(/\s/g, '_')}` },
  }),
  'a profile': (text) => ({ env: { AWS_REGION: 'eu-west-1', AWS_PROFILE: text.replaceAll('\0', '') } }),
  'a profile’s input': (text) => ({ env: { AWS_REGION: 'eu-west-1' }, inputs: { 'aws-profile': text } }),
  'headings and settings': (text) => ({
    env: { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'prod' },
    home: {
      '.aws/config': `[profile ${text.replaceAll('\n', ' ')}]\n[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/x\nsource_profile = ${text.replaceAll('\n', ' ')}\n`,
      '.aws/credentials': `[${text.replaceAll('\n', ' ')}]\naws_access_key_id = ${text}\n`,
    },
  }),
  'the name of a file': (text, fresh) => ({
    env: {
      ...fresh(),
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_PROFILE: 'prod',
      AWS_CONFIG_FILE: `/nowhere/${asName(text)}`,
      AWS_SHARED_CREDENTIALS_FILE: `~/${asName(text)}`,
      AWS_CA_BUNDLE: asName(text),
    },
  }),
  'a web identity': (text) => ({
    env: {
      AWS_REGION: 'eu-west-1',
      AWS_WEB_IDENTITY_TOKEN_FILE: `/nowhere/${asName(text)}`,
      AWS_ROLE_ARN: text,
      AWS_ROLE_SESSION_NAME: text,
    },
  }),
  'a program’s words': (text) => ({
    env: { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'prod' },
    home: { '.aws/config': `[profile prod]\ncredential_process = cat ~/words >&2; exit 1\n`, words: text },
  }),
  'a program’s name': (text) => ({
    env: { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'prod' },
    home: { '.aws/config': `[profile prod]\ncredential_process = "${text.replaceAll(/[\n"`$]/g, '')}"\n` },
  }),
  'a container’s address': (text) => ({ env: { AWS_REGION: 'eu-west-1', AWS_CONTAINER_CREDENTIALS_FULL_URI: text } }),
  'the values themselves': (text, fresh) => ({
    env: { ...fresh(), AWS_ACCESS_KEY_ID: text, AWS_SECRET_ACCESS_KEY: text, AWS_SESSION_TOKEN: text },
  }),
  'the expiration': (text, fresh) => ({
    env: { ...fresh(), AWS_CREDENTIAL_EXPIRATION: text },
    inputs: { 'min-remaining': '1h' },
  }),
  'the event': (text) => ({
    env: { AWS_REGION: 'eu-west-1', GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: text, GITHUB_REPOSITORY: text },
    event: {
      pull_request: { head: { repo: { full_name: text } }, base: { repo: { full_name: `${text}2` } } },
      sender: { login: text },
    },
  }),
  'the job': (text, fresh) => ({
    env: {
      ...fresh(),
      AWS_SECRET_ACCESS_KEY: 'short',
      GITHUB_JOB: text,
      GITHUB_ACTION: text,
      GITHUB_ACTION_REPOSITORY: text,
      GITHUB_WORKFLOW_REF: `octo-org/octo-repo/.github/workflows/${asName(text)}@refs/heads/${text}`,
      GITHUB_SHA: text,
    },
  }),
  'the workflow': (text, fresh) => ({
    env: {
      ...fresh(),
      AWS_REGION: 'us-est-1',
      GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
    },
    inputs: { 'aws-region': 'us-est-1' },
    workspace: {
      '.github/workflows/deploy.yml': `on: push\njobs:\n  deploy:\n    name: ${JSON.stringify(text)}\n    steps:\n      - name: ${JSON.stringify(text)}\n        uses: aws-credentials-preflight/aws-credentials-preflight@v1 # ${text.replaceAll('\n', ' ')}\n        with:\n          aws-region: us-est-1 # ${text.replaceAll('\n', ' ')}\n          audience: ${JSON.stringify(text)}\n`,
    },
  }),
};

/** More of them where there is time. */
const TEXTS =
  process.env['PREFLIGHT_FIGURES'] === undefined ? [ALL] : [ALL, EVIL.toReversed().join('\n'), EVIL[0], EVIL[2]];

test.each([
  '::error::x\n',
  'plain\n::error::x\nplain\n',
  '  ::warning title=x::y\n',
  'plain ##[error]x\n',
  '::error title=a,b::c:d::x\nplain\n\n',
  '::set-output name=x::y\nplain\n',
  '::error title=x::\u001b[31m\nplain\n',
  '::error title=x::a%E2%80%AEb\u202e\nplain\n',
  'one\ntwo\n',
])('the check of a log finds the fault in %j', (log) => {
  expect(faultsOfLog(log)).not.toEqual([]);
});

test.each([
  '<b>x</b>',
  '[x](http://evil.example)',
  '![x](y)',
  '`x`',
  'a &#64;team',
  '&#64;team',
  'see &#35;1',
  'http&#58;//evil.example',
  'www.evil.example',
  '| a |\n| --- |\n| b | c |',
  '```\nx',
  '<code>x</code> @x',
  'x\u202ey',
  '<img src=x>',
  '<!-- x',
  'a&lt;b <a href=x>',
])('the check of a summary finds the fault in %j', (summary) => {
  expect(faultsOfSummary(summary)).not.toEqual([]);
});

describe('text from outside stays text', () => {
  test.each(Object.entries(PLACES))(
    'in %s',
    async (_name, place) => {
      const fresh = (): Record<string, string> => variablesOf(addUser(simulator.world));
      // A NUL cannot stand in a variable.
      const faults = await inParallel(TEXTS, 3, async (text) => ({ text, faults: await faultsOf(place(text, fresh)) }));
      expect(faults.filter((one) => one.faults.length > 0)).toEqual([]);
    },
    60_000,
  );

  test('in names that AWS allows', async () => {
    const names = ['a@team', "o'brien", 'x=y,z+1.-_'];
    const path = '/%0A::error::x/##[error]x/<b>/`x`/[a](b)/|/&#64;/\u007f/';
    const users = names.map((name) => addUser(simulator.world, { name, path }));
    const sessions = names.map((sessionName) => addSession(simulator.world, { sessionName }));
    for (const credentials of [...users, ...sessions]) {
      expect(await faultsOf({ env: variablesOf(credentials) })).toEqual([]);
      expect(
        await faultsOf({
          env: variablesOf(credentials),
          inputs: { 'expected-arn': 'arn:nobody', 'allowed-account-ids': '999999999999' },
        }),
      ).toEqual([]);
    }
  });

  test.each(TEXTS.map((text) => [text]))(
    'in AWS’s message, an ARN, a page: %j',
    async (text) => {
      const env = variablesOf(addUser(simulator.world));
      const xml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const header = text.replaceAll(/[^\t -~]/g, '');
      const request = { 'x-amzn-RequestId': '01234567-89ab-cdef-0123-456789abcdef' };
      const answers = [
        {
          status: 403,
          headers: request,
          body: `<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>${xml}</Message></Error></ErrorResponse>`,
        },
        {
          status: 403,
          headers: request,
          body: `<ErrorResponse><Error><Code>${xml}</Code><Message>${xml}</Message></Error></ErrorResponse>`,
        },
        {
          status: 200,
          headers: request,
          body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/${xml}</Arn><UserId>${xml}</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
        },
        { status: 200, headers: { ...request, server: header }, body: text },
        { status: 302, headers: { location: `https://${header}.example/${header}` }, body: `<html>${text}</html>` },
        { status: 403, headers: { 'x-amzn-RequestId': header, date: header, age: header }, body: text },
      ];
      for (const answer of answers) {
        simulator.reset();
        simulator.faults.standing.push({ kind: 'answer', ...answer });
        expect(await faultsOf({ env })).toEqual([]);
      }
    },
    60_000,
  );

  test.each(TEXTS.map((text) => [text]))(
    'in the claims of the job’s token: %j',
    async (text) => {
      const provider = simulator.identityProvider;
      addOidcProvider(simulator.world, { issuer: provider.issuer });
      const principal = { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' };
      const role = addRole(simulator.world, {
        name: 'denied',
        trustPolicy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: principal,
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'nobody' } },
            },
          ],
        } as never,
      });
      provider.claims = { sub: text, aud: text, repository: text, ref: text, environment: text, iss: provider.issuer };
      const env = {
        AWS_REGION: 'eu-west-1',
        ACTIONS_ID_TOKEN_REQUEST_URL: provider.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: provider.requestToken,
      };
      const policy = JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: principal,
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': text, [text]: text } },
          },
        ],
      });
      for (const inputs of [{}, { 'trust-policy': policy }, { audience: text }]) {
        expect(await faultsOf({ env, inputs: { 'role-to-assume': role.arn, ...inputs } })).toEqual([]);
      }
      provider.claims = {};
    },
    60_000,
  );
});
