import { expect, it, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { WorkflowChange, WorkflowSubject } from '../../src/model/report.ts';
import { patchesOf } from '../../src/workflow/patch.ts';
import { identity, PATH } from './workflows.ts';

const CALLER = '.github/workflows/release.yml';
const USES = 'uses: octo-org/aws-credentials-preflight@v1';
const CHECK = `      - ${USES}\n`;

interface Setting {
  readonly texts: Readonly<Record<string, string>>;
  readonly changes: readonly WorkflowChange[];
  readonly severity?: string;
  readonly runnerOs?: string;
  readonly callers?: readonly { readonly path: string; readonly jobId: string }[];
}

/** The patches, and the files once `git apply` has taken them in a repository of their own. */
function patched({ texts, changes, severity = 'error', runnerOs = 'Linux', callers = [] }: Setting) {
  const files = {
    texts: new Map(Object.entries(texts)),
    path: PATH,
    step: identity({ definedHere: true }),
    callers,
    runnerOs,
  };
  const wanted = changes.map((change) => ({ severity, change }));
  const patches = patchesOf(files, wanted, (path, line) => `https://github.com/o/r/blob/sha/${path}#L${line}`);
  const folder = mkdtempSync(join(tmpdir(), 'patch-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const one of patches) {
      if (one !== undefined)
        execFileSync('git', ['apply', '-'], { cwd: folder, input: one.patch, stdio: ['pipe', 'ignore', 'pipe'] });
    }
    const after = Object.fromEntries(
      Object.keys(texts).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
    );
    return { patches, after };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function workflow(job: string, head = ''): string {
  return `name: Deploy # to production\non: push\n${head}jobs:\n  deploy:\n    runs-on: ubuntu-latest\n${job}`;
}

function after(text: string, ...changes: readonly WorkflowChange[]): string | undefined {
  const { patches, after: files } = patched({ texts: { [PATH]: text }, changes });
  return patches.every((one) => one === undefined) ? undefined : files[PATH];
}

const variable = (name: string): WorkflowSubject => ({ kind: 'environment', name });
const input = (name: string): WorkflowSubject => ({ kind: 'input', name });
const TOKEN = { kind: 'unset', entry: variable('AWS_SESSION_TOKEN') } as const;
const KEYS =
  '      AWS_ACCESS_KEY_ID: ${{ secrets.PROD_AWS_ACCESS_KEY_ID }}\n      AWS_SECRET_ACCESS_KEY: ${{ secrets.PROD_AWS_SECRET_ACCESS_KEY }}\n';

test.each<[string, string, readonly WorkflowChange[], string]>([
  [
    'a token that an earlier step exported is cleared by a step before the check, not by its env',
    workflow(
      `    env:\n${KEYS}    steps:\n      - run: ./login.sh\n${CHECK}        with:\n          aws-region: eu-west-1\n      - run: ./deploy.sh\n`,
    ),
    [TOKEN],
    workflow(
      `    env:\n${KEYS}    steps:\n      - run: ./login.sh\n      - run: echo "AWS_SESSION_TOKEN=" >> "$GITHUB_ENV"\n${CHECK}        with:\n          aws-region: eu-west-1\n      - run: ./deploy.sh\n`,
    ),
  ],
  [
    "a token in the job's env goes",
    workflow(`    env:\n${KEYS}      AWS_SESSION_TOKEN: \${{ secrets.OLD }} # old\n    steps:\n${CHECK}`),
    [TOKEN],
    workflow(`    env:\n${KEYS}    steps:\n${CHECK}`),
  ],
  [
    "a token in the job's and the workflow's env goes from both",
    workflow(
      `    env:\n${KEYS}      AWS_SESSION_TOKEN: \${{ secrets.A }}\n    steps:\n${CHECK}`,
      'env:\n  AWS_SESSION_TOKEN: ${{ secrets.B }}\n  STAGE: prod\n',
    ),
    [TOKEN],
    workflow(`    env:\n${KEYS}    steps:\n${CHECK}`, 'env:\n  STAGE: prod\n'),
  ],
  [
    'a token given as an input goes, from the other step too',
    workflow(
      `    steps:\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          aws-region: eu-west-1\n          aws-session-token: \${{ secrets.T }}\n${CHECK}        with:\n          aws-region: eu-west-1\n          aws-session-token: \${{ secrets.T }}\n`,
    ),
    [{ kind: 'unset', entry: input('aws-session-token') }],
    workflow(
      `    steps:\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          aws-region: eu-west-1\n${CHECK}        with:\n          aws-region: eu-west-1\n`,
    ),
  ],
  [
    'white space, quotes and a name in front of an expression go',
    workflow(
      "    env:\n      AWS_ACCESS_KEY_ID: |\n        ${{ secrets.A }}\n      AWS_SECRET_ACCESS_KEY: '${{ secrets.S }} ' # secret\n      AWS_SESSION_TOKEN: 'AWS_SESSION_TOKEN=\"${{ secrets.T }}\"'\n    steps:\n" +
        CHECK,
    ),
    [{ kind: 'trim', entries: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map(variable) }],
    workflow(
      "    env:\n      AWS_ACCESS_KEY_ID: ${{ secrets.A }}\n      AWS_SECRET_ACCESS_KEY: '${{ secrets.S }}' # secret\n      AWS_SESSION_TOKEN: '${{ secrets.T }}'\n    steps:\n" +
        CHECK,
    ),
  ],
  [
    'two expressions in each other’s place are swapped, in the step behind too',
    workflow(
      `    steps:\n${CHECK}        with:\n          aws-access-key-id: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\n          aws-secret-access-key: \${{ secrets.AWS_ACCESS_KEY_ID }}\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          aws-access-key-id: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\n          aws-secret-access-key: \${{ secrets.AWS_ACCESS_KEY_ID }}\n`,
    ),
    [{ kind: 'swap', entries: [input('aws-access-key-id'), input('aws-secret-access-key')] }],
    workflow(
      `    steps:\n${CHECK}        with:\n          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}\n          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}\n          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\n`,
    ),
  ],
  [
    'a placeholder, a shell variable and braces without a dollar become expressions',
    workflow(
      `    env:\n      AWS_ACCESS_KEY_ID: \${{ secrets.PROD_AWS_ACCESS_KEY_ID }}\n      AWS_SECRET_ACCESS_KEY: $DEPLOY_SECRET\n      AWS_SESSION_TOKEN: '{{ secrets.TOKEN }}'\n    steps:\n${CHECK}`,
    ),
    [{ kind: 'map', entries: [variable('AWS_SECRET_ACCESS_KEY'), variable('AWS_SESSION_TOKEN')] }],
    workflow(
      `    env:\n      AWS_ACCESS_KEY_ID: \${{ secrets.PROD_AWS_ACCESS_KEY_ID }}\n      AWS_SECRET_ACCESS_KEY: \${{ secrets.DEPLOY_SECRET }}\n      AWS_SESSION_TOKEN: '\${{ secrets.TOKEN }}'\n    steps:\n${CHECK}`,
    ),
  ],
  [
    'a value that is not mapped is mapped as its neighbours are',
    workflow(`    env:\n${KEYS}    steps:\n${CHECK}`),
    [{ kind: 'map', entries: [variable('AWS_SESSION_TOKEN')] }],
    workflow(`    env:\n${KEYS}      AWS_SESSION_TOKEN: \${{ secrets.PROD_AWS_SESSION_TOKEN }}\n    steps:\n${CHECK}`),
  ],
  [
    'a region changes wherever it is written',
    workflow(
      `    env: { AWS_REGION: eu-wst-1, STAGE: prod }\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          aws-region: "eu-wst-1" # typo\n${CHECK}`,
    ),
    [{ kind: 'replace', entry: variable('AWS_REGION'), from: 'eu-wst-1', to: 'eu-west-1' }],
    workflow(
      `    env: { AWS_REGION: eu-west-1, STAGE: prod }\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          aws-region: "eu-west-1" # typo\n${CHECK}`,
    ),
  ],
  [
    'a region behind env is changed where it is written',
    workflow(
      `    steps:\n${CHECK}        with:\n          aws-region: \${{ env.REGION }}\n`,
      'env:\n  REGION: eu-west-1a\n',
    ),
    [{ kind: 'replace', entry: input('aws-region'), from: 'eu-west-1a', to: 'eu-west-1' }],
    workflow(
      `    steps:\n${CHECK}        with:\n          aws-region: \${{ env.REGION }}\n`,
      'env:\n  REGION: eu-west-1\n',
    ),
  ],
  [
    'an account keeps its zero in quotes',
    workflow(`    steps:\n${CHECK}        with:\n          allowed-account-ids: 012345678901 # ours\n`),
    [{ kind: 'quote-account' }],
    workflow(`    steps:\n${CHECK}        with:\n          allowed-account-ids: '012345678901' # ours\n`),
  ],
  [
    'a path gets the context that means the same',
    workflow(`    env:\n      AWS_CONFIG_FILE: $GITHUB_WORKSPACE/aws/config\n    steps:\n${CHECK}`),
    [{ kind: 'expand-path', entry: variable('AWS_CONFIG_FILE') }],
    workflow(`    env:\n      AWS_CONFIG_FILE: '\${{ github.workspace }}/aws/config'\n    steps:\n${CHECK}`),
  ],
  [
    'a path that is the default goes',
    workflow(
      `    env:\n      STAGE: prod\n      AWS_SHARED_CREDENTIALS_FILE: $HOME/.aws/credentials\n    steps:\n${CHECK}`,
    ),
    [{ kind: 'expand-path', entry: variable('AWS_SHARED_CREDENTIALS_FILE') }],
    workflow(`    env:\n      STAGE: prod\n    steps:\n${CHECK}`),
  ],
  [
    'an audience changes in both steps',
    workflow(
      `    steps:\n${CHECK}        with:\n          audience: sts.amazon.com\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          audience: sts.amazon.com\n`,
    ),
    [{ kind: 'set-input', name: 'audience', value: 'sts.amazonaws.com' }],
    workflow(
      `    steps:\n${CHECK}        with:\n          audience: sts.amazonaws.com\n      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          audience: sts.amazonaws.com\n`,
    ),
  ],
  [
    'a job gets the permission, and keeps what the workflow grants',
    workflow(`    steps:\n${CHECK}`, 'permissions:\n  packages: read\n'),
    [{ kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } }],
    workflow(`    steps:\n${CHECK}`, 'permissions:\n  packages: read\n').replace(
      '  deploy:\n',
      '  deploy:\n    permissions:\n      packages: read\n      id-token: write\n      contents: read\n',
    ),
  ],
])('%s', (_, text, changes, wanted) => {
  expect(after(text, ...changes)).toBe(wanted);
  // Windows' line ends stay, and so does a last line without one.
  expect(after(text.replaceAll('\n', '\r\n'), ...changes)).toBe(wanted.replaceAll('\n', '\r\n'));
  expect(after(text.trimEnd(), ...changes)?.trimEnd()).toBe(wanted.trimEnd());
});

it('makes patches of errors that apply one after the other, and of warnings that apply alone', () => {
  const text = workflow(`    env:\n      AWS_REGION: eu-wst-1\n${KEYS}    steps:\n      - run: ./login.sh\n${CHECK}`);
  const region = { kind: 'replace', entry: variable('AWS_REGION'), from: 'eu-wst-1', to: 'eu-west-1' } as const;
  const both = after(text, TOKEN, region);
  expect(both).toContain('AWS_REGION: eu-west-1\n');
  expect(both).toContain('run: echo "AWS_SESSION_TOKEN=" >> "$GITHUB_ENV"\n');
  const { patches } = patched({ texts: { [PATH]: text }, changes: [TOKEN], severity: 'warning' });
  expect(patches[0]).toMatchObject({ file: PATH, line: 12, url: `https://github.com/o/r/blob/sha/${PATH}#L12` });
});

it('uses bash for the step on Windows, where scripts run in PowerShell', () => {
  const text = workflow(`    env:\n${KEYS}    steps:\n      - run: ./login.sh\n${CHECK}`);
  const { after: files } = patched({ texts: { [PATH]: text }, changes: [TOKEN], runnerOs: 'Windows' });
  expect(files[PATH]).toContain(
    `      - run: echo "AWS_SESSION_TOKEN=" >> "$GITHUB_ENV"\n        shell: bash\n${CHECK}`,
  );
});

test.each<[string, string, WorkflowChange]>([
  [
    'a value that the file does not write',
    workflow(`    steps:\n${CHECK}`),
    { kind: 'replace', entry: variable('AWS_REGION'), from: 'x', to: 'eu-west-1' },
  ],
  [
    'a secret whose own value is wrong',
    workflow(`    env:\n${KEYS}    steps:\n${CHECK}`),
    { kind: 'map', entries: [variable('AWS_SECRET_ACCESS_KEY')] },
  ],
  [
    'names that are in the right place',
    workflow(`    env:\n${KEYS}    steps:\n${CHECK}`),
    { kind: 'swap', entries: [variable('AWS_ACCESS_KEY_ID'), variable('AWS_SECRET_ACCESS_KEY')] },
  ],
  [
    'lines that hold a credential',
    workflow(
      `    env:\n      AWS_ACCESS_KEY_ID: AKIAIOSFODNN7EXAMPL2\n      AWS_REGION: eu-wst-1\n    steps:\n${CHECK}`,
    ),
    { kind: 'replace', entry: variable('AWS_REGION'), from: 'eu-wst-1', to: 'eu-west-1' },
  ],
  [
    'two steps that may be this one',
    workflow(`    steps:\n${CHECK}${CHECK}`),
    { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' },
  ],
  [
    'a permission that is there',
    workflow(`    steps:\n${CHECK}`, 'permissions: write-all\n'),
    { kind: 'permissions', add: { 'id-token': 'write' } },
  ],
])('makes no patch for %s', (_, text, change) => {
  const step =
    text.split(USES).length > 2 ? identity({ definedHere: true, stepId: undefined }) : identity({ definedHere: true });
  const files = { texts: new Map([[PATH, text]]), path: PATH, step, callers: [], runnerOs: 'Linux' };
  expect(patchesOf(files, [{ severity: 'error', change }], () => undefined)).toEqual([undefined]);
});

const CALLED = (secrets: string): string =>
  `on:\n  workflow_call:\n    secrets:\n      AWS_ACCESS_KEY_ID:\n        required: true\n${secrets}jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${CHECK}        with:\n          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}\n          aws-session-token: \${{ secrets.AWS_SESSION_TOKEN }}\n`;

it("gives a reusable workflow its caller's permission", () => {
  const caller = `on: push\npermissions: {}\njobs:\n  release:\n    uses: ./${PATH}\n`;
  const { after: files } = patched({
    texts: { [PATH]: CALLED(''), [CALLER]: caller },
    changes: [{ kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } }],
    callers: [{ path: CALLER, jobId: 'release' }],
  });
  expect(files[CALLER]).toContain('  release:\n    permissions:\n      id-token: write\n      contents: read\n');
  expect(files[PATH]).toBe(CALLED(''));
});

it('gives a reusable workflow a secret that its caller leaves out, and declares it', () => {
  const caller = `on: push\njobs:\n  release:\n    uses: ./${PATH}\n    secrets:\n      AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}\n`;
  const { after: files } = patched({
    texts: { [PATH]: CALLED(''), [CALLER]: caller },
    changes: [{ kind: 'map', entries: [input('aws-session-token')] }],
    callers: [{ path: CALLER, jobId: 'release' }],
  });
  expect(files[CALLER]).toContain('      AWS_SESSION_TOKEN: ${{ secrets.AWS_SESSION_TOKEN }}\n');
  expect(files[PATH]).toContain('      AWS_SESSION_TOKEN:\n        required: true\n');
});
