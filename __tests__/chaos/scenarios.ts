import { addExpiredSession, addSession, addUser } from '../../simulator/builders.ts';
import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import type { Simulator } from '../../simulator/server.ts';
import type { LoopbackProxy } from '../../simulator/network/proxy.ts';
import { variablesOf } from './check.ts';
import type { Canaries } from './leaks.ts';
import type { Run } from './step.ts';

/** Where secrets meet trouble. `simulator` is this scenario's own. */
export type Scenario = (at: { readonly simulator: Simulator; readonly proxy: LoopbackProxy }) => Promise<Run> | Run;

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export const GITHUB_TOKEN = 'ghs_Cd8QmYkLr2pVx7Tn4WzBj6HfGs1KaEuPo3Xi';

function canariesOf({ accessKeyId, secretAccessKey, sessionToken }: Credentials): Canaries {
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

/** The step with these credentials, changed in a way. */
function run(simulator: Simulator, credentials: Credentials, change: Partial<Run> = {}): Run {
  return {
    ...change,
    inputs: {
      'sts-endpoint': simulator.url,
      timeout: '2s',
      summary: 'always',
      'github-token': GITHUB_TOKEN,
      ...change.inputs,
    },
    env: { ...variablesOf(credentials), GITHUB_API_URL: simulator.githubApi.url, ...change.env },
    canaries: { ...canariesOf(credentials), githubToken: GITHUB_TOKEN, ...change.canaries },
  };
}

const without = (name: string): Record<string, string> => ({ [name]: '' });
const WORKFLOW_REF = 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main';
const TRUST = (federated: string, subject: string) => ({
  Statement: [
    {
      Effect: 'Allow' as const,
      Principal: { Federated: federated },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': subject } },
    },
  ],
});

function oidc(
  simulator: Simulator,
  subject: string,
): { role: string; env: Record<string, string>; canaries: Canaries } {
  const { identityProvider, world } = simulator;
  addOidcProvider(world, { issuer: identityProvider.issuer });
  const role = addRole(world, {
    trustPolicy: TRUST('arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com', subject),
  });
  const jwt = identityProvider.mint('sts.amazonaws.com');
  identityProvider.token = jwt;
  return {
    role: role.arn,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: identityProvider.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityProvider.requestToken,
    },
    canaries: { jwt, signature: jwt.split('.')[2] ?? '', requestToken: identityProvider.requestToken },
  };
}

/** A program for credential_process that notes the argument lists of all its ancestors. */
const SPY = `#!/bin/sh
pid=$$
while [ "$pid" -gt 1 ]; do
  tr '\\0' ' ' < /proc/$pid/cmdline >> "$HOME/arguments" 2>/dev/null || break
  pid=$(sed -n 's/^PPid:[[:space:]]*//p' /proc/$pid/status)
done
`;

const PROXY_LOGIN = { user: 'proxyuser', password: 'Pr0xyCanaryPassw0rd' };
const proxied = (proxy: LoopbackProxy, password = PROXY_LOGIN.password): Record<string, string> => {
  const url = proxy.url.replace('//', `//${PROXY_LOGIN.user}:${encodeURIComponent(password)}@`);
  return { HTTP_PROXY: url, HTTPS_PROXY: url };
};
export const PROXY_AUTH = PROXY_LOGIN;

/** Inputs that are no place for a secret. */
const WRONG_INPUTS = [
  'timeout',
  'sts-endpoint',
  'aws-region',
  'aws-profile',
  'audience',
  'allowed-account-ids',
  'expected-arn',
  'min-remaining',
  'expires-at',
  'max-clock-skew',
  'role-to-assume',
  'trust-policy',
  'confirm',
  'summary',
  'on-missing',
  'explain',
] as const;

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a user': ({ simulator }) => run(simulator, addUser(simulator.world)),
  'a session': ({ simulator }) => run(simulator, addSession(simulator.world)),
  inputs: ({ simulator }) => {
    const session = addSession(simulator.world);
    const inputs = {
      'aws-access-key-id': session.accessKeyId,
      'aws-secret-access-key': session.secretAccessKey,
      'aws-session-token': session.sessionToken,
    };
    return { ...run(simulator, session, { inputs }), env: { AWS_REGION: 'eu-west-1' } };
  },
  'a line end': ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, {
      env: { AWS_SECRET_ACCESS_KEY: `${user.secretAccessKey}\n`, AWS_ACCESS_KEY_ID: ` ${user.accessKeyId}\r\n` },
    });
  },
  'quotes and a name in front': ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, {
      env: {
        AWS_SECRET_ACCESS_KEY: `AWS_SECRET_ACCESS_KEY="${user.secretAccessKey}"`,
        AWS_ACCESS_KEY_ID: `'${user.accessKeyId}'`,
      },
    });
  },
  'URL-encoded': ({ simulator }) => {
    const user = addUser(simulator.world, { secretAccessKey: 'Qw3rTy+UiOp/AsDfGhJkLzXcVbNm12345+67890/' });
    return run(simulator, user, { env: { AWS_SECRET_ACCESS_KEY: encodeURIComponent(user.secretAccessKey) } });
  },
  swapped: ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, {
      env: { AWS_ACCESS_KEY_ID: user.secretAccessKey, AWS_SECRET_ACCESS_KEY: user.accessKeyId },
    });
  },
  'swapped, unconfirmed': ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, {
      inputs: { confirm: 'false' },
      env: { AWS_ACCESS_KEY_ID: user.secretAccessKey, AWS_SECRET_ACCESS_KEY: user.accessKeyId },
    });
  },
  'a token in the key ID': ({ simulator }) => {
    const session = addSession(simulator.world);
    return run(simulator, session, { env: { AWS_ACCESS_KEY_ID: session.sessionToken } });
  },
  'a token in the secret': ({ simulator }) => {
    const session = addSession(simulator.world);
    return run(simulator, session, { env: { AWS_SECRET_ACCESS_KEY: session.sessionToken } });
  },
  'a secret in the token': ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, { env: { AWS_SESSION_TOKEN: user.secretAccessKey } });
  },
  'cut off': ({ simulator }) => {
    const session = addSession(simulator.world);
    return run(simulator, session, { env: { AWS_SESSION_TOKEN: session.sessionToken.slice(0, 400) } });
  },
  stale: ({ simulator }) => {
    const { sessionToken } = addSession(simulator.world);
    return run(simulator, { ...addUser(simulator.world), sessionToken });
  },
  expired: ({ simulator }) => run(simulator, addExpiredSession(simulator.world)),
  'a token that is missing': ({ simulator }) =>
    run(simulator, addSession(simulator.world), { env: without('AWS_SESSION_TOKEN') }),
  'a wrong secret, with the string to sign in AWS’s answer': ({ simulator }) => {
    simulator.behaviour.canonicalStringInErrors = true;
    const session = addSession(simulator.world);
    return run(simulator, { ...session, secretAccessKey: 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/+Zz' });
  },
  'a key ID that makes AWS echo the header': ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, { env: { AWS_ACCESS_KEY_ID: user.accessKeyId.replace(/^.{8}/, '$& ') } });
  },
  'a key that is not known': ({ simulator }) =>
    run(simulator, {
      accessKeyId: 'AKIARZPUZDIKGB2VALC4',
      secretAccessKey: 'ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210+/aB',
    }),
  'no key ID': ({ simulator }) => run(simulator, addUser(simulator.world), { env: without('AWS_ACCESS_KEY_ID') }),
  'a clock that is off': ({ simulator }) => {
    simulator.setClockOffset(2400);
    return run(simulator, addSession(simulator.world, { lifetime: 7200 }));
  },
  'masked account': ({ simulator }) =>
    run(simulator, addSession(simulator.world), {
      inputs: { 'mask-aws-account-id': 'true' },
    }),
  'debug logging': ({ simulator }) =>
    run(
      simulator,
      { ...addUser(simulator.world), secretAccessKey: 'n' },
      { env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } },
    ),
  'an answer that echoes everything': ({ simulator }) => {
    const user = addUser(simulator.world);
    const echo = `${user.accessKeyId} ${user.secretAccessKey}`;
    simulator.faults.standing.push({
      kind: 'answer',
      status: 403,
      headers: {
        'x-amzn-RequestId': user.secretAccessKey,
        server: echo,
        location: `https://${user.accessKeyId}.example/`,
      },
      body: `<ErrorResponse><Error><Code>${user.accessKeyId}</Code><Message>${echo}</Message></Error><RequestId>${user.accessKeyId}</RequestId></ErrorResponse>`,
    });
    return run(simulator, user);
  },
  'a portal that echoes everything': ({ simulator }) => {
    const user = addUser(simulator.world);
    const echo = `${user.accessKeyId} ${user.secretAccessKey}`;
    simulator.faults.standing.push({
      kind: 'answer',
      status: 302,
      headers: { location: `http://portal.example/${user.secretAccessKey}` },
      body: `<html>${echo}</html>`,
    });
    return run(simulator, user);
  },
  'no TLS where it should be': ({ simulator }) =>
    run(simulator, addSession(simulator.world), {
      inputs: { 'sts-endpoint': simulator.url.replace('http:', 'https:') },
    }),
  'a role by web identity': ({ simulator }) => {
    const { role, env, canaries } = oidc(simulator, 'repo:*');
    return run(simulator, addUser(simulator.world), {
      env: { ...env, ...without('AWS_ACCESS_KEY_ID'), ...without('AWS_SECRET_ACCESS_KEY') },
      inputs: { 'role-to-assume': role },
      canaries,
    });
  },
  'a role that does not trust the job': ({ simulator }) => {
    const { role, env, canaries } = oidc(simulator, 'repo:other/*');
    return run(simulator, addUser(simulator.world), {
      env: { ...env, ...without('AWS_ACCESS_KEY_ID'), ...without('AWS_SECRET_ACCESS_KEY') },
      inputs: { 'role-to-assume': role },
      canaries,
    });
  },
  'a role from the credentials': ({ simulator }) => {
    const role = addRole(simulator.world, {
      trustPolicy: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' },
        ],
      } as never,
    });
    return run(simulator, addUser(simulator.world), { inputs: { 'role-to-assume': role.arn } });
  },
  'GitHub refuses the token': ({ simulator }) => {
    const { role, env, canaries } = oidc(simulator, 'repo:*');
    simulator.identityProvider.outage = {
      kind: 'refuse',
      status: 403,
      body: `{"message":"${simulator.identityProvider.requestToken}"}`,
    };
    return run(simulator, addUser(simulator.world), { env, inputs: { 'role-to-assume': role }, canaries });
  },
  'a web identity file': ({ simulator }) => {
    const { role, canaries } = oidc(simulator, 'repo:other/*');
    return {
      ...run(simulator, addUser(simulator.world), { canaries }),
      env: { AWS_REGION: 'eu-west-1', AWS_WEB_IDENTITY_TOKEN_FILE: '~/token', AWS_ROLE_ARN: role },
      home: { token: canaries['jwt'] ?? '' },
    };
  },
  'a secret in the web identity file': ({ simulator }) => {
    const user = addUser(simulator.world);
    return {
      ...run(simulator, user),
      env: {
        AWS_REGION: 'eu-west-1',
        AWS_WEB_IDENTITY_TOKEN_FILE: '~/token',
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
      },
      home: { token: user.secretAccessKey },
    };
  },
  'a profile': ({ simulator }) => {
    const user = addUser(simulator.world);
    return {
      ...run(simulator, user, { inputs: { 'aws-profile': 'prod' } }),
      env: { AWS_REGION: 'eu-west-1' },
      home: {
        '.aws/credentials': `[prod]\naws_access_key_id = ${user.accessKeyId}\naws_secret_access_key = ${user.secretAccessKey} # note\n`,
      },
    };
  },
  'a file that is not INI': ({ simulator }) => {
    const user = addUser(simulator.world);
    return {
      ...run(simulator, user, { inputs: { 'aws-profile': 'prod' } }),
      env: { AWS_REGION: 'eu-west-1' },
      home: {
        '.aws/credentials': `${user.secretAccessKey}\n[${user.secretAccessKey}\n[prod]\n${user.accessKeyId}\naws_access_key_id ${user.accessKeyId}\n${user.secretAccessKey} = x\n`,
      },
    };
  },
  'a profile that is named like a secret': ({ simulator }) => {
    const user = addUser(simulator.world);
    return {
      ...run(simulator, user),
      env: { AWS_REGION: 'eu-west-1', AWS_PROFILE: user.secretAccessKey, AWS_SECRET_ACCESS_KEY: user.secretAccessKey },
    };
  },
  'a program': ({ simulator }) => {
    const user = addUser(simulator.world);
    const json = JSON.stringify({ Version: 1, AccessKeyId: user.accessKeyId, SecretAccessKey: user.secretAccessKey });
    return {
      ...run(simulator, user, { inputs: { 'aws-profile': 'prod' } }),
      env: { AWS_REGION: 'eu-west-1' },
      home: {
        '.aws/config': '[profile prod]\ncredential_process = sh ~/program\n',
        program: `${SPY}cat "$HOME/answer"\n`,
        answer: json,
      },
    };
  },
  'a program that prints everything': ({ simulator, proxy }) => {
    const user = addUser(simulator.world);
    return {
      ...run(simulator, user, { inputs: { 'aws-profile': 'prod' }, canaries: { proxyPassword: PROXY_LOGIN.password } }),
      env: {
        AWS_REGION: 'eu-west-1',
        AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
        ...proxied(proxy),
        NO_PROXY: '127.0.0.1',
      },
      home: {
        '.aws/config': `[profile prod]\ncredential_process = sh ~/program --key ${user.accessKeyId} --secret ${user.secretAccessKey}\n`,
        program: '#!/bin/sh\nenv | grep -v HOME >&2\necho "$@" >&2\nexit 3\n',
      },
    };
  },
  'a container': ({ simulator }) => {
    const session = addSession(simulator.world);
    simulator.container.credentials = session;
    simulator.container.authorizationToken = 'Basic Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0';
    return {
      ...run(simulator, session, { canaries: { containerToken: 'Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0' } }),
      env: {
        AWS_REGION: 'eu-west-1',
        AWS_CONTAINER_CREDENTIALS_FULL_URI: simulator.container.url,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Basic Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0',
      },
    };
  },
  'a container that refuses and echoes': ({ simulator }) => {
    const session = addSession(simulator.world);
    simulator.container.outage = { kind: 'refuse', status: 403, body: `Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0` };
    return {
      ...run(simulator, session, { canaries: { containerToken: 'Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0' } }),
      env: {
        AWS_REGION: 'eu-west-1',
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${simulator.container.url}?t=Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0`,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Q29udGFpbmVyQ2FuYXJ5VG9rZW4xMjM0\n',
      },
    };
  },
  'an instance': async ({ simulator }) => {
    const session = addSession(simulator.world);
    simulator.instance.credentials = session;
    return {
      ...run(simulator, session),
      env: {
        AWS_REGION: 'eu-west-1',
        AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds(),
        RUNNER_ENVIRONMENT: 'self-hosted',
      },
    };
  },
  'a proxy with a login': ({ simulator, proxy }) =>
    run(simulator, addUser(simulator.world), {
      env: proxied(proxy),
      canaries: { proxyPassword: PROXY_LOGIN.password },
    }),
  'a proxy with a wrong login': ({ simulator, proxy }) => {
    const password = 'Wr0ngProxyPassw0rd!';
    return run(simulator, addUser(simulator.world), {
      env: proxied(proxy, password),
      canaries: { proxyPassword: password },
    });
  },
  'a proxy URL that is none': ({ simulator }) =>
    run(simulator, addUser(simulator.world), {
      env: { HTTP_PROXY: 'http://user:Cana/ryPassw0rd@proxy:99999' },
      canaries: { proxyPassword: 'ryPassw0rd' },
    }),
  'an endpoint with a login': ({ simulator }) => {
    const user = addUser(simulator.world);
    return {
      ...run(simulator, user),
      inputs: { timeout: '2s', summary: 'always' },
      env: {
        ...variablesOf(user),
        AWS_ENDPOINT_URL: `${simulator.url.replace('//', '//user:EndpointCanary1@')}/?token=EndpointCanary2`,
      },
      canaries: { ...canariesOf(user), one: 'EndpointCanary1', two: 'EndpointCanary2' },
    };
  },
  'the workflow from the API': ({ simulator }) => {
    const user = addUser(simulator.world);
    simulator.githubApi.files.set('octo-org/octo-repo/.github/workflows/deploy.yml', workflow(user));
    return run(
      simulator,
      { ...user, secretAccessKey: 'too-short' },
      { env: { GITHUB_WORKFLOW_REF: WORKFLOW_REF, GITHUB_SHA: 'main' }, canaries: canariesOf(user) },
    );
  },
  'an API that refuses and echoes': ({ simulator }) => {
    simulator.githubApi.outage = { kind: 'refuse', status: 401, body: JSON.stringify({ message: GITHUB_TOKEN }) };
    return run(
      simulator,
      { ...addUser(simulator.world), secretAccessKey: 'too-short' },
      { env: { GITHUB_WORKFLOW_REF: WORKFLOW_REF } },
    );
  },
  'a workflow with the secret in it': ({ simulator }) => {
    const user = addUser(simulator.world);
    return run(simulator, user, {
      env: { GITHUB_WORKFLOW_REF: WORKFLOW_REF, AWS_REGION: 'us-est-1' },
      workspace: { '.github/workflows/deploy.yml': workflow(user) },
    });
  },
  ...Object.fromEntries(
    WRONG_INPUTS.flatMap((name): [string, Scenario][] => [
      [
        `a secret in ${name}`,
        ({ simulator }) => {
          const session = addSession(simulator.world);
          return run(simulator, session, { inputs: { [name]: session.secretAccessKey } });
        },
      ],
      [
        `a token in ${name}`,
        ({ simulator }) => {
          const session = addSession(simulator.world);
          return run(simulator, session, { inputs: { [name]: session.sessionToken } });
        },
      ],
    ]),
  ),
};

function workflow(user: Credentials): string {
  return `on: push
env:
  AWS_REGION: us-est-1
jobs:
  deploy:
    runs-on: ubuntu-latest
    env:
      AWS_ACCESS_KEY_ID: ${user.accessKeyId}
      AWS_SECRET_ACCESS_KEY: ${user.secretAccessKey}
    steps:
      - uses: aws-credentials-preflight/aws-credentials-preflight@v1
        with:
          aws-region: us-est-1
`;
}
