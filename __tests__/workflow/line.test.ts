import { describe, expect, it, test } from '@jest/globals';
import { locate } from '../../src/workflow/line.ts';
import type { Subject } from '../../src/workflow/line.ts';
import type { StepIdentity } from '../../src/workflow/step.ts';
import { DEPLOY, identity, lineWith, PATH } from './workflows.ts';

const STEP: Subject = { kind: 'step' };

function find(text: string, subject: Subject, changes: Partial<StepIdentity> = {}) {
  return locate(text, PATH, identity(changes), subject);
}

/** The text of the first line that is pointed at. */
function pointedAt(text: string, subject: Subject, changes: Partial<StepIdentity> = {}): string | undefined {
  const line = find(text, subject, changes)?.line;
  return line === undefined ? undefined : text.split('\n')[line - 1]?.trim();
}

describe('the entry', () => {
  test.each<[string, Subject, object]>([
    ['an input', { kind: 'input', name: 'aws-region' }, { line: 40, column: 11, endColumn: 31 }],
    ['an input in other capitals, over lines', { kind: 'input', name: 'expected-arn' }, { line: 41, endLine: 43 }],
    [
      'an input with a quoted key and a comment',
      { kind: 'input', name: 'min-remaining' },
      { line: 44, column: 11, endColumn: 30 },
    ],
    ['an input that is not given', { kind: 'input', name: 'audience' }, { line: 38, column: 9, endColumn: 51 }],
    [
      "a variable of the step's env",
      { kind: 'environment', name: 'AWS_SESSION_TOKEN' },
      { line: 46, column: 11, endColumn: 31 },
    ],
    [
      "a variable of the job's env",
      { kind: 'environment', name: 'AWS_ACCESS_KEY_ID' },
      { line: 29, column: 7, endColumn: 57 },
    ],
    [
      "a quoted variable of the job's env",
      { kind: 'environment', name: 'AWS_SECRET_ACCESS_KEY' },
      { line: 30, column: 7 },
    ],
    ["the job's env before the workflow's", { kind: 'environment', name: 'AWS_PROFILE' }, { line: 32 }],
    [
      "a variable of the workflow's env",
      { kind: 'environment', name: 'AWS_REGION' },
      { line: 9, column: 3, endColumn: 23 },
    ],
    ['a variable that the file does not set', { kind: 'environment', name: 'AWS_ROLE_ARN' }, { line: 38 }],
    ['permissions', { kind: 'permissions' }, { line: 24, endLine: 27 }],
    ['the step', STEP, { line: 38, column: 9, endColumn: 51 }],
    ['the job', { kind: 'job' }, { line: 18, column: 3, endColumn: 8 }],
  ])('%s', (_, subject, expected) => {
    expect(find(DEPLOY, subject)).toMatchObject({ file: PATH, ...expected });
  });

  it.each(['\r\n', '\n'])('counts lines that end with %j, after a byte order mark', (end) => {
    const text = `\uFEFF${DEPLOY.replaceAll('\n', end)}`;
    expect(find(text, { kind: 'input', name: 'min-remaining' })).toEqual(
      find(DEPLOY, { kind: 'input', name: 'min-remaining' }),
    );
  });

  it("takes the workflow's permissions for a job that has none", () => {
    expect(find(DEPLOY, { kind: 'permissions' }, { jobId: 'test' })).toEqual({ file: PATH, line: 6, endLine: 7 });
  });

  it('takes the job where nobody has permissions', () => {
    const text = DEPLOY.replace('permissions:\n  contents: read\n', '');
    expect(pointedAt(text, { kind: 'permissions' }, { jobId: 'test' })).toBe('test:');
  });

  it('does not take the comments after a block for its end', () => {
    const text = 'jobs:\n  deploy:\n    permissions:\n      contents: read # all\n      # more\n\n    steps: []\n';
    expect(find(text, { kind: 'permissions' })).toEqual({ file: PATH, line: 3, endLine: 4 });
  });
});

const uses = '- uses: octo-org/aws-credentials-preflight@v1';

function job(...lines: readonly string[]): string {
  return `jobs:\n  deploy:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

describe('the step among several', () => {
  const three = job(
    'steps:',
    `  ${uses} # first`,
    '  - run: make',
    `  ${uses} # second`,
    `  ${uses} # third`,
    '    id: last',
  );

  test.each<[string, string | undefined, string]>([
    ['the first use', '__octo-org_aws-credentials-preflight', `${uses} # first`],
    ['the second', '__octo-org_aws-credentials-preflight_2', `${uses} # second`],
    ['one with an id', 'last', `${uses} # third`],
    ['an id in other capitals', 'LAST', `${uses} # third`],
    ['no such use', '__octo-org_aws-credentials-preflight_3', 'deploy:'],
    ['a step that runs a script', '__run', 'deploy:'],
    ['nothing known', undefined, 'deploy:'],
  ])('%s', (_, stepId, expected) => {
    expect(pointedAt(three, STEP, { stepId })).toBe(expected);
  });

  it('does not give the number of a taken id', () => {
    const text = job('steps:', `  ${uses} # first`, '  - run: make', '    id: __octo-org_aws-credentials-preflight');
    expect(pointedAt(text, STEP, { stepId: '__octo-org_aws-credentials-preflight_2' })).toBe(`${uses} # first`);
  });

  test.each<[string, Partial<StepIdentity>, string]>([
    ['local', { actionRepository: undefined, actionRef: undefined, stepId: '__self' }, '- uses: ./'],
    [
      'local, second',
      { actionRepository: undefined, actionRef: undefined, stepId: '__self_2' },
      '- uses: ./actions/preflight # here',
    ],
    [
      'in capitals',
      { stepId: '__Octo-Org_AWS-Credentials-Preflight' },
      '- uses: Octo-Org/AWS-Credentials-Preflight@v1',
    ],
    [
      'of its own repository',
      { actionRepository: 'acme/app', actionRef: 'abc', stepId: '__anything' },
      '- uses: $/actions/preflight',
    ],
    ['run by a composite action', { stepId: '__acme_checks' }, '- uses: acme/checks@v3'],
    [
      'run by a composite action, in its own scope',
      { stepId: '__acme_checks.__octo-org_aws-credentials-preflight' },
      '- uses: acme/checks@v3',
    ],
    ['in a container', { stepId: '__alpine_3_20' }, 'deploy:'],
  ])('%s', (_, changes, expected) => {
    const text = job(
      'steps:',
      '  - uses: actions/checkout@v5',
      '  - uses: ./',
      '  - uses: ./actions/preflight # here',
      '  - uses: Octo-Org/AWS-Credentials-Preflight@v1',
      '  - uses: $/actions/preflight',
      '  - uses: acme/checks@v3',
      '  - uses: docker://alpine:3.20',
    );
    expect(pointedAt(text, STEP, changes)).toBe(expected);
  });

  test.each<[string, Partial<StepIdentity>, string]>([
    ['by its ref', { actionRef: 'v2' }, '- uses: octo-org/aws-credentials-preflight@v2'],
    ['by an input', { inputs: { 'AWS-Region': 'us-east-1' } }, `${uses} # us`],
    ['by none: an expression may have any value', { inputs: { 'aws-region': 'eu-west-1' } }, 'deploy:'],
  ])('without a name, %s', (_, changes, expected) => {
    const text = job(
      'steps:',
      '  - uses: octo-org/aws-credentials-preflight@v2',
      `  ${uses} # us`,
      '    with: { aws-region: us-east-1 }',
      `  ${uses} # elsewhere`,
      `    with: { aws-region: "${changes.inputs?.['AWS-Region'] ? 'eu-west-2' : '${{ matrix.region }}'}" }`,
      `  ${uses} # default`,
      changes.inputs?.['AWS-Region'] ? '    with: { aws-region: eu-west-3 }' : '    with: {}',
    );
    expect(pointedAt(text, STEP, { stepId: undefined, ...changes })).toBe(expected);
  });

  describe('with nothing that says which step it is', () => {
    const unknown = { stepId: undefined, actionRepository: undefined, actionRef: undefined };
    const other = '- uses: Acme/AWS-Credentials-Preflight@main';

    test.each<[string, readonly string[], string]>([
      ['the only action of this name, whosever', ['- uses: actions/checkout@v5', other], other],
      ['beside a local action', ['- uses: ./setup', other], other],
      ['two of this name', [uses, other], 'deploy:'],
      ['two of this name, told by an input', [uses, '  with: { aws-region: eu-west-1 }', other], other],
      ['another name', ['- uses: acme/checks@v3'], 'deploy:'],
      ['a local action alone', ['- uses: actions/checkout@v5', '- uses: ./'], '- uses: ./'],
    ])('%s', (_, steps, expected) => {
      const text = job('steps:', ...steps.map((line) => `  ${line}`));
      expect(pointedAt(text, STEP, { ...unknown, inputs: { 'aws-region': 'us-east-1' } })).toBe(expected);
    });

    it('takes its inputs too', () => {
      const text = job('steps:', `  ${other}`, '    with:', '      aws-region: us-east-1');
      expect(pointedAt(text, { kind: 'input', name: 'aws-region' }, unknown)).toBe('aws-region: us-east-1');
    });

    it('takes the job within a composite action', () => {
      expect(pointedAt(job('steps:', `  ${other}`), STEP, { ...unknown, insideComposite: true })).toBe('deploy:');
    });
  });

  it('has no numbers after a step of an unknown kind, which may hold more steps', () => {
    const text = job(
      'steps:',
      '  - parallel:',
      `      ${uses} # inner`,
      `  ${uses} # outer`,
      `  ${uses} # named`,
      '    id: check',
    );
    expect(pointedAt(text, STEP)).toBe('deploy:');
    expect(pointedAt(text, STEP, { stepId: 'check' })).toBe(`${uses} # named`);
  });
});

describe('a composite action', () => {
  const text = job(
    'env: { AWS_REGION: eu-west-1 }',
    'steps:',
    '  - uses: ./.github/actions/checks',
    '    with: { aws-region: eu-west-1 }',
  );
  const inside = { stepId: '__self', actionRepository: undefined, insideComposite: true };

  test.each<[string, Subject]>([
    ['input', { kind: 'input', name: 'aws-region' }],
    ['variable', { kind: 'environment', name: 'AWS_REGION' }],
  ])('may give the %s itself: the step', (_, subject) => {
    expect(pointedAt(text, subject, inside)).toBe('- uses: ./.github/actions/checks');
    expect(pointedAt(text, subject, { ...inside, insideComposite: false })).not.toBe(
      '- uses: ./.github/actions/checks',
    );
  });
});

describe('a variable that an earlier step may have set', () => {
  test.each<[string, string, string]>([
    ['actions/checkout sets none', '- uses: actions/checkout@v5', 'AWS_REGION: eu-west-1'],
    ['a harmless script', '- run: npm ci', 'AWS_REGION: eu-west-1'],
    ['credentials of an action', '- uses: aws-actions/configure-aws-credentials@v6', uses],
    ['a script that writes to GITHUB_ENV', '- run: echo "A=$B" >> "$GITHUB_ENV"', uses],
    ['a local action', '- uses: ./setup', uses],
  ])('%s', (_, before, expected) => {
    const text = job('env:', '  AWS_REGION: eu-west-1', 'steps:', `  ${before}`, `  ${uses}`);
    expect(pointedAt(text, { kind: 'environment', name: 'AWS_REGION' })).toBe(expected);
  });

  it("does not beat the step's own env", () => {
    const text = job('steps:', '  - uses: ./setup', `  ${uses}`, '    env: { "AWS_REGION": eu-west-1 }');
    expect(pointedAt(text, { kind: 'environment', name: 'AWS_REGION' })).toBe('env: { "AWS_REGION": eu-west-1 }');
  });

  test.each(['env: ${{ fromJSON(vars.ENV) }}', 'env: { "${{ insert }}": "${{ vars }}" }'])('may be in %s', (env) => {
    const text = `env: { AWS_REGION: eu-west-1 }\n${job(env, 'steps:', `  ${uses}`)}`;
    expect(pointedAt(text, { kind: 'environment', name: 'AWS_REGION' })).toBe(uses);
  });

  it('looks past an empty env', () => {
    const text = `env: { AWS_REGION: eu-west-1 }\n${job('env:', 'steps:', `  ${uses}`)}`;
    expect(pointedAt(text, { kind: 'environment', name: 'AWS_REGION' })).toBe('env: { AWS_REGION: eu-west-1 }');
  });
});

describe('anchors and aliases', () => {
  const text = `env: &all
  AWS_REGION: eu-west-1
jobs:
  other:
    permissions: &rights { contents: read }
    env: &env
      AWS_PROFILE: base
    steps: &steps
      - &check
        uses: octo-org/aws-credentials-preflight@v1
        with: &with
          aws-region: &region eu-west-1
          audience: sts.amazonaws.com
  deploy:
    env: *env
    permissions: *rights
    steps:
      - run: make
      - *check
  values:
    steps:
      - uses: octo-org/aws-credentials-preflight@v1 # values
        with:
          aws-region: *region
  inputs:
    steps:
      - uses: octo-org/aws-credentials-preflight@v1 # inputs
        env: *all
        with: *with
  list:
    steps: *steps
  same: &same
    permissions: { contents: none }
    steps:
      - uses: octo-org/aws-credentials-preflight@v1 # same
  whole: *same
`;

  test.each<[string, Subject, string, string]>([
    ['an aliased step', STEP, 'deploy', '- *check'],
    ['an input inside it', { kind: 'input', name: 'aws-region' }, 'deploy', '- *check'],
    ['a variable inside an aliased env', { kind: 'environment', name: 'AWS_PROFILE' }, 'deploy', '- *check'],
    [
      "a variable beyond it, in the workflow's env",
      { kind: 'environment', name: 'AWS_REGION' },
      'deploy',
      'AWS_REGION: eu-west-1',
    ],
    ['aliased permissions', { kind: 'permissions' }, 'deploy', 'permissions: *rights'],
    ['a value that is an alias', { kind: 'input', name: 'aws-region' }, 'values', 'aws-region: *region'],
    [
      'an input inside aliased inputs',
      { kind: 'input', name: 'audience' },
      'inputs',
      '- uses: octo-org/aws-credentials-preflight@v1 # inputs',
    ],
    [
      "a variable inside the step's aliased env",
      { kind: 'environment', name: 'AWS_REGION' },
      'inputs',
      '- uses: octo-org/aws-credentials-preflight@v1 # inputs',
    ],
    ['an aliased list of steps', STEP, 'list', 'steps: *steps'],
    ['an aliased job', { kind: 'permissions' }, 'whole', 'whole: *same'],
    ['a step of an aliased job', STEP, 'whole', 'whole: *same'],
    ['the anchored one itself', { kind: 'input', name: 'audience' }, 'other', 'audience: sts.amazonaws.com'],
  ])('%s', (_, subject, jobId, expected) => {
    expect(pointedAt(text, subject, { jobId })).toBe(expected);
  });

  it('takes the last anchor of the name before the alias', () => {
    const twice = `jobs:
  one: { steps: [&s { uses: acme/x@v1 }] }
  two: { steps: [&s { uses: octo-org/aws-credentials-preflight@v1 }] }
  deploy:
    steps:
      - *s
  after: { steps: [&s { run: make }] }
`;
    expect(pointedAt(twice, STEP)).toBe('- *s');
  });
});

describe('reusable workflows', () => {
  const calls = `${job('steps:', `  ${uses}`)}  call:\n    uses: ./.github/workflows/called.yml\n`;

  it('has no line where a called workflow may have a job of the same key', () => {
    expect(find(calls, STEP)).toBeUndefined();
    expect(find(calls, { kind: 'job' })).toBeUndefined();
  });

  it('has the line where the job is known to be defined here', () => {
    expect(pointedAt(calls, STEP, { definedHere: true })).toBe(uses);
  });

  it('has no line where the job is known to be defined elsewhere', () => {
    expect(find(DEPLOY, STEP, { definedHere: false })).toBeUndefined();
  });

  it('has no line for a job that only calls', () => {
    expect(find(calls, { kind: 'job' }, { definedHere: true, jobId: 'call' })).toBeUndefined();
  });
});

describe('no line', () => {
  test.each<[string, string]>([
    ['another job', DEPLOY.replace('  deploy:', '  deploy2:')],
    ['nothing', ''],
    ['a list', '- a\n'],
    ['text', 'jobs'],
    ['jobs as a list', 'jobs: [deploy]'],
    ['a job as text', 'jobs: { deploy: x }'],
    ['no YAML', 'jobs:\n  deploy: [\n'],
    ['a tab as indentation', 'jobs:\n\tdeploy:\n\t\tsteps: []\n'],
    ['two documents', `${DEPLOY}---\n${DEPLOY}`],
    ['a key given twice', DEPLOY.replace('    needs: test # first\n', '    needs: test\n    needs: test\n')],
    ['a key given twice, elsewhere', `${DEPLOY}x: { a: 1, a: 2 }\n`],
    ['more than 256 KiB', `${DEPLOY}# ${'x'.repeat(256 * 1024)}\n`],
    ['10 MB', `${DEPLOY}${'# comment\n'.repeat(1_000_000)}`],
    ['nesting without end', `${DEPLOY}x: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`],
  ])('for %s', (_, text) => {
    expect(find(text, STEP)).toBeUndefined();
  });

  it('for no job', () => {
    expect(find(DEPLOY, STEP, { jobId: undefined })).toBeUndefined();
    expect(find(DEPLOY, STEP, { jobId: 'toString' })).toBeUndefined();
  });
});

describe('hostile files', () => {
  it('survives a billion laughs', () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `x${i}: &a${i} [${`*a${i - 1},`.repeat(i === 0 ? 0 : 10)}]`);
    const text = `${laughs.join('\n')}\n${DEPLOY}`;
    expect(pointedAt(text, STEP)).toBe('uses: octo-org/aws-credentials-preflight@v1');
  });

  test.each([
    'jobs: &a { deploy: *a }',
    'jobs: { deploy: &b { steps: &c [*b, *c] } }',
    'jobs: { deploy: { steps: *nowhere } }',
  ])('survives %s', (text) => {
    expect([undefined, 1]).toContain(find(text, STEP)?.line);
  });

  it('takes linear time for many keys and many aliases', () => {
    const many = Array.from({ length: 6_000 }, (_, i) => `  k${i}: &k${i} v\n  l${i}: *k${i}\n`).join('');
    const text = `x:\n${many}${DEPLOY}`;
    const begin = performance.now();
    expect(find(text, STEP)?.line).toBe(12_001 + lineWith(DEPLOY, 'keep this first') + 1);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
