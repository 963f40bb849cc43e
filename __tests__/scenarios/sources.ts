import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import { environment, SESSION_KEY_ID } from '../../testing/credentials.ts';
import { home, keysSection, processOutput, writeFiles } from '../../testing/home.ts';
import { ACCOUNT_TRUST, WEB_TRUST } from '../../testing/trust.ts';
import { webRole } from '../../testing/roles.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const OK = { verdict: 'ok', diagnoses: [], status: 0, requests: 1 } as const satisfies Expected;
const from = (source: string): Expected => ({ ...OK, outputs: { 'credential-source': source } });
const SELF_HOSTED = { RUNNER_ENVIRONMENT: 'self-hosted' } as const;

/** Where working credentials may come from. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'the default profile',
    installedNode: true,
    async arrange(simulator, folder) {
      await writeFiles(folder, { '.aws/credentials': keysSection('default', session(simulator)) });
      return { env: home(folder) };
    },
    expect: from('profile'),
  },
  {
    title: 'the default profile among ten megabytes, beside a NUL',
    async arrange(simulator, folder) {
      const keys = keysSection('default', session(simulator));
      await writeFiles(folder, { '.aws/credentials': `# \0\n${'# filler\n'.repeat(1_200_000)}${keys}` });
      return { env: home(folder) };
    },
    expect: from('profile'),
  },
  {
    title: 'the profile of AWS_PROFILE, with its region and its expiration',
    async arrange(simulator, folder) {
      const end = new Date(Date.now() + 3510_000).toISOString().replace(/\.\d+Z$/, '+00:00');
      await writeFiles(folder, {
        '.aws/credentials': keysSection('prod', session(simulator), `x_security_token_expires = ${end}\n`),
        '.aws/config': '[profile prod]\nregion = eu-central-1\n',
      });
      return {
        env: home(folder, { AWS_PROFILE: 'prod', AWS_REGION: '' }),
        inputs: { 'min-remaining': '45m' },
      };
    },
    expect: { ...from('profile'), outputs: { 'aws-region': 'eu-central-1' } },
  },
  {
    title: 'the input aws-profile goes before the environment',
    async arrange(simulator, folder) {
      await writeFiles(folder, { 'elsewhere/credentials': keysSection('prod', session(simulator)) });
      return {
        inputs: { 'aws-profile': 'prod' },
        env: home(folder, {
          AWS_SHARED_CREDENTIALS_FILE: `${folder}/elsewhere/credentials`,
          AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKM7Q3XWTN',
          AWS_SECRET_ACCESS_KEY: 'a secret of somebody else altogether',
        }),
      };
    },
    expect: from('profile'),
  },
  {
    title: 'credential_process',
    async arrange(simulator, folder) {
      const credentials = session(simulator);
      await writeFiles(folder, {
        'answer.json': processOutput(credentials, new Date(Date.now() + 3510_000)),
        '.aws/config': `[profile prod]\ncredential_process = cat ${folder}/answer.json\n`,
      });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: from('process'),
  },
  {
    title: 'a role of a source profile',
    async arrange(simulator, folder) {
      const credentials = user(simulator);
      addRole(simulator.world, { name: 'deploy', trustPolicy: ACCOUNT_TRUST });
      await writeFiles(folder, {
        '.aws/credentials': keysSection('base', credentials),
        '.aws/config': '[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/deploy\nsource_profile = base\n',
      });
      return { env: home(folder, { AWS_PROFILE: 'prod', AWS_DEFAULT_REGION: 'us-east-1' }) };
    },
    expect: { ...from('profile'), requests: 2 },
  },
  {
    title: 'the web identity of an EKS pod or an OIDC action',
    async arrange(simulator, folder) {
      addOidcProvider(simulator.world, { issuer: simulator.identityProvider.issuer });
      addRole(simulator.world, { name: 'deploy', trustPolicy: WEB_TRUST });
      await writeFiles(folder, { token: simulator.identityProvider.mint('sts.amazonaws.com') });
      return {
        env: home(folder, {
          AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token`,
          AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
        }),
      };
    },
    expect: { ...from('web-identity'), requests: 2 },
  },
  {
    title: 'a container',
    arrange(simulator) {
      simulator.container.credentials = session(simulator);
      simulator.container.authorizationToken = 'a-token-of-the-container-agent';
      return {
        env: {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: simulator.container.url,
          AWS_CONTAINER_AUTHORIZATION_TOKEN: 'a-token-of-the-container-agent',
        },
      };
    },
    expect: from('container'),
  },
  {
    title: 'EKS Pod Identity, whose token is in a file',
    async arrange(simulator, folder) {
      simulator.container.credentials = session(simulator);
      simulator.container.authorizationToken = 'a-token-of-the-pod-identity-agent';
      await writeFiles(folder, { token: 'a-token-of-the-pod-identity-agent' });
      return {
        env: {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: simulator.container.url,
          AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: `${folder}/token`,
        },
        secrets: ['a-token-of-the-pod-identity-agent'],
      };
    },
    expect: from('container'),
  },
  {
    title: 'an EC2 instance’s profile',
    async arrange(simulator) {
      simulator.instance.credentials = session(simulator);
      return { env: { ...SELF_HOSTED, AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds() } };
    },
    expect: { ...from('instance'), outputs: { 'credential-type': 'temporary' } },
  },
  {
    title: 'a metadata service that is named, on a runner of GitHub’s own',
    async arrange(simulator) {
      simulator.instance.credentials = session(simulator);
      return {
        env: {
          RUNNER_ENVIRONMENT: 'github-hosted',
          AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds(),
        },
      };
    },
    expect: from('instance'),
  },
  {
    title: 'a role by an OIDC token, where nothing says that this is GitHub Actions',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env: { ...env, GITHUB_ACTIONS: '' }, inputs };
    },
    expect: { ...from('web-identity'), requests: 2 },
  },
  {
    title: 'the environment, while the metadata service is switched off',
    arrange: (simulator) => ({
      env: environment(session(simulator, { accessKeyId: SESSION_KEY_ID }), {
        ...SELF_HOSTED,
        AWS_EC2_METADATA_DISABLED: 'true',
      }),
    }),
    expect: from('environment'),
  },
];
