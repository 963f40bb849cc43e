import type { DiagnosisId } from '../../src/model/evidence.ts';
import { chainedRole, job, policy, ROLE_ARN, webRole } from '../../testing/roles.ts';
import { altered, environment } from '../../testing/credentials.ts';
import { expiredSession, secretWithSigns, session, user } from '../../testing/principals.ts';
import type { Simulator } from '../../simulator/server.ts';
import { FILE } from './job.ts';

/** A broken job, and the change that mends it. */
export interface Case {
  readonly id: DiagnosisId;
  readonly what: string;
  /** By path; the job is `deploy`. */
  readonly files: Readonly<Record<string, string>>;
  /** The step behind would have passed: only the check's input is wrong, or the given endpoint hides a wrong region. */
  readonly onlyTheCheck?: true;
  /** What the secret store holds, once the world is made. */
  readonly arrange: (simulator: Simulator) => Readonly<Record<string, string>>;
  /**
   * Where the change is not in a file of the repository: its equivalent here, such as another value in the secret store
   * or another trust policy. Gives the secrets that hold from then on. Without it the report's own patch is applied.
   */
  readonly equivalent?: (simulator: Simulator, secrets: Readonly<Record<string, string>>) => Record<string, string>;
}

const CHECK = '      - uses: octo-org/aws-credentials-preflight@v1\n';
/** Both tools must say who they are. Version 1 of the AWS CLI and boto3 do not read AWS_REGION. */
const DEPLOY = `      - run: |
          export AWS_DEFAULT_REGION="$AWS_REGION"
          aws sts get-caller-identity
          python3 -c "import boto3; boto3.client('sts').get_caller_identity()"
`;

interface Parts {
  readonly top?: string;
  readonly env?: readonly string[];
  readonly before?: string;
  readonly check?: string;
  readonly after?: string;
  readonly permissions?: string;
}

const KEYS = [
  'AWS_ACCESS_KEY_ID: ${{ secrets.AWS_ACCESS_KEY_ID }}',
  'AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
];
const TOKEN = 'AWS_SESSION_TOKEN: ${{ secrets.AWS_SESSION_TOKEN }}';
const REGION = 'AWS_REGION: eu-west-1';

/** A workflow whose job `deploy` checks, and then asks. */
function workflow({ top = '', env = [], before = '', check = CHECK, after = DEPLOY, permissions = '' }: Parts): string {
  const variables = env.length === 0 ? '' : `    env:\n${env.map((line) => `      ${line}\n`).join('')}`;
  return `name: Deploy\non: push\n${top}jobs:\n  deploy:\n    runs-on: ubuntu-latest\n${permissions}${variables}    steps:\n${before}${check}${after}`;
}

const file = (parts: Parts): Record<string, string> => ({ [FILE]: workflow(parts) });
const longTerm = (simulator: Simulator): Record<string, string> => environment(user(simulator));
const temporary = (simulator: Simulator): Record<string, string> => environment(session(simulator));
const withKey = (change: (secrets: Record<string, string>) => Record<string, string>) => (simulator: Simulator) =>
  change(longTerm(simulator));

/** As aws-actions/configure-aws-credentials does: asks GitHub for a token, and AWS for the role. */
const USE_ROLE = `      - run: |
          curl -sSf -H "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" | python3 -c "import json,sys; print(json.load(sys.stdin)['value'], end='')" > token
          export AWS_DEFAULT_REGION="$AWS_REGION" AWS_ROLE_ARN=${ROLE_ARN} AWS_WEB_IDENTITY_TOKEN_FILE=$PWD/token
          aws sts get-caller-identity
`;
const CHECK_ROLE = `${CHECK}        with:\n          role-to-assume: ${ROLE_ARN}\n`;
const GRANTED = '    permissions:\n      id-token: write\n      contents: read\n';

function trusted(simulator: Simulator): Record<string, string> {
  webRole(simulator);
  return {};
}

const CALLER = (secrets: string): string =>
  `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n    secrets:\n${secrets}`;

/** Changes in files of the repository: the report's own patch makes them. */
const PATCHED: readonly Case[] = [
  {
    id: 'session-token-stale',
    what: 'an earlier step exported the token',
    files: file({
      env: [...KEYS, REGION],
      before: '      - run: echo "AWS_SESSION_TOKEN=${{ secrets.OLD }}" >> "$GITHUB_ENV"\n',
    }),
    arrange: (simulator) => ({ ...longTerm(simulator), OLD: session(simulator).sessionToken }),
  },
  {
    id: 'session-token-stale',
    what: 'the job’s env: has the token',
    files: file({ env: [...KEYS, TOKEN, REGION] }),
    arrange: (simulator) => ({ ...longTerm(simulator), AWS_SESSION_TOKEN: session(simulator).sessionToken }),
  },
  {
    id: 'stray-characters',
    what: 'a block scalar',
    files: file({
      env: [KEYS[0] ?? '', 'AWS_SECRET_ACCESS_KEY: |', '  ${{ secrets.AWS_SECRET_ACCESS_KEY }}', REGION],
    }),
    arrange: longTerm,
  },
  {
    id: 'stray-characters',
    what: 'quotes within quotes',
    files: file({
      env: [KEYS[0] ?? '', `AWS_SECRET_ACCESS_KEY: '"\${{ secrets.AWS_SECRET_ACCESS_KEY }}"'`, REGION],
    }),
    arrange: (simulator) => environment(user(simulator, { secretAccessKey: secretWithSigns() })),
  },
  {
    id: 'stray-characters',
    what: 'the name in front of the value, CR LF at line ends',
    files: {
      [FILE]: workflow({
        env: [`AWS_ACCESS_KEY_ID: 'AWS_ACCESS_KEY_ID=\${{ secrets.AWS_ACCESS_KEY_ID }}'`, KEYS[1] ?? '', REGION],
      }).replaceAll('\n', '\r\n'),
    },
    arrange: longTerm,
  },
  {
    id: 'swapped-keys',
    what: 'the job’s env: swaps them',
    files: file({
      env: [
        'AWS_ACCESS_KEY_ID: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
        'AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_ACCESS_KEY_ID }}',
        REGION,
      ],
    }),
    arrange: longTerm,
  },
  {
    id: 'unresolved-placeholder',
    what: 'a shell variable',
    files: file({ env: [KEYS[0] ?? '', 'AWS_SECRET_ACCESS_KEY: $AWS_SECRET_ACCESS_KEY', REGION] }),
    arrange: longTerm,
  },
  {
    id: 'session-token-missing',
    what: 'the job’s env: has its neighbours',
    files: file({ env: [...KEYS, REGION] }),
    arrange: temporary,
  },
  {
    id: 'session-token-missing',
    what: 'the caller of a reusable workflow leaves it out',
    files: {
      [FILE]: CALLER(KEYS.map((line) => `      ${line}\n`).join('')),
      '.github/workflows/called.yml': workflow({ env: [...KEYS, TOKEN, REGION] }).replace(
        'on: push',
        'on:\n  workflow_call:',
      ),
    },
    arrange: temporary,
  },
  {
    id: 'incomplete-credentials',
    what: 'the secret is not mapped',
    files: file({ env: [KEYS[0] ?? '', REGION] }),
    arrange: longTerm,
  },
  {
    id: 'region-invalid',
    what: 'a typing error in the job’s env:',
    onlyTheCheck: true,
    files: file({ env: [...KEYS, 'AWS_REGION: eu-wset-1'] }),
    arrange: longTerm,
  },
  {
    id: 'region-invalid',
    what: 'an availability zone in the workflow’s env:',
    onlyTheCheck: true,
    files: file({ top: 'env:\n  AWS_REGION: eu-west-1a # Ireland\n', env: KEYS }),
    arrange: longTerm,
  },
  {
    id: 'oidc-permission-missing',
    what: 'the job has no permissions',
    files: file({ env: [REGION], check: CHECK_ROLE, after: USE_ROLE }),
    arrange: trusted,
  },
  {
    id: 'oidc-audience-rejected',
    what: 'a typing error',
    onlyTheCheck: true,
    files: file({
      env: [REGION],
      permissions: GRANTED,
      check: `${CHECK_ROLE}          audience: sts.amazon.com\n`,
      after: USE_ROLE,
    }),
    arrange: trusted,
  },
  {
    id: 'usage',
    what: 'an account that lost its zero',
    onlyTheCheck: true,
    files: file({
      env: [...KEYS, REGION],
      check: `${CHECK}        with:\n          allowed-account-ids: 012345678901\n`,
    }),
    arrange: (simulator) => environment(user(simulator, { account: '012345678901' })),
  },
];

const JOB = { env: [...KEYS, REGION] };
const SESSION_JOB = { env: [...KEYS, TOKEN, REGION] };

/** Changes elsewhere: their equivalents. */
const EQUIVALENT: readonly Case[] = [
  {
    id: 'access-key-rejected',
    what: 'the key is activated in IAM',
    files: file(JOB),
    arrange: (simulator) => environment(user(simulator, { status: 'Inactive' })),
    equivalent: ({ world }, secrets) => {
      for (const key of world.users.flatMap(({ accessKeys }) => accessKeys)) Object.assign(key, { status: 'Active' });
      return { ...secrets };
    },
  },
  ...(
    [
      [
        'secret-access-key-rejected',
        withKey((s) => ({ ...s, AWS_SECRET_ACCESS_KEY: altered(s['AWS_SECRET_ACCESS_KEY'] ?? '') })),
      ],
      [
        'secret-access-key-malformed',
        withKey((s) => ({ ...s, AWS_SECRET_ACCESS_KEY: (s['AWS_SECRET_ACCESS_KEY'] ?? '').slice(1) })),
      ],
      [
        'access-key-id-malformed',
        withKey((s) => ({ ...s, AWS_ACCESS_KEY_ID: (s['AWS_ACCESS_KEY_ID'] ?? '').slice(0, -1) })),
      ],
    ] as const
  ).map(([id, arrange]): Case => ({
    id,
    what: 'the GitHub secret gets the right value',
    files: file(JOB),
    arrange,
    equivalent: ({ world }) => {
      const [key] = world.users.flatMap(({ accessKeys }) => accessKeys);
      return { AWS_ACCESS_KEY_ID: key?.id ?? '', AWS_SECRET_ACCESS_KEY: key?.secret ?? '' };
    },
  })),
  {
    id: 'session-token-expired',
    what: 'new credentials',
    files: file(SESSION_JOB),
    arrange: (simulator) => environment(expiredSession(simulator)),
    equivalent: (simulator) => {
      simulator.world.sessions.length = 0;
      return temporary(simulator);
    },
  },
  {
    id: 'session-token-malformed',
    what: 'the GitHub secret gets the whole token',
    files: file(SESSION_JOB),
    arrange: (simulator) => {
      const secrets = temporary(simulator);
      return { ...secrets, AWS_SESSION_TOKEN: (secrets['AWS_SESSION_TOKEN'] ?? '').slice(0, 60) };
    },
    equivalent: ({ world }, secrets) => ({ ...secrets, AWS_SESSION_TOKEN: world.sessions[0]?.token ?? '' }),
  },
  {
    id: 'no-credentials',
    what: 'the secrets are made under the names of the workflow',
    files: file(JOB),
    arrange: () => ({}),
    equivalent: longTerm,
  },
  {
    id: 'oidc-trust-denied',
    what: 'the role trusts this subject',
    files: file({ env: [REGION], permissions: GRANTED, check: CHECK_ROLE, after: USE_ROLE }),
    arrange: (simulator) => {
      job(simulator, { ref: 'refs/heads/other' });
      return trusted(simulator);
    },
    equivalent: (simulator) => {
      job(simulator, { ref: 'refs/heads/main' });
      return {};
    },
  },
  {
    id: 'role-assumption-denied',
    what: 'the role trusts the caller',
    files: file({
      ...JOB,
      check: `${CHECK}        with:\n          role-to-assume: arn:aws:iam::123456789012:role/release\n`,
      after: `      - run: AWS_DEFAULT_REGION=$AWS_REGION aws sts assume-role --role-arn arn:aws:iam::123456789012:role/release --role-session-name deploy\n`,
    }),
    arrange: (simulator) => {
      chainedRole(simulator, { principal: 'arn:aws:iam::123456789012:user/somebody-else' });
      return longTerm(simulator);
    },
    equivalent: ({ world }, secrets) => {
      const trustPolicy = policy({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::123456789012:user/deployer' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      });
      for (const role of world.roles) Object.assign(role, { trustPolicy });
      return { ...secrets };
    },
  },
];

export const CASES: readonly Case[] = [...PATCHED, ...EQUIVALENT];

/** Diagnoses whose first change is not executed here yet. The list may only become shorter. */
export const NOT_EXECUTED: readonly DiagnosisId[] = [
  'access-denied',
  'access-key-compromised',
  'account-not-allowed',
  'ambiguous-sources',
  'clock-skew',
  'credential-process-failed',
  'credentials-file-invalid',
  'credentials-not-the-cause',
  'credentials-replaced',
  'custom-endpoint',
  'expires-too-soon',
  'expiry-unknown',
  'identity-unexpected',
  'long-term-credentials',
  'oidc-provider-missing',
  'oidc-token-unavailable',
  'partition-mismatch',
  'permission-denied',
  'permission-unknown',
  'profile-not-found',
  'region-disabled',
  'region-missing',
  'role-arn-invalid',
  'role-duration-exceeded',
  'root-credentials',
  'secrets-withheld',
  'session-expired-in-job',
  'session-policy-too-large',
  'session-tagging-denied',
  'session-token-mismatched',
  'session-token-region-limited',
  'source-unavailable',
  'sts-throttled',
  'sts-unavailable',
  'sts-unreachable',
  'sts-unrecognised',
  'target-account-mismatch',
  'target-not-found',
  'target-partition-mismatch',
  'target-region-mismatch',
  'tool-would-fail',
];
