import { readToken, type Claims } from '../../src/read/json-web-token.ts';

/** Claims of a job on a branch of octo-org/octo-repo; `undefined` takes a claim away. */
export function claims(changes: Readonly<Record<string, unknown>> = {}): Claims {
  const payload = {
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'sts.amazonaws.com',
    sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    repository: 'octo-org/octo-repo',
    repository_id: '456789',
    repository_owner: 'octo-org',
    repository_owner_id: '123456',
    ref: 'refs/heads/main',
    job_workflow_ref: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
    event_name: 'push',
    actor: 'octocat',
    ...changes,
  };
  const read = readToken(`e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`);
  if (read === undefined) throw new Error('the fixture is no token');
  return read;
}
