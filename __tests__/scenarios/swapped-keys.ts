import { environment, inputs } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const SWAPPED = {
  verdict: 'bad',
  diagnoses: ['swapped-keys'],
  status: 1,
  requests: 1,
  confirmed: ['swapped-keys'],
  title: 'The access key ID and the secret access key are swapped',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'in the environment',
    installedNode: true,
    arrange(simulator) {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return { env: environment({ accessKeyId: secretAccessKey, secretAccessKey: accessKeyId }) };
    },
    expect: SWAPPED,
  },
  {
    title: 'in the inputs, temporary',
    arrange(simulator) {
      const { accessKeyId, secretAccessKey, sessionToken } = session(simulator);
      return { inputs: inputs({ accessKeyId: secretAccessKey, secretAccessKey: accessKeyId, sessionToken }) };
    },
    expect: SWAPPED,
  },
  {
    title: 'without confirmation nothing is sent',
    arrange(simulator) {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return {
        env: environment({ accessKeyId: secretAccessKey, secretAccessKey: accessKeyId }),
        inputs: { confirm: 'false' },
      };
    },
    expect: { ...SWAPPED, requests: 0, confirmed: [] },
  },
  {
    title: 'in quotes',
    arrange(simulator) {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return { env: environment({ accessKeyId: `"${secretAccessKey}"`, secretAccessKey: `"${accessKeyId}"` }) };
    },
    expect: {
      ...SWAPPED,
      diagnoses: ['swapped-keys', 'stray-characters'],
      confirmed: ['swapped-keys', 'stray-characters'],
    },
  },
  {
    title: 'with their names in front',
    arrange(simulator) {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return {
        env: environment({
          accessKeyId: `AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
          secretAccessKey: `AWS_ACCESS_KEY_ID=${accessKeyId}`,
        }),
      };
    },
    expect: {
      ...SWAPPED,
      diagnoses: ['swapped-keys', 'stray-characters'],
      confirmed: ['swapped-keys', 'stray-characters'],
    },
  },
  {
    title: 'with a line break behind both',
    arrange(simulator) {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return { env: environment({ accessKeyId: `${secretAccessKey}\n`, secretAccessKey: `${accessKeyId}\n` }) };
    },
    expect: {
      ...SWAPPED,
      diagnoses: ['swapped-keys', 'stray-characters'],
      confirmed: ['swapped-keys', 'stray-characters'],
    },
  },
];
