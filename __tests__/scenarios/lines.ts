import { environment, inputs } from '../../testing/credentials.ts';
import { writeFiles } from '../../testing/home.ts';
import { secretWithSigns, session, user } from '../../testing/principals.ts';
import type { Scenario } from '../../testing/scenario.ts';

const FILE = '.github/workflows/deploy.yml';
const BAD = { verdict: 'bad', status: 1 } as const;

/** What the runner says of the run and of this step. */
function identity(folder: string): Record<string, string> {
  return {
    GITHUB_WORKSPACE: folder,
    GITHUB_WORKFLOW_REF: `octo-org/octo-repo/${FILE}@refs/heads/main`,
    GITHUB_JOB: 'deploy',
    GITHUB_ACTION: '__octo-org_aws-credentials-preflight',
    GITHUB_ACTION_REPOSITORY: 'octo-org/aws-credentials-preflight',
    GITHUB_ACTION_REF: 'v1',
  };
}

const WITH_ENVIRONMENT = `name: Deploy
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    env:
      AWS_REGION: eu-west-1
      AWS_SESSION_TOKEN: \${{ secrets.TOKEN }} # left from the old login
    steps:
      - uses: actions/checkout@v6
      - name: Are the credentials good?
        uses: octo-org/aws-credentials-preflight@v1
        env:
          AWS_ACCESS_KEY_ID: \${{ secrets.KEY_ID }}
          AWS_SECRET_ACCESS_KEY: \${{ secrets.SECRET }}
`;

const WITH_INPUTS = `name: Deploy
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: octo-org/aws-credentials-preflight@v1
        with:
          aws-access-key-id: \${{ secrets.KEY_ID }}
          aws-secret-access-key: \${{ secrets.SECRET }}
          aws-region: eu-wset-1
          allowed-account-ids: '210987654321'
`;

const PLAIN = `name: Deploy
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: octo-org/aws-credentials-preflight@v1
`;

/** Each of the three faults that the file itself makes, and a permission that it does not give. */
const FAULTY = `name: Deploy
on: push
env:
  AWS_REGION: eu-wset-1 # Ireland
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions: read-all
    env:
        AWS_ACCESS_KEY_ID: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
        AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_ACCESS_KEY_ID }}
        STAGE: production
    steps:
      - uses: octo-org/aws-credentials-preflight@v1
        env:
          AWS_SESSION_TOKEN: |
            \${{ secrets.TOKEN }}
`;

const CALL = `  test:
    uses: ./.github/workflows/called.yml
`;

const CALLED_FILE = '.github/workflows/called.yml';
const CALLED = `on: workflow_call
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: octo-org/aws-credentials-preflight@v1
`;

/** Where in the workflow file the annotations point. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'the entry of the step’s env: that holds the secret',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: WITH_ENVIRONMENT });
      const credentials = user(simulator, { secretAccessKey: secretWithSigns() });
      return {
        env: environment(credentials, {
          ...identity(folder),
          AWS_SECRET_ACCESS_KEY: `${credentials.secretAccessKey}\n`,
        }),
      };
    },
    expect: {
      ...BAD,
      diagnoses: ['stray-characters'],
      requests: 1,
      confirmed: ['stray-characters'],
      line: { file: FILE, line: 15 },
    },
  },
  {
    title: 'a left-over token, whose line is shown corrected',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: WITH_ENVIRONMENT });
      return {
        env: environment(user(simulator), { ...identity(folder), AWS_SESSION_TOKEN: session(simulator).sessionToken }),
      };
    },
    expect: {
      ...BAD,
      diagnoses: ['session-token-stale'],
      requests: 2,
      confirmed: ['session-token-stale'],
      line: { file: FILE, line: 8 },
      message: [/echo "AWS_SESSION_TOKEN=" >> "\$GITHUB_ENV"/],
    },
  },
  {
    title: 'the input that holds the secret',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: WITH_INPUTS });
      const credentials = user(simulator);
      return {
        inputs: inputs(credentials, {
          'aws-secret-access-key': credentials.secretAccessKey.slice(0, -1),
          'allowed-account-ids': '210987654321',
        }),
        env: identity(folder),
      };
    },
    expect: {
      ...BAD,
      diagnoses: ['secret-access-key-malformed'],
      requests: 1,
      line: { file: FILE, line: 10 },
    },
  },
  {
    title: 'the input that names the region, corrected in the summary',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: WITH_INPUTS });
      return {
        inputs: inputs(user(simulator), { 'aws-region': 'eu-wset-1' }),
        env: identity(folder),
      };
    },
    expect: {
      ...BAD,
      diagnoses: ['region-invalid'],
      requests: 1,
      confirmed: ['region-invalid'],
      line: { file: FILE, line: 11 },
      summary: [/aws-region: eu-west-1/],
    },
  },
  {
    title: 'the workflow’s env: that names the region, corrected in the summary',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: FAULTY });
      return { env: environment(session(simulator), { ...identity(folder), AWS_REGION: 'eu-wset-1' }) };
    },
    expect: {
      ...BAD,
      diagnoses: ['region-invalid'],
      requests: 1,
      confirmed: ['region-invalid'],
      line: { file: FILE, line: 4 },
      summary: [/\n\+ {2}AWS_REGION: eu-west-1 # Ireland\n/],
    },
  },
  {
    title: 'the job’s env: that has the keys in each other’s place, corrected in the summary',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: FAULTY });
      const { accessKeyId, secretAccessKey, sessionToken } = session(simulator);
      const swapped = { accessKeyId: secretAccessKey, secretAccessKey: accessKeyId, sessionToken };
      return { env: environment(swapped, identity(folder)) };
    },
    expect: {
      ...BAD,
      diagnoses: ['swapped-keys'],
      requests: 1,
      confirmed: ['swapped-keys'],
      line: { file: FILE, line: 10 },
      summary: [/\n\+ *AWS_ACCESS_KEY_ID: \$\{\{ secrets\.AWS_ACCESS_KEY_ID \}\}\n/],
    },
  },
  {
    title: 'the block in the step’s env: that adds a line break, corrected in the summary',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: FAULTY });
      const credentials = session(simulator);
      const withEnd = { ...credentials, sessionToken: `${credentials.sessionToken}\n` };
      return { env: environment(withEnd, identity(folder)) };
    },
    expect: {
      ...BAD,
      diagnoses: ['stray-characters'],
      requests: 1,
      confirmed: ['stray-characters'],
      line: { file: FILE, line: 16 },
      summary: [/\n\+ *AWS_SESSION_TOKEN: \$\{\{ secrets\.TOKEN \}\}\n/],
    },
  },
  {
    title: 'permissions that cannot be added to, replaced in the summary',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: FAULTY });
      return { inputs: { 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' }, env: identity(folder) };
    },
    expect: {
      ...BAD,
      diagnoses: ['oidc-permission-missing'],
      requests: 0,
      line: { file: FILE, line: 8 },
      summary: [/\n\+ *id-token: write\n\+ *contents: read\n/],
    },
  },
  {
    title: 'the input that lists the accounts',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: WITH_INPUTS });
      return {
        inputs: inputs(user(simulator), { 'allowed-account-ids': '210987654321' }),
        env: identity(folder),
      };
    },
    expect: {
      ...BAD,
      diagnoses: ['account-not-allowed'],
      requests: 1,
      line: { file: FILE, line: 12 },
    },
  },
  {
    title: 'the input that cannot be used',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: WITH_INPUTS.replace('210987654321', '12345') });
      return { inputs: { 'allowed-account-ids': '12345' }, env: identity(folder) };
    },
    expect: { ...BAD, diagnoses: ['usage'], requests: 0, line: { file: FILE, line: 12 } },
  },
  {
    title: 'the input that cannot be used, in a file that comes through the API',
    arrange(simulator) {
      simulator.githubApi.files.set(`octo-org/octo-repo/${FILE}`, WITH_INPUTS.replace('210987654321', '12345'));
      return {
        inputs: { 'allowed-account-ids': '12345' },
        env: { ...identity('/nonexistent'), GITHUB_API_URL: simulator.githubApi.url, GITHUB_SHA: 'f'.repeat(40) },
      };
    },
    expect: { ...BAD, diagnoses: ['usage'], requests: 0, line: { file: FILE, line: 12 } },
  },
  {
    title: 'the step, where nothing is given',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: PLAIN });
      return { env: identity(folder) };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0, line: { file: FILE, line: 7 } },
  },
  {
    title: 'the job, whose runner has a wrong clock',
    async arrange(simulator, folder) {
      await writeFiles(folder, { [FILE]: PLAIN });
      simulator.setClockOffset(450);
      return { env: environment(session(simulator), identity(folder)) };
    },
    expect: { ...BAD, diagnoses: ['clock-skew'], requests: 1, line: { file: FILE, line: 4 } },
  },
  {
    title: 'the file is not checked out, and comes through the API',
    arrange(simulator) {
      simulator.githubApi.files.set(`octo-org/octo-repo/${FILE}`, PLAIN);
      return {
        env: {
          ...identity('/nonexistent'),
          GITHUB_API_URL: simulator.githubApi.url,
          GITHUB_SHA: 'f'.repeat(40),
          GITHUB_WORKFLOW_SHA: 'f'.repeat(40),
        },
      };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0, line: { file: FILE, line: 7 } },
  },
  ...(['json', 'bytes'] as const).map((contents): Scenario => ({
    title: `a server that gives the file as ${contents}, whatever is asked`,
    arrange(simulator) {
      simulator.githubApi.contents = contents;
      simulator.githubApi.files.set(`octo-org/octo-repo/${FILE}`, PLAIN);
      return {
        env: { ...identity('/nonexistent'), GITHUB_API_URL: simulator.githubApi.url, GITHUB_SHA: 'f'.repeat(40) },
      };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0, line: { file: FILE, line: 7 } },
  })),
  {
    title: 'no permission to read the file: no line',
    arrange(simulator) {
      simulator.githubApi.outage = {
        kind: 'refuse',
        status: 403,
        body: '{"message":"Resource not accessible by integration"}',
      };
      return {
        env: { ...identity('/nonexistent'), GITHUB_API_URL: simulator.githubApi.url, GITHUB_SHA: 'f'.repeat(40) },
      };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0 },
  },
  {
    title: 'two steps that cannot be told apart: the job’s line',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: `${PLAIN}      - uses: octo-org/aws-credentials-preflight@v1\n` });
      return { env: { ...identity(folder), GITHUB_ACTION: '' } };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0, line: { file: FILE, line: 4 } },
  },
  {
    title: 'nothing says which step it is: the only one that uses an action of this name',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: PLAIN.replace('octo-org/', 'acme/') });
      const unnamed = { GITHUB_ACTION: '', GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' };
      return { env: { ...identity(folder), ...unnamed } };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0, line: { file: FILE, line: 7 } },
  },
  {
    title: 'beside a reusable workflow without a job of this key',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: `${PLAIN}${CALL}`, [CALLED_FILE]: CALLED });
      return { env: identity(folder) };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0, line: { file: FILE, line: 7 } },
  },
  {
    title: 'beside a reusable workflow with a job of the same key, which may be the one that runs: no line',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: `${PLAIN}${CALL}`, [CALLED_FILE]: CALLED.replace('build:', 'deploy:') });
      return { env: identity(folder) };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0 },
  },
  {
    title: 'a file that is not YAML: no line',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { [FILE]: 'jobs: [\n  deploy: {\n' });
      return { env: identity(folder) };
    },
    expect: { ...BAD, diagnoses: ['no-credentials'], requests: 0 },
  },
  {
    title: 'the entry that names a profile which is not there',
    async arrange(_simulator, folder) {
      await writeFiles(folder, {
        [FILE]: WITH_ENVIRONMENT.replace(
          'AWS_SESSION_TOKEN: ${{ secrets.TOKEN }} # left from the old login',
          'AWS_PROFILE: prod',
        ),
      });
      return { env: { ...identity(folder), HOME: folder, USERPROFILE: folder, AWS_PROFILE: 'prod' } };
    },
    expect: { ...BAD, diagnoses: ['profile-not-found'], requests: 0, line: { file: FILE, line: 8 } },
  },
];
