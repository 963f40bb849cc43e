import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addSession, addUser, type TemporaryCredentials } from '../../simulator/builders.ts';
import type { Simulator } from '../../simulator/server.ts';
import { commandsOf, outputOf, runAct, type ActRun } from './act.ts';
import type { Repository } from './repository.ts';

/** What happens in a job behind the check, and what the step after it must say. */
interface JobCase {
  readonly title: string;
  /** Steps in YAML, behind the check out. */
  readonly steps: (other: string) => string;
  /** Ends the session so many seconds after the check. */
  readonly endsAfter?: number;
  readonly job?: string;
  /** IDs in the order in which the runner prints them; none: no output at all. */
  readonly says: readonly string[];
  readonly fails: boolean;
}

const CHECK = `      - name: Preflight
        uses: ./
        with:
          aws-region: eu-west-1
          sts-endpoint: \${{ vars.STS_ENDPOINT }}
`;
const FAIL = '      - run: exit 1\n';
const FROM_SECRETS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/** A variable that a step sets changes nothing of the job's own `env:`, so these jobs export theirs. */
const EXPORT = `      - env:
${FROM_SECRETS.map((name) => `          ${name}: \${{ secrets.${name} }}`).join('\n')}
        run: |
${FROM_SECRETS.map((name) => `          echo "${name}=$${name}" >> "$GITHUB_ENV"`).join('\n')}
`;
const replace = (other: string): string => `      - run: |
          ${other.split('\n').join('\n          ')}
`;
const BLANK = replace('printf "AWS_ACCESS_KEY_ID=\\nAWS_SECRET_ACCESS_KEY=\\nAWS_SESSION_TOKEN=\\n" >> "$GITHUB_ENV"');
const CLEAN_UP = '      - uses: ./cleanup\n';

const CASES: readonly JobCase[] = [
  {
    title: 'A session of three seconds that ends while the job runs',
    steps: () => `${EXPORT}${CHECK}      - run: sleep 4; exit 1\n`,
    endsAfter: 3,
    says: ['session-expired-in-job'],
    fails: true,
  },
  {
    title: 'Other credentials by a later step',
    steps: (other) => `${EXPORT}${CHECK}${replace(other)}${FAIL}`,
    says: ['credentials-replaced'],
    fails: true,
  },
  {
    title: 'Variables that a later step empties',
    steps: () => `${EXPORT}${CHECK}${BLANK}${FAIL}`,
    says: ['credentials-replaced'],
    fails: true,
  },
  {
    title: 'Credentials that are still good',
    steps: () => `${EXPORT}${CHECK}${FAIL}`,
    says: ['credentials-not-the-cause'],
    fails: true,
  },
  {
    title: 'A clean-up that was registered before the check runs after it',
    steps: () => `${CLEAN_UP}${EXPORT}${CHECK}${FAIL}`,
    says: ['credentials-not-the-cause'],
    fails: true,
  },
  { title: 'A green job', steps: () => `${EXPORT}${CHECK}`, says: [], fails: false },
  {
    title: 'Two checks in one job',
    steps: () => `${EXPORT}${CHECK}${CHECK}${FAIL}`,
    says: ['credentials-not-the-cause', 'credentials-not-the-cause'],
    fails: true,
  },
  {
    // For this runner, `failure()` within a composite action speaks of that action's own steps, which passed.
    title: 'A check within a composite action that passed',
    steps: () =>
      `${EXPORT}      - uses: ./composite\n        with:\n          sts-endpoint: \${{ vars.STS_ENDPOINT }}\n${FAIL}`,
    says: [],
    fails: true,
  },
  {
    title: 'Turned off by AWS_PREFLIGHT_POST',
    steps: () => `${EXPORT}${CHECK}${FAIL}`,
    job: "    env:\n      AWS_PREFLIGHT_POST: 'false'\n",
    says: [],
    fails: true,
  },
  {
    title: 'Keys that came as inputs',
    steps: () =>
      `${CHECK}          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-session-token: \${{ secrets.AWS_SESSION_TOKEN }}
${FAIL}`,
    says: ['credentials-not-the-cause'],
    fails: true,
  },
];

export type Report = (title: string, run: ActRun, checks: readonly (readonly [string, boolean])[]) => void;

/** The step after the job on a real runner, one workflow a case. */
export async function afterJobs(
  runner: string,
  { folder, home }: Repository,
  simulator: Simulator,
  report: Report,
): Promise<void> {
  for (const one of CASES) {
    simulator.reset();
    const credentials = addSession(simulator.world);
    const { accessKeyId, secretAccessKey } = addUser(simulator.world);
    const other = `printf "AWS_ACCESS_KEY_ID=${accessKeyId}\\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\\nAWS_SESSION_TOKEN=\\n" >> "$GITHUB_ENV"`;
    const workflow = `name: after
on: push
permissions: {}
jobs:
  deploy:
    name: deploy
    runs-on: ubuntu-latest
${one.job ?? ''}    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
${one.steps(other)}`;
    await writeFile(join(folder, '.github', 'workflows', 'after.yml'), workflow);
    const watch = one.endsAfter === undefined ? undefined : endAfterCheck(simulator, credentials, one.endsAfter);
    const run = await runAct(runner, folder, home, {
      workflow: '.github/workflows/after.yml',
      secretFile: await secretsOf(home, credentials),
      vars: { STS_ENDPOINT: simulator.url },
    });
    clearInterval(watch);
    const said = outputOf(run).flatMap((line) => / \[([a-z-]+)\]$/.exec(line)?.[1] ?? []);
    const annotated = ['error', 'warning', 'notice'].reduce((sum, type) => sum + commandsOf(run, type).length, 0);
    report(one.title, run, [
      [one.fails ? 'the job fails' : 'the job succeeds', (run.status !== 0) === one.fails],
      [`it says ${one.says.join(', ') || 'nothing'}`, said.join() === one.says.join()],
      ['with one annotation each', annotated === one.says.length],
      ['the step after the job did not fail', !run.log.includes('Failure - Post ')],
      ['no secret is in the log', isSilent(run, [credentials.secretAccessKey, credentials.sessionToken])],
    ]);
  }
}

/** From the first question on: the runner's own start takes longer than the session. */
function endAfterCheck(simulator: Simulator, { accessKeyId }: TemporaryCredentials, seconds: number): NodeJS.Timeout {
  const session = simulator.world.sessions.find((one) => one.accessKeyId === accessKeyId);
  let ends = false;
  return setInterval(() => {
    if (ends || session === undefined || simulator.requests.length === 0) return;
    ends = true;
    session.expiresAt = new Date(Date.now() + seconds * 1000);
  }, 50);
}

async function secretsOf(home: string, credentials: TemporaryCredentials): Promise<string> {
  const file = join(home, 'after-secrets');
  const lines = [
    `AWS_ACCESS_KEY_ID='${credentials.accessKeyId}'`,
    `AWS_SECRET_ACCESS_KEY='${credentials.secretAccessKey}'`,
    `AWS_SESSION_TOKEN='${credentials.sessionToken}'`,
  ];
  await writeFile(file, lines.join('\n'));
  return file;
}

function isSilent({ log }: ActRun, secrets: readonly string[]): boolean {
  return secrets.every((secret) => !log.includes(secret));
}
