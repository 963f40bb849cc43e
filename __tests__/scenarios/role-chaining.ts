import { addOidcProvider } from '../../simulator/role-builders.ts';
import { GITHUB_ISSUER } from '../../simulator/github-claims.ts';
import { ACCOUNT, inputs } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import { chainedRole, oidc, policy, webRole } from '../../testing/roles.ts';
import type { Scenario } from '../../testing/scenario.ts';

const OK = { verdict: 'ok', status: 0, diagnoses: ['long-term-credentials'] } as const;

/** The ways to a role, as configure-aws-credentials would take them with the same inputs. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'keys as inputs, and the role trusts them alone although the job may have a token',
    arrange(simulator) {
      const keys = user(simulator);
      return { inputs: { ...inputs(keys), ...chainedRole(simulator).inputs }, env: oidc(simulator) };
    },
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'keys as inputs, and the role trusts GitHub alone',
    arrange(simulator) {
      const keys = user(simulator);
      const role = webRole(simulator);
      return { inputs: { ...inputs(keys), ...role.inputs }, env: role.env };
    },
    expect: { ...OK, requests: 4 },
  },
  {
    title: 'both ways are refused: both are told, and no statement for GitHub',
    arrange(simulator) {
      const keys = user(simulator);
      addOidcProvider(simulator.world, { issuer: GITHUB_ISSUER, account: ACCOUNT });
      const role = chainedRole(simulator, { principal: `arn:aws:iam::${ACCOUNT}:user/somebody-else` });
      return { inputs: { ...inputs(keys), ...role.inputs }, env: oidc(simulator) };
    },
    expect: {
      verdict: 'bad',
      status: 1,
      diagnoses: ['oidc-trust-denied', 'role-assumption-denied'],
      requests: 3,
      absent: /"Effect": "Allow"/,
    },
  },
  {
    title: 'role-chaining: true asks GitHub for no token',
    arrange(simulator) {
      const keys = user(simulator);
      const role = chainedRole(simulator, { principal: `arn:aws:iam::${ACCOUNT}:user/somebody-else` });
      return { inputs: { ...inputs(keys), ...role.inputs, 'role-chaining': 'true' }, env: oidc(simulator) };
    },
    expect: { verdict: 'bad', status: 1, diagnoses: ['role-assumption-denied'], requests: 2 },
  },
  {
    title: 'an external ID is sent',
    arrange(simulator) {
      const keys = user(simulator);
      const trustPolicy = policy({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: { 'sts:ExternalId': 'partner-7', 'sts:RoleSessionName': 'nightly' } },
      });
      const role = chainedRole(simulator, { trustPolicy });
      return {
        inputs: {
          ...inputs(keys),
          ...role.inputs,
          'role-external-id': 'partner-7',
          'role-session-name': 'nightly',
        },
      };
    },
    expect: { ...OK, requests: 3 },
  },
];
