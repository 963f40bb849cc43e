import { home, keysSection, writeFiles } from '../../testing/home.ts';
import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import { WEB_TRUST } from '../../testing/trust.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const UNAVAILABLE = {
  verdict: 'bad',
  diagnoses: ['source-unavailable'],
  status: 1,
  requests: 0,
} as const satisfies Expected;
const ROLE = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy' } as const;
const WEB = { ...UNAVAILABLE, title: 'The web identity token gave no credentials' } as const satisfies Expected;
const CONTAINER = {
  ...UNAVAILABLE,
  title: 'The container credentials endpoint gave no credentials',
} as const satisfies Expected;
const INSTANCE = {
  ...UNAVAILABLE,
  title: 'The instance metadata service gave no credentials',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'the web identity token file does not exist',
    arrange: (_simulator, folder) => ({
      env: home(folder, { ...ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token` }),
    }),
    expect: { ...WEB, message: [/does not exist/] },
  },
  {
    title: 'the web identity token file is empty',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { token: '\n' });
      return { env: home(folder, { ...ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token` }) };
    },
    expect: { ...WEB, message: [/is empty/] },
  },
  {
    title: 'the web identity token file holds something else',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { token: 'q7/Zt0Xe+1rVbN5sLk9uYw3cPd8mHf2aGj6TiQoR' });
      return {
        env: home(folder, { ...ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token` }),
        secrets: ['q7/Zt0Xe+1rVbN5sLk9uYw3cPd8mHf2aGj6TiQoR'],
      };
    },
    expect: { ...WEB, message: [/JSON web token/] },
  },
  {
    title: 'a token file without a role',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { token: 'e30.e30.e30' });
      return { env: home(folder, { AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token` }) };
    },
    expect: { ...WEB, message: [/AWS_ROLE_ARN is not set/, /name the role too/] },
  },
  {
    title: 'STS refuses the web identity token',
    async arrange(simulator, folder) {
      addOidcProvider(simulator.world, { issuer: simulator.identityProvider.issuer });
      addRole(simulator.world, { name: 'deploy', trustPolicy: WEB_TRUST });
      await writeFiles(folder, { token: simulator.identityProvider.mint('sigstore') });
      return { env: home(folder, { ...ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token` }) };
    },
    expect: {
      ...WEB,
      requests: 1,
      message: [
        /the role is `arn:aws:iam::123456789012:role\/deploy`/,
        /InvalidIdentityToken \(status 400, request ID /,
      ],
      absent: /AWS refused with/,
    },
  },
  {
    title: 'the container endpoint does not answer',
    arrange: () => ({ env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/credentials' } }),
    expect: CONTAINER,
  },
  {
    title: 'the container endpoint wants another token',
    arrange(simulator) {
      simulator.container.credentials = session(simulator);
      simulator.container.authorizationToken = 'the-right-token-of-the-agent';
      return {
        env: {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: simulator.container.url,
          AWS_CONTAINER_AUTHORIZATION_TOKEN: 'some-other-token-of-another-agent',
        },
      };
    },
    expect: { ...CONTAINER, message: [/status 401/] },
  },
  {
    title: 'the container endpoint is not on this machine',
    arrange: () => ({ env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://credentials.example.com/' } }),
    expect: { ...CONTAINER, message: [/plain HTTP only on loopback/] },
  },
  {
    title: 'the instance has no role',
    async arrange(simulator) {
      return {
        env: { RUNNER_ENVIRONMENT: 'self-hosted', AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds() },
      };
    },
    expect: { ...INSTANCE, message: [/no instance profile/] },
  },
  {
    title: 'the SSO session of a profile has no cached token',
    async arrange(_simulator, folder) {
      await writeFiles(folder, {
        '.aws/config':
          '[profile prod]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Deploy\n' +
          '[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n',
      });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: { ...UNAVAILABLE, title: 'The SSO session gave no credentials', message: [/aws sso login/] },
  },
  {
    title: 'a profile with two sources for its role',
    async arrange(simulator, folder) {
      const keys = keysSection('base', session(simulator));
      await writeFiles(folder, {
        '.aws/credentials': keys,
        '.aws/config': `[profile prod]\nrole_arn = ${ROLE.AWS_ROLE_ARN}\nsource_profile = base\ncredential_source = Environment\n`,
      });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: {
      ...UNAVAILABLE,
      message: [/both source_profile and credential_source/, /In `~\/\.aws\/config`, `role_arn`/],
    },
  },
  {
    title: 'a role without a source',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { '.aws/config': `[profile prod]\nrole_arn = ${ROLE.AWS_ROLE_ARN}\n` });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: { ...UNAVAILABLE, message: [/neither source_profile nor credential_source/] },
  },
  {
    title: 'an SSO profile without its session',
    async arrange(_simulator, folder) {
      await writeFiles(folder, {
        '.aws/config': '[profile prod]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Deploy\n',
      });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: { ...UNAVAILABLE, message: [/there is no \[sso-session corp\]/], absent: /aws sso login/ },
  },
];
