import { home, processOutput, writeFiles } from '../../testing/home.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const FAILED = {
  verdict: 'bad',
  diagnoses: ['credential-process-failed'],
  status: 1,
  requests: 0,
} as const satisfies Expected;
const HOUR = 3600_000;

function process(title: string, command: string, expected: Partial<Expected>): Scenario {
  return {
    title,
    async arrange(simulator, folder) {
      const credentials = session(simulator);
      await writeFiles(folder, {
        'expired.json': processOutput(credentials, new Date(Date.now() - HOUR)),
        'version-2.json': processOutput(credentials).replace('"Version":1', '"Version":2'),
        'incomplete.json': '{"Version":1,"AccessKeyId":"ASIARZPUZDIKGB2VALC4"}',
        'text.txt': 'Please sign in first\n',
        'fails.sh': `echo "the vault is sealed; tried ${credentials.secretAccessKey}" >&2\nexit 3\n`,
        '.aws/config': `[profile prod]\ncredential_process = ${command.replace('HERE', folder)}\n`,
      });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: { ...FAILED, ...expected },
  };
}

export const scenarios: readonly Scenario[] = [
  process('it fails', 'sh HERE/fails.sh', {
    title: 'The credential_process of prod ended with exit status 3',
    message: [/exit status 3/, /the vault is sealed/],
  }),
  process('there is no such program', '/nonexistent/vault-helper', {
    message: [/ENOENT|exit status 127, with which a shell says/],
  }),
  process('expired credentials', 'cat HERE/expired.json', {
    title: 'The credential_process of prod gave keys that expired 60 minutes ago',
  }),
  process('another version', 'cat HERE/version-2.json', {
    title: 'The credential_process of prod printed another Version than 1',
  }),
  process('no secret', 'cat HERE/incomplete.json', {
    title: 'The credential_process of prod left out SecretAccessKey',
  }),
  process('a text', 'cat HERE/text.txt', { title: 'The credential_process of prod did not print JSON' }),
  {
    title: 'it still runs when the time is up',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { '.aws/credentials': '[prod]\ncredential_process = sleep 30\n' });
      return { env: home(folder, { AWS_PROFILE: 'prod' }), inputs: { timeout: '2s' } };
    },
    expect: {
      ...FAILED,
      title: /^The credential_process of prod gave no answer in /,
      message: [/AWS tools would go on waiting/, /In `~\/\.aws\/credentials`/],
    },
  },
];
