import { addAccount } from '../../simulator/accounts.ts';
import { webRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const REJECTED = {
  verdict: 'bad',
  diagnoses: ['oidc-audience-rejected'],
  status: 1,
  requests: 1,
  title: 'The OIDC provider does not list the token’s audience',
  message: [/STS answered `InvalidIdentityToken`/],
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'the input audience has a typing error',
    installedNode: true,
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, audience: 'sts.amazon.com' } };
    },
    expect: {
      ...REJECTED,
      message: [
        /`aud` is `sts\.amazon\.com`, as `audience` of this step asks/,
        /What to change:\n- In this step, .*`sts\.amazonaws\.com` is the usual one/,
      ],
    },
  },
  {
    title: 'the provider was made for another audience',
    arrange(simulator) {
      const { env, inputs, provider } = webRole(simulator);
      provider.audiences = ['https://github.com/octo-org'];
      return { env, inputs };
    },
    expect: {
      ...REJECTED,
      message: [/What to change:\n- In IAM of account 123456789012 .*, add `sts\.amazonaws\.com`/],
    },
  },
  {
    title: 'the commercial audience in AWS China',
    arrange(simulator) {
      addAccount(simulator.world, { partition: 'aws-cn' });
      const { env, inputs } = webRole(simulator, { about: { partition: 'aws-cn', audience: 'sts.amazonaws.com.cn' } });
      return { env: { ...env, AWS_REGION: 'cn-northwest-1' }, inputs };
    },
    expect: {
      ...REJECTED,
      message: [/What to change:\n- In this step, .*`sts\.amazonaws\.com\.cn` is the usual one/],
    },
  },
];
