import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readSubject } from '../../src/read/subject.ts';
import { claims } from './claims.ts';

const OLD = 'repo:octo-org/octo-repo';
const NEW = 'repo:octo-org@123456/octo-repo@456789';

describe('readSubject', () => {
  test.each([
    ['ref:refs/heads/main', 'branch'],
    ['ref:refs/heads/feature/a@b', 'branch'],
    ['ref:refs/tags/v1.2.3', 'tag'],
    ['environment:Production', 'environment'],
    ['environment:Production%3AV1', 'environment'],
    ['pull_request', 'pull-request'],
    ['ref:refs/notes/x', 'unknown'],
  ])('reads %s as %s, in both forms', (context, form) => {
    const both = { form, legacy: `${OLD}:${context}`, immutableForm: `${NEW}:${context}` };
    expect(readSubject(`${OLD}:${context}`, claims())).toEqual({ ...both, immutable: false });
    expect(readSubject(`${NEW}:${context}`, claims())).toEqual({ ...both, immutable: true });
  });

  it('cannot tell the new form without the IDs', () => {
    const without = claims({ repository_id: undefined });
    expect(readSubject(`${OLD}:pull_request`, without).immutableForm).toBeUndefined();
  });

  test.each([
    ['a repository alone', OLD],
    [
      'another claim after the context',
      `${OLD}:environment:prod:job_workflow_ref:octo-org/x/.github/workflows/a.yml@refs/heads/main`,
    ],
    ['an owner', 'repository_owner:octo-org'],
    ['an ID', 'repository_id:456789'],
    ['a workflow', 'job_workflow_ref:octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main'],
    ['an environment without a name', `${OLD}:environment:`],
  ])('calls %s customised', (_, sub) => {
    expect(readSubject(sub, claims())).toMatchObject({
      form: 'customised',
      immutable: false,
      immutableForm: undefined,
    });
  });

  test.each([
    '',
    'repo',
    'repo:',
    'repo:octo-org',
    'repo:/x:pull_request',
    'repo:a/b/c:pull_request',
    'system:serviceaccount:ns:sa',
  ])('does not know %j', (sub) => {
    expect(readSubject(sub, claims())).toEqual({
      form: 'unknown',
      immutable: false,
      legacy: undefined,
      immutableForm: undefined,
    });
  });

  it('takes an ID on one side only for no immutable form', () => {
    expect(readSubject('repo:octo-org@123456/octo-repo:pull_request', claims()).immutable).toBe(false);
  });

  it('answers any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('repo:', 'o', '/', '@', '1', ':', 'ref:refs/heads/', 'environment:'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (sub) => {
        const { immutable, legacy, immutableForm } = readSubject(sub, claims());
        return immutable ? immutableForm === sub : legacy === undefined || legacy === sub;
      }),
    );
  });
});
