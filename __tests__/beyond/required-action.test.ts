import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readActionFile } from '../../src/beyond/action-file.ts';
import { readActions } from '../../src/beyond/required-action.ts';

describe('readActions', () => {
  it.each([
    ['s3:PutObject', ['s3:PutObject'], ['*']],
    ['s3:PutObject *', ['s3:PutObject'], ['*']],
    ['s3:PutObject,s3:GetObject arn:aws:s3:::b/*', ['s3:PutObject', 's3:GetObject'], ['arn:aws:s3:::b/*']],
    [
      's3:PutObject, s3:GetObject  arn:aws:s3:::b/a,arn:aws:s3:::b/b',
      ['s3:PutObject', 's3:GetObject'],
      ['arn:aws:s3:::b/a', 'arn:aws:s3:::b/b'],
    ],
    [
      'iam:PassRole arn:aws:iam::123456789012:role/a,b arn:aws:iam::123456789012:role/c',
      ['iam:PassRole'],
      ['arn:aws:iam::123456789012:role/a,b', 'arn:aws:iam::123456789012:role/c'],
    ],
    ['execute-api:Invoke', ['execute-api:Invoke'], ['*']],
  ])('%s', (text, actions, resources) => {
    expect(readActions(`${text}\n`)).toEqual({ lines: [{ actions, resources }] });
  });

  it('takes several lines and files', () => {
    expect(readActions('# comment\r\nec2:RunInstances\r\n@ policies/needed.txt\r\n')).toEqual({
      lines: [{ actions: ['ec2:RunInstances'], resources: ['*'] }, { file: 'policies/needed.txt' }],
    });
  });

  it.each([
    ['PutObject', 'PutObject', /a service and a name/],
    ['s3:*', 's3:*', /no wildcard/],
    ['s3:Get*,s3:PutObject', 's3:Get*', /no wildcard/],
    ['arn:aws:s3:::b', 'arn:aws:s3:::b', /the action is missing/],
    ['s3:PutObject arn:aws:s3:::b s3:GetObject', 's3:GetObject', /an action stands before the resources/],
    ['s3:PutObject arn:aws:s3', 'arn:aws:s3', /six parts/],
    ['s3:PutObject bucket', 'bucket', /a service and a name/],
    ['@', '@', /file’s name is missing/],
    [' ', 'only white space or comments', /ACTION/],
  ])('%s is a usage error', (text, line, allowed) => {
    const read = readActions(text);
    expect('bad' in read && read.bad[0]).toEqual({ line, allowed: expect.stringMatching(allowed) });
  });

  it('answers for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 's3:a ', '@', '{"Statement"'), (text, prefix) => {
        readActions(prefix + text);
        readActionFile(prefix + text);
      }),
    );
  });
});

describe('readActionFile', () => {
  const both = {
    lines: [
      { actions: ['s3:PutObject'], resources: ['*'] },
      { actions: ['ec2:RunInstances'], resources: ['*'] },
    ],
  };

  it.each([
    ['a list', 's3:PutObject\nec2:RunInstances\n'],
    ['a byte order mark and Windows lines', '\uFEFFs3:PutObject\r\nec2:RunInstances\r\n'],
    ['YAML', '# needed\n- s3:PutObject\n- "ec2:RunInstances" # to start\n'],
    ['a JSON list', '[\n  "s3:PutObject",\n  "ec2:RunInstances"\n]\n'],
  ])('takes %s', (_, text) => {
    expect(readActionFile(text)).toEqual(both);
  });

  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: 'arn:aws:s3:::b/*' },
      { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: ['*'] },
      { Effect: 'Deny', Action: 'ec2:TerminateInstances', Resource: '*' },
    ],
  };
  it.each([
    ['a policy', JSON.stringify(policy, undefined, 4)],
    [
      'a policy in Terraform',
      `resource "aws_iam_policy" "terraform_pike" {\n  name_prefix = "x"\n  policy = jsonencode(${JSON.stringify(policy, undefined, 2)})\n}\n`,
    ],
  ])('takes %s', (_, text) => {
    expect(readActionFile(text)).toEqual({
      lines: [
        { actions: ['s3:PutObject', 's3:GetObject'], resources: ['arn:aws:s3:::b/*'] },
        { actions: ['ec2:RunInstances'], resources: ['*'] },
      ],
    });
  });

  it.each([
    ['nothing', '\n\n', 'the file'],
    ['a broken policy', '{"Statement": [', 'the file'],
    ['a line that is none', 's3:PutObject\nTotal: 2 actions\n', 'Total:'],
    ['a wildcard', JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }), 's3:*'],
  ])('says what is wrong with %s', (_, text, line) => {
    const read = readActionFile(text);
    expect('bad' in read && read.bad.line).toContain(line);
  });
});
