import { describe, expect, it, test } from '@jest/globals';
import { correctedSnippet } from '../../src/workflow/snippet.ts';
import type { SnippetChange } from '../../src/workflow/snippet.ts';
import type { StepIdentity } from '../../src/workflow/step.ts';
import { DEPLOY, identity } from './workflows.ts';

const OIDC: SnippetChange = { kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } };
const TOKEN: SnippetChange = { kind: 'environment', name: 'AWS_SESSION_TOKEN', value: '' };

function correct(text: string, change: SnippetChange, changes: Partial<StepIdentity> = {}): string | undefined {
  return correctedSnippet(text, identity(changes), change)?.text;
}

const USES = 'uses: octo-org/aws-credentials-preflight@v1';

describe('permissions', () => {
  it('keeps what is there, with its comments', () => {
    expect(correct(DEPLOY, OIDC)).toBe(`  deploy:
    permissions:
      contents: read # for checkout
      # for OIDC
      id-token: write
`);
  });

  it("gives a job without any the workflow's, which it would replace", () => {
    expect(correct(DEPLOY, OIDC, { jobId: 'test' })).toBe(`  test:
    permissions:
      contents: read
      id-token: write
`);
  });

  test.each<[string, string, string]>([
    [
      'nobody has any, in four spaces',
      'jobs:\n    deploy: # to production\n        runs-on: x\n',
      '    deploy: # to production\n        permissions:\n            id-token: write\n            contents: read\n',
    ],
    [
      'more are there',
      'jobs:\n  deploy:\n    permissions:\n      contents: write\n\n    runs-on: x\n',
      '  deploy:\n    permissions:\n      contents: write\n      id-token: write\n',
    ],
    [
      'the last line has no end',
      'jobs:\n  deploy:\n    permissions:\n      packages: read # for npm',
      '  deploy:\n    permissions:\n      packages: read # for npm\n      id-token: write\n      contents: read\n',
    ],
    [
      'they stand in braces',
      'jobs:\n  deploy:\n    permissions: { contents: none, packages: read, } # few\n',
      '  deploy:\n    permissions: { contents: read, packages: read, id-token: write, } # few\n',
    ],
    [
      'there are none in the braces',
      'jobs:\n  deploy:\n    permissions: {}\n',
      '  deploy:\n    permissions: { id-token: write, contents: read }\n',
    ],
    [
      'lines end with CR LF',
      'jobs:\r\n  deploy:\r\n    permissions:\r\n      contents: read\r\n    runs-on: x\r\n',
      '  deploy:\n    permissions:\n      contents: read\n      id-token: write\n',
    ],
    [
      "the workflow's are an alias",
      'x: &p { packages: write }\npermissions: *p\njobs:\n  deploy:\n    runs-on: x\n',
      '  deploy:\n    permissions:\n      packages: write\n      id-token: write\n      contents: read\n',
    ],
  ])('when %s', (_, text, expected) => {
    expect(correct(text, OIDC)).toBe(expected);
  });

  const REPLACED = '# In place of read-all: name here whatever else the job reads.';

  test.each<[string, string, string]>([
    [
      'the job has it',
      'jobs:\n  deploy:\n    permissions: read-all # for now\n    runs-on: x\n',
      `  deploy:\n    permissions: # for now\n      ${REPLACED}\n      id-token: write\n      contents: read\n`,
    ],
    [
      'it is quoted, and the last line',
      "jobs:\n    deploy:\n        permissions: 'read-all'",
      `    deploy:\n        permissions:\n            ${REPLACED}\n            id-token: write\n            contents: read\n`,
    ],
    [
      'the workflow has it',
      'permissions: read-all\njobs:\n  deploy:\n    runs-on: x\n',
      `  deploy:\n    permissions:\n      ${REPLACED}\n      id-token: write\n      contents: read\n`,
    ],
  ])('puts a block in place of read-all when %s', (_, text, expected) => {
    expect(correct(text, OIDC)).toBe(expected);
    expect(correct(text.replaceAll('\n', '\r\n'), OIDC)).toBe(expected);
  });

  test.each<[string, string]>([
    ['nothing is missing', 'jobs:\n  deploy:\n    permissions: { contents: write, id-token: write }\n'],
    ['write-all', 'jobs:\n  deploy:\n    permissions: write-all\n'],
    ['write-all for the workflow', 'permissions: write-all\njobs:\n  deploy:\n    runs-on: x\n'],
    ['a level that GitHub does not know', 'permissions: { contents: admin }\njobs:\n  deploy:\n    runs-on: x\n'],
    ['an alias', 'x: &p { contents: read }\njobs:\n  deploy:\n    permissions: *p\n'],
    ['an aliased job', 'jobs:\n  other: &o\n    runs-on: x\n  deploy: *o\n'],
    ['a job in braces', 'jobs:\n  deploy: { runs-on: x }\n'],
    ['no such job', 'jobs:\n  other:\n    runs-on: x\n'],
    ['no YAML', 'jobs: ['],
  ])('has no snippet for %s', (_, text) => {
    expect(correct(text, OIDC)).toBeUndefined();
  });
});

describe('a variable', () => {
  it("changes the step's own", () => {
    expect(correct(DEPLOY, { ...TOKEN, value: '${{ secrets.TOKEN }}' })).toBe(`      - name: Check the credentials
        if: always()
        # keep this first
        uses: octo-org/aws-credentials-preflight@v1
        with:
          aws-region: eu-west-1
          Expected-ARN: |
            arn:aws:iam::123456789012:role/deploy
            arn:aws:iam::123456789012:role/admin
          'min-remaining': 45m # the deployment's length
        env:
          AWS_SESSION_TOKEN: \${{ secrets.TOKEN }}
`);
  });

  it("changes the job's, where that sets it", () => {
    expect(correct(DEPLOY, { kind: 'environment', name: 'AWS_PROFILE', value: 'it\'s "prod": #1' })).toBe(`  deploy:
    env:
      AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
      "AWS_SECRET_ACCESS_KEY": \${{ secrets.AWS_SECRET_ACCESS_KEY }}
      AWS_SESSION_TOKEN: \${{ secrets.AWS_SESSION_TOKEN }}
      AWS_PROFILE: 'it''s "prod": #1'
`);
  });

  test.each<[string, string, string]>([
    [
      'a step without env',
      `      - ${USES} # checks\n`,
      `      - ${USES} # checks\n        env:\n          AWS_SESSION_TOKEN: ''\n`,
    ],
    [
      "a step with another variable, in the step's own indentation",
      `    -   ${USES}\n        env:\n            A: b # c\n\n    - run: x\n`,
      `    -   ${USES}\n        env:\n            A: b # c\n            AWS_SESSION_TOKEN: ''\n`,
    ],
    [
      'a step whose input shows the indentation',
      `    -   ${USES}\n        with:\n            audience: x\n`,
      `    -   ${USES}\n        with:\n            audience: x\n        env:\n            AWS_SESSION_TOKEN: ''\n`,
    ],
    ['a step in braces', `      - { ${USES} }\n`, `      - { ${USES}, env: { AWS_SESSION_TOKEN: '' } }\n`],
    [
      'an entry without value',
      `      - ${USES}\n        env:\n          AWS_SESSION_TOKEN:\n`,
      `      - ${USES}\n        env:\n          AWS_SESSION_TOKEN: ''\n`,
    ],
  ])('goes into %s', (_, steps, expected) => {
    expect(correct(`jobs:\n  deploy:\n    steps:\n${steps}`, TOKEN)).toBe(expected);
  });

  test.each<[string, string]>([
    [
      'an aliased step',
      'x: &s { uses: octo-org/aws-credentials-preflight@v1 }\njobs:\n  deploy:\n    steps:\n      - *s\n',
    ],
    ['an aliased env', `x: &e { A: b }\njobs:\n  deploy:\n    steps:\n      - ${USES}\n        env: *e\n`],
    ['an anchored step, whose dash stands alone', `jobs:\n  deploy:\n    steps:\n      - &check\n        ${USES}\n`],
    ['a list in brackets', `jobs:\n  deploy:\n    steps: [{ ${USES} }]\n`],
    ['a composite action', 'jobs:\n  deploy:\n    steps:\n      - uses: acme/checks@v1\n'],
    [
      'more than 40 lines',
      `jobs:\n  deploy:\n    steps:\n      - ${USES}\n        with:\n          expected-arn: |\n${'            arn\n'.repeat(40)}`,
    ],
  ])('has no snippet for %s', (_, text) => {
    expect(correct(text, TOKEN)).toBeUndefined();
  });

  it('has no snippet for a value of two lines', () => {
    expect(correct(DEPLOY, { ...TOKEN, value: 'a\nb' })).toBeUndefined();
  });
});

describe('an input', () => {
  const step = (...lines: readonly string[]): string =>
    `jobs:\n  deploy:\n    steps:\n      - ${USES}\n${lines.map((line) => `        ${line}\n`).join('')}`;
  const shown = (...lines: readonly string[]): string => step(...lines).replace('jobs:\n  deploy:\n    steps:\n', '');

  test.each<[string, SnippetChange, string, string | undefined]>([
    [
      'is replaced, its comment kept',
      { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' },
      step('with:', '  AWS-Region: eu-west-1a # Ireland', '  audience: x'),
      shown('with:', '  AWS-Region: eu-west-1 # Ireland', '  audience: x'),
    ],
    [
      'of several lines is replaced',
      { kind: 'set-input', name: 'expected-arn', value: 'a:b' },
      step('with:', '  expected-arn: |', '    one', '    two', '  audience: x'),
      shown('with:', "  expected-arn: 'a:b'", '  audience: x'),
    ],
    [
      'is added',
      { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' },
      step('with:', '  audience: x'),
      shown('with:', '  audience: x', '  aws-region: eu-west-1'),
    ],
    [
      'is added where there is none',
      { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' },
      step(),
      shown('with:', '  aws-region: eu-west-1'),
    ],
    [
      'is removed',
      { kind: 'remove-input', name: 'aws-region' },
      step('with:', '  audience: x', '  aws-region: eu-west-1a # Ireland', '  min-remaining: 5m'),
      shown('with:', '  audience: x', '  min-remaining: 5m'),
    ],
    [
      'that is the last is removed',
      { kind: 'remove-input', name: 'b' },
      step('with:', '  a: x', '  b: y'),
      shown('with:', '  a: x'),
    ],
    ['that is the only one goes with its block', { kind: 'remove-input', name: 'a' }, step('with:', '  a: x'), shown()],
    [
      'in braces is removed',
      { kind: 'remove-input', name: 'a' },
      step('with: { a: x, b: y }'),
      shown('with: { b: y }'),
    ],
    [
      'at the end of braces is removed',
      { kind: 'remove-input', name: 'b' },
      step('with: { a: x, b: y }'),
      shown('with: { a: x }'),
    ],
    [
      'that is not there cannot be removed',
      { kind: 'remove-input', name: 'c' },
      step('with: { a: x, b: y }'),
      undefined,
    ],
  ])('%s', (_, change, text, expected) => {
    expect(correct(text, change)).toBe(expected);
    expect(correct(text.replaceAll('\n', '\r\n'), change)).toBe(expected);
  });
});

describe('an entry that is there', () => {
  const file = (env: readonly string[], step: readonly string[]): string =>
    `env:\n  AWS_REGION: eu-wset-1 # all\njobs:\n  deploy: # to production\n${[
      ...(env.length === 0 ? [] : ['env:', ...env.map((line) => `  ${line}`)]),
      'runs-on: x',
      'steps:',
      `  - ${USES}`,
      ...step.map((line) => `    ${line}`),
    ]
      .map((line) => `    ${line}\n`)
      .join('')}`;
  const region = (from = 'eu-wset-1'): SnippetChange => ({
    kind: 'replace',
    entry: { kind: 'environment', name: 'AWS_REGION' },
    from,
    to: 'eu-west-1',
  });

  test.each<[string, string, string | undefined]>([
    ["the workflow's", file([], []), 'env:\n  AWS_REGION: eu-west-1 # all\n'],
    [
      "the job's",
      file(['AWS_REGION: eu-wset-1 # here', 'OTHER: x'], []),
      '  deploy: # to production\n    env:\n      AWS_REGION: eu-west-1 # here\n      OTHER: x\n',
    ],
    [
      "the step's",
      file([], ['env: { AWS_REGION: "eu-wset-1" }']),
      `      - ${USES}\n        env: { AWS_REGION: eu-west-1 }\n`,
    ],
    ['an expression, whose source is elsewhere', file(['AWS_REGION: ${{ vars.REGION }}'], []), undefined],
    ['an alias', file(['OTHER: &r eu-wset-1', 'AWS_REGION: *r'], []), undefined],
    ['another value', file(['AWS_REGION: eu-wset-2'], []), undefined],
  ])('gets another region: %s', (_, text, expected) => {
    expect(correct(text, region())).toBe(expected);
    expect(correct(text.replaceAll('\n', '\r\n'), region())).toBe(expected);
  });

  const TRIM: SnippetChange = {
    kind: 'trim',
    entries: [{ kind: 'environment', name: 'AWS_SECRET_ACCESS_KEY' }, { kind: 'environment', name: 'A' }, undefined],
  };

  test.each<[string, readonly string[], readonly string[] | undefined]>([
    [
      'a block',
      ['AWS_SECRET_ACCESS_KEY: |', '  ${{ secrets.S }}', 'B: x'],
      ['AWS_SECRET_ACCESS_KEY: ${{ secrets.S }}', 'B: x'],
    ],
    [
      'a folded block',
      ['AWS_SECRET_ACCESS_KEY: > # why', '  ${{secrets.S}}'],
      ['AWS_SECRET_ACCESS_KEY: ${{secrets.S}}'],
    ],
    [
      'quotes',
      ["AWS_SECRET_ACCESS_KEY: ' ${{ secrets.S }}' # the key"],
      ['AWS_SECRET_ACCESS_KEY: ${{ secrets.S }} # the key'],
    ],
    [
      'two of them',
      ['AWS_SECRET_ACCESS_KEY: |+', '  ${{ secrets.S }}', 'A: |', "  ${{ format('{0}', vars.A) }}"],
      ['AWS_SECRET_ACCESS_KEY: ${{ secrets.S }}', "A: '${{ format(''{0}'', vars.A) }}'"],
    ],
    ['a block that strips its end', ['AWS_SECRET_ACCESS_KEY: |-', '  ${{ secrets.S }}'], undefined],
    ['a block of two lines', ['AWS_SECRET_ACCESS_KEY: |', '  ${{ secrets.S }}', '  x'], undefined],
    ['a secret in plain text', ['AWS_SECRET_ACCESS_KEY: |', '  abc'], undefined],
    ['nothing of the kind', ['AWS_SECRET_ACCESS_KEY: ${{ secrets.S }}'], undefined],
  ])('loses the line end of %s', (_, env, expected) => {
    const text = file([], ['env:', ...env.map((line) => `  ${line}`)]);
    const lines = expected?.map((line) => `          ${line}\n`).join('');
    const wanted = lines === undefined ? undefined : `      - ${USES}\n        env:\n${lines}`;
    expect(correct(text, TRIM)).toBe(wanted);
    expect(correct(text.replaceAll('\n', '\r\n'), TRIM)).toBe(wanted);
  });

  const SWAP: SnippetChange = {
    kind: 'swap',
    entries: [
      { kind: 'input', name: 'aws-access-key-id' },
      { kind: 'input', name: 'aws-secret-access-key' },
    ],
  };
  const inputs = (id: string, secret: string): string =>
    file([], ['with:', `  aws-access-key-id: ${id} # id`, `  aws-secret-access-key: ${secret}`]);

  test.each<[string, string, string, boolean]>([
    ['names that tell', '${{ secrets.AWS_SECRET_ACCESS_KEY }}', "'${{ secrets.AWS_ACCESS_KEY_ID }}'", true],
    ['names that tell nothing', '${{ secrets.ONE }}', '${{ steps.login.outputs.two }}', true],
    ['names that fit: the store has them wrong', '${{ secrets.KEY_ID }}', '${{ secrets.SECRET }}', false],
    ['a fitting key ID', "${{ secrets['AWS_KEY_ID'] }}", '${{ secrets.OTHER }}', false],
    ['a fitting secret', '${{ secrets.KEY }}', "${{ secrets['SECRET_KEY'] }}", false],
    ['a key ID in plain text', '${{ secrets.ONE }}', 'AKIARZPUZDIKGB2VALC4', false],
  ])('changes places with the other: %s', (_, id, secret, isShown) => {
    expect(correct(inputs(id, secret), SWAP)).toBe(
      isShown ? inputs(secret, id).slice(inputs(secret, id).indexOf('      - uses')) : undefined,
    );
  });

  it('changes no places between two blocks', () => {
    const entries = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map(
      (name) => ({ kind: 'environment', name }) as const,
    );
    const text = file(['AWS_ACCESS_KEY_ID: ${{ secrets.A }}'], ['env:', '  AWS_SECRET_ACCESS_KEY: ${{ secrets.B }}']);
    expect(correct(text, { kind: 'swap', entries })).toBeUndefined();
    expect(correct(text, { kind: 'swap', entries: [entries[0], undefined] })).toBeUndefined();
  });
});

describe('credentials in plain text are not repeated', () => {
  test.each([
    ['aws-secret-access-key: abc', false],
    ['aws-access-key-id: AKIARZPUZDIKGB2VALC4', false],
    ['"aws-session-token": "${{ secrets.T }}x"', false],
    [`x: ${'aB3/'.repeat(10)}`, false],
    ['aws-secret-access-key: ${{ secrets.KEY }} # see the wiki', true],
    ["aws-session-token: ''", true],
    ['x: 08c6903cd8c0fde910a37f88322edcfb5dd907a8', true],
  ])('%s: %s', (line, isShown) => {
    const text = `jobs:\n  deploy:\n    steps:\n      - ${USES}\n        with:\n          ${line}\n`;
    expect(correct(text, { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' }) !== undefined).toBe(isShown);
  });
});
