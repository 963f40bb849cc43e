import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { runStep } from '../../simulator/step.ts';
import { environment } from '../../testing/credentials.ts';
import { NODE_24 } from '../../testing/nodes.ts';
import { session } from '../../testing/principals.ts';
import { chainedRole, trust, webRole } from '../../testing/roles.ts';
import { DIST } from '../../testing/run.ts';

interface Given {
  readonly env: Record<string, string>;
  readonly inputs: Record<string, string>;
}

const cases: readonly (readonly [string, (simulator: Simulator) => Given])[] = [
  ['web identity that is accepted', (simulator) => webRole(simulator)],
  ['web identity that is denied', (simulator) => webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') })],
  [
    'web identity whose policy is at hand',
    (simulator) => {
      const trustPolicy = trust('repo:octo-org/website:*');
      const { env, inputs } = webRole(simulator, { trustPolicy });
      return { env, inputs: { ...inputs, 'trust-policy': JSON.stringify(trustPolicy) } };
    },
  ],
  [
    'a role whose fresh credentials STS refuses',
    (simulator) => {
      const message = 'The security token included in the request is invalid.';
      const refusal = { kind: 'refusal', status: 403, code: 'InvalidClientTokenId', message } as const;
      simulator.faults.queue.push({ kind: 'delay', ms: 0 }, refusal, refusal, refusal);
      return webRole(simulator);
    },
  ],
  [
    'AWS repeats the token in its message',
    (simulator) => {
      const token = simulator.identityProvider.mint();
      simulator.identityProvider.token = token;
      const message = `1 validation error detected: Value '${token}' at 'webIdentityToken' failed to satisfy constraint`;
      simulator.faults.queue.push({ kind: 'refusal', status: 400, code: 'ValidationError', message });
      return webRole(simulator);
    },
  ],
  [
    'GitHub repeats the request token in its message',
    (simulator) => {
      const { requestToken } = simulator.identityProvider;
      const body = JSON.stringify({ message: `Bearer ${requestToken} is not valid` });
      simulator.identityProvider.outage = { kind: 'refuse', status: 401, body };
      return webRole(simulator);
    },
  ],
  [
    'a chain of roles',
    (simulator) => ({ env: environment(session(simulator)), inputs: chainedRole(simulator).inputs }),
  ],
];

test.concurrent.each(cases)(
  '%s: nothing secret is seen, and all of it is masked',
  async (_, arrange) => {
    const simulator = await startSimulator();
    try {
      const { env, inputs } = arrange(simulator);
      const result = await runStep({
        main: join(DIST, 'index.js'),
        node: NODE_24,
        env: { AWS_REGION: 'eu-west-1', RUNNER_DEBUG: '1', ...env },
        inputs: { 'sts-endpoint': simulator.url, summary: 'always', ...inputs },
      });
      const { world, identityProvider } = simulator;
      const held = [
        ...identityProvider.issued,
        ...(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] === undefined ? [] : [identityProvider.requestToken]),
        ...world.sessions.flatMap(({ accessKeyId, secret, token }) => [accessKeyId, secret, token]),
      ];
      expect(held.length).toBeGreaterThan(0);
      expect(held.filter((value) => !result.masks.includes(value))).toEqual([]);
      const lines = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
      const places = [...lines, result.stderr, result.files, ...Object.values(result.outputs)].join('\n');
      const pieces = held.flatMap((value) => [
        value,
        value.slice(0, 24),
        ...value.split('.').filter((part) => part.length > 16),
      ]);
      expect(
        pieces.filter((piece) => piece.length > 16 && places.includes(piece)).map((piece) => piece.length),
      ).toEqual([]);
      expect(result.files).not.toMatch(/AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)/);
    } finally {
      await simulator.stop();
    }
  },
  60_000,
);
