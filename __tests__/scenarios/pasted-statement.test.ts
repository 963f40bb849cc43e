import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { addAccount } from '../../simulator/accounts.ts';
import type { Job } from '../../simulator/github-claims.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { runStep, type StepResult } from '../../simulator/step.ts';
import type { TrustStatement } from '../../simulator/trust.ts';
import { NODE_24 } from '../../testing/nodes.ts';
import { job, policy, trust, webRole, type Trusted } from '../../testing/roles.ts';
import { DIST } from '../../testing/run.ts';

const NOBODY = 'repo:somebody-else/website:*';
const GHES = 'https://ghes.example/_services/token';

interface Given {
  readonly job?: Partial<Job>;
  readonly claims?: Record<string, unknown>;
  readonly about?: Trusted;
  readonly region?: string;
}

const cases: readonly (readonly [string, Given])[] = [
  ['a branch', {}],
  ['a tag', { job: { ref: 'refs/tags/v1.2.3' } }],
  ['an environment', { job: { environment: 'production' } }],
  ['an environment with a colon', { job: { environment: 'eu:live' } }],
  ['a pull request', { job: { event: 'pull_request' } }],
  ['the immutable form', { job: { subject: 'immutable' } }],
  ['a branch with characters that patterns know', { job: { ref: 'refs/heads/what?/*' } }],
  ['a branch beyond Latin-1', { job: { ref: 'refs/heads/日本' } }],
  ['a customised subject', { claims: { sub: 'repository_owner:octo-org:environment:production' } }],
  ['a GitHub Enterprise Server', { about: { issuer: GHES } }],
  ['an enterprise of its own', { about: { issuer: 'https://token.actions.githubusercontent.com/octo-enterprise' } }],
  ['AWS China', { about: { partition: 'aws-cn', audience: 'sts.amazonaws.com.cn' }, region: 'cn-north-1' }],
];

async function step(
  simulator: Simulator,
  env: Record<string, string>,
  inputs: Record<string, string>,
): Promise<StepResult> {
  return runStep({
    main: join(DIST, 'index.js'),
    node: NODE_24,
    env,
    inputs: { 'sts-endpoint': simulator.url, ...inputs },
  });
}

function statementIn(summary: string): TrustStatement {
  const text = /^```json\n([\s\S]*?)\n```$/m.exec(summary)?.[1] ?? 'null';
  return JSON.parse(text) as TrustStatement;
}

test.concurrent.each(cases)(
  'the statement for %s, pasted into the role, lets this job in and no other',
  async (_, given) => {
    const simulator = await startSimulator();
    try {
      const { about = {}, region = 'eu-west-1' } = given;
      if (about.partition !== undefined) addAccount(simulator.world, { partition: about.partition });
      job(simulator, given.job ?? {});
      simulator.identityProvider.claims = given.claims ?? {};
      const role = webRole(simulator, { about, trustPolicy: trust(NOBODY, about) });
      const env = { ...role.env, AWS_REGION: region };
      const inputs = { ...role.inputs, ...(about.audience && { audience: about.audience }) };

      const refused = await step(simulator, env, inputs);
      expect(refused.outputs).toMatchObject({ verdict: 'bad', diagnoses: '["oidc-trust-denied"]' });

      const own = simulator.world.roles[0];
      if (own === undefined) throw new Error('The role is gone');
      own.trustPolicy = policy(statementIn(refused.summary));
      const accepted = await step(simulator, env, inputs);
      expect(accepted.outputs).toMatchObject({ verdict: 'ok', diagnoses: '[]' });

      simulator.identityProvider.claims = { ...given.claims, sub: 'repo:octo-org/other:ref:refs/heads/main' };
      const other = await step(simulator, env, inputs);
      expect(other.outputs).toMatchObject({ verdict: 'bad', diagnoses: '["oidc-trust-denied"]' });
    } finally {
      await simulator.stop();
    }
  },
  60_000,
);
