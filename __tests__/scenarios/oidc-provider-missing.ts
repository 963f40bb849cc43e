import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import { environment } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import { oidc, ROLE_ARN, trust, webRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISSING = {
  verdict: 'bad',
  diagnoses: ['oidc-provider-missing'],
  status: 1,
  requests: 1,
  title: 'Account 123456789012 has no OIDC provider for this issuer',
  message: [/STS answered `InvalidIdentityToken`/],
} as const satisfies Expected;
const GHES = 'https://ghes.example/_services/token';

export const scenarios: readonly Scenario[] = [
  {
    title: 'the account has no provider for GitHub',
    installedNode: true,
    arrange: (simulator) => ({ env: oidc(simulator), inputs: { 'role-to-assume': ROLE_ARN } }),
    expect: {
      ...MISSING,
      message: [/`arn:aws:iam::123456789012:oidc-provider\/token\.actions\.githubusercontent\.com`/],
    },
  },
  {
    title: 'the provider is in another account, and allowed-account-ids tells which',
    arrange(simulator) {
      addOidcProvider(simulator.world, {
        issuer: 'https://token.actions.githubusercontent.com',
        account: '210987654321',
      });
      addRole(simulator.world, { account: '210987654321', trustPolicy: trust() });
      return {
        env: oidc(simulator),
        inputs: { 'role-to-assume': ROLE_ARN, 'allowed-account-ids': '210987654321' },
      };
    },
    expect: {
      ...MISSING,
      message: [/What to change:\n- In this step, check the account in `role-to-assume`/, /may name the wrong account/],
    },
  },
  {
    title: 'the job’s own key is of another account than the role',
    arrange: (simulator) => ({
      env: { ...oidc(simulator), ...environment(user(simulator)) },
      inputs: { 'role-to-assume': 'arn:aws:iam::210987654321:role/deploy' },
    }),
    expect: {
      ...MISSING,
      diagnoses: [...MISSING.diagnoses, 'role-assumption-denied'],
      requests: 3,
      title: 'Account 210987654321 has no OIDC provider for this issuer',
      message: [/belongs to another account, `123456789012`/],
    },
  },
  {
    title: 'the enterprise has an issuer of its own',
    arrange(simulator) {
      webRole(simulator);
      simulator.identityProvider.issuer = 'https://token.actions.githubusercontent.com/octo-enterprise';
      return { env: oidc(simulator), inputs: { 'role-to-assume': ROLE_ARN } };
    },
    expect: {
      ...MISSING,
      message: [
        /issuer is `https:\/\/token\.actions\.githubusercontent\.com\/octo-enterprise`/,
        /a provider for `https:\/\/token\.actions\.githubusercontent\.com` does not serve it/,
        /oidc-provider\/token\.actions\.githubusercontent\.com\/octo-enterprise`/,
      ],
    },
  },
  {
    title: 'a GitHub Enterprise Server',
    arrange(simulator) {
      simulator.identityProvider.issuer = GHES;
      return {
        env: { ...oidc(simulator), GITHUB_SERVER_URL: 'https://ghes.example' },
        inputs: { 'role-to-assume': ROLE_ARN },
      };
    },
    expect: { ...MISSING, message: [/oidc-provider\/ghes\.example\/_services\/token`/] },
  },
  {
    title: 'in AWS China',
    arrange: (simulator) => ({
      env: { ...oidc(simulator), AWS_REGION: 'cn-north-1' },
      inputs: { 'role-to-assume': ROLE_ARN.replace('arn:aws:', 'arn:aws-cn:'), audience: 'sts.amazonaws.com.cn' },
    }),
    expect: {
      ...MISSING,
      message: [/arn:aws-cn:iam::123456789012:oidc-provider/, /audience `sts\.amazonaws\.com\.cn`/],
    },
  },
  {
    title: 'the thumbprint does not fit',
    arrange(simulator) {
      const { env, inputs, provider } = webRole(simulator, { about: { issuer: GHES } });
      provider.broken = 'thumbprint';
      return { env: { ...env, GITHUB_SERVER_URL: 'https://ghes.example' }, inputs };
    },
    expect: { ...MISSING, title: 'The OIDC provider’s thumbprint does not fit the issuer’s certificate' },
  },
  {
    title: 'AWS cannot fetch the keys of a GitHub Enterprise Server',
    arrange(simulator) {
      const { env, inputs, provider } = webRole(simulator, { about: { issuer: GHES } });
      provider.broken = 'verification-key';
      return { env: { ...env, GITHUB_SERVER_URL: 'https://ghes.example' }, inputs };
    },
    expect: {
      ...MISSING,
      requests: 3,
      title: 'AWS cannot fetch the keys of this GitHub Enterprise Server',
      message: [/`https:\/\/ghes\.example\/_services\/token\/\.well-known\/openid-configuration`/],
    },
  },
  {
    title: 'a GitHub Enterprise Server does not answer AWS',
    arrange(simulator) {
      const { env, inputs, provider } = webRole(simulator, { about: { issuer: GHES } });
      provider.broken = 'unreachable';
      return { env: { ...env, GITHUB_SERVER_URL: 'https://ghes.example' }, inputs };
    },
    expect: {
      ...MISSING,
      requests: 3,
      title: 'AWS cannot fetch the keys of this GitHub Enterprise Server',
      message: [/STS answered `IDPCommunicationError`/],
    },
  },
];
