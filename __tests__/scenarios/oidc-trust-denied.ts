import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAccount } from '../../simulator/accounts.ts';
import type { Job } from '../../simulator/github-claims.ts';
import type { Simulator } from '../../simulator/server.ts';
import type { TrustPolicy, TrustStatement } from '../../simulator/trust.ts';
import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import { GITHUB, job, oidc, policy, ROLE_ARN, SUBJECT, trust, webRole, webStatement } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const PLAIN_TITLE = 'The role’s trust policy does not match this job’s token';
const DENIED = {
  verdict: 'bad',
  diagnoses: ['oidc-trust-denied'],
  status: 1,
  requests: 1,
  title: PLAIN_TITLE,
  message: [/STS answered `AccessDenied`/, /give the policy to this step as `trust-policy`/],
  outputs: { 'credential-source': 'web-identity', 'authenticated-arn': '' },
} as const satisfies Expected;
const ON_SUB = 'The trust policy’s condition on sub does not match this job’s token';
const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main';
const AUD = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };

/** As IAM shows it, which is how people paste it. */
const json = (document: TrustPolicy): string => JSON.stringify(document, null, 2);

/** A job whose token the role does not trust; AWS says no more than that. */
function denied(title: string, changes: Partial<Job>, trusted: string, ...message: readonly RegExp[]): Scenario {
  return {
    title,
    arrange(simulator) {
      job(simulator, changes);
      const { env, inputs } = webRole(simulator, { trustPolicy: trust(trusted) });
      return { env, inputs };
    },
    expect: { ...DENIED, message },
  };
}

/** The same with the role's policy at hand: the finding names what fails, expected and actual side by side. */
function named(
  title: string,
  given: {
    readonly policy: TrustPolicy;
    readonly title?: string;
    readonly job?: Partial<Job>;
    readonly arrange?: (simulator: Simulator) => void;
  },
  ...message: readonly RegExp[]
): Scenario {
  return {
    title,
    arrange(simulator) {
      job(simulator, given.job ?? {});
      const { env, inputs } = webRole(simulator, { trustPolicy: given.policy });
      given.arrange?.(simulator);
      return { env, inputs: { ...inputs, 'trust-policy': json(given.policy) } };
    },
    expect: { ...DENIED, title: given.title ?? ON_SUB, message, absent: /give the policy to this step/ },
  };
}

const onSub = (operator: string, value: string): TrustPolicy =>
  policy(
    webStatement({
      StringEquals: AUD,
      [operator]: { ...(operator === 'StringEquals' ? AUD : {}), [`${GITHUB}:sub`]: value },
    }),
  );
const onKey = (key: string, value: string, operator = 'StringEquals'): TrustPolicy =>
  policy(webStatement({ [operator]: { [key]: value } }));
const changed = (changes: Partial<TrustStatement>): TrustPolicy =>
  policy({ ...webStatement({ StringEquals: { ...AUD, [`${GITHUB}:sub`]: SUBJECT } }), ...changes });

const mistakes: readonly Scenario[] = [
  named(
    'a * under StringEquals',
    { policy: onSub('StringEquals', 'repo:octo-org/octo-repo:*') },
    /`StringEquals on token\.actions\.githubusercontent\.com:sub`, does not match: expected `repo:octo-org\/octo-repo:\*`; actual `repo:octo-org\/octo-repo:ref:refs\/heads\/main`/,
    /`StringLike` has wildcards/,
  ),
  named(
    'capital and small letters',
    { policy: onSub('StringLike', 'repo:Octo-Org/octo-repo:*') },
    /capital and small letters, which count/,
  ),
  named(
    'an environment where the policy has a branch',
    { policy: onSub('StringLike', 'repo:octo-org/octo-repo:ref:refs/heads/*'), job: { environment: 'production' } },
    /actual `repo:octo-org\/octo-repo:environment:production`/,
    /a job with `environment:` sends a subject that names the environment, not the branch/,
  ),
  named(
    'a branch where the policy has an environment',
    { policy: onSub('StringLike', 'repo:octo-org/octo-repo:environment:*') },
    /the policy asks for an environment, and the job has no `environment:`/,
  ),
  named(
    'another environment',
    {
      policy: onSub('StringEquals', 'repo:octo-org/octo-repo:environment:staging'),
      job: { environment: 'production' },
    },
    /environment is another one/,
  ),
  named(
    'a colon in the environment’s name',
    { policy: onSub('StringEquals', 'repo:octo-org/octo-repo:environment:eu:live'), job: { environment: 'eu:live' } },
    /is written `%3A`/,
  ),
  named(
    'another branch',
    { policy: onSub('StringEquals', MAIN), job: { ref: 'refs/heads/release' } },
    /runs on another branch or tag/,
  ),
  named(
    'a tag where the policy has a branch',
    { policy: onSub('StringEquals', MAIN), job: { ref: 'refs/tags/v1.2.3' } },
    /a tag \(`refs\/tags\/`\) is no branch/,
  ),
  named(
    'a pull request where the policy has a branch',
    { policy: onSub('StringEquals', MAIN), job: { event: 'pull_request', ref: 'refs/pull/42/merge' } },
    /a pull request’s subject ends in `:pull_request`/,
  ),
  named(
    'the old form after a rename',
    { policy: onSub('StringLike', 'repo:octo-org/octo-repo:*'), job: { subject: 'immutable' } },
    /actual `repo:octo-org@65036\/octo-repo@74481:ref:refs\/heads\/main`/,
    /the policy has the form without IDs/,
  ),
  named(
    'the form with IDs where the old one is sent',
    { policy: onSub('StringLike', 'repo:octo-org@65036/octo-repo@74481:*') },
    /the policy has the form with IDs/,
  ),
  named(
    'another repository',
    { policy: onSub('StringLike', 'repo:octo-org/website:*') },
    /the job runs in another repository/,
  ),
  named('white space in the value', { policy: onSub('StringEquals', `${MAIN} `) }, /white space in the value/),
  named(
    'a customised subject where the policy has the usual one',
    {
      policy: onSub('StringEquals', MAIN),
      arrange({ identityProvider }) {
        identityProvider.claims = {
          sub: 'repository_owner:octo-org:job_workflow_ref:octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
        };
      },
    },
    /customised/,
  ),
  named(
    'another audience than the token’s',
    {
      policy: trust(SUBJECT, { audience: 'https://github.com/octo-org' }),
      title: 'The trust policy’s condition on aud does not match this job’s token',
    },
    /expected `https:\/\/github\.com\/octo-org`; actual `sts\.amazonaws\.com`/,
    /the audience is another one/,
  ),
  named(
    'https:// in the condition key',
    {
      policy: onKey(`https://${GITHUB}:sub`, SUBJECT),
    },
    /actual none in the token/,
    /the provider’s name stands without `https:\/\/`/,
  ),
  named(
    'the key of another provider',
    { policy: onKey('vstoken.actions.githubusercontent.com:sub', SUBJECT) },
    /the key is another provider’s/,
  ),
  named(
    'a claim that AWS cannot test',
    {
      policy: onKey(`${GITHUB}:event_name`, 'push'),
      title: 'The trust policy’s condition on event_name does not match this job’s token',
    },
    /AWS offers no condition key for this claim/,
  ),
  named(
    'a claim that the token does not have',
    {
      policy: onKey(`${GITHUB}:environment`, 'production'),
      title: 'The trust policy’s condition on environment does not match this job’s token',
    },
    /this token has no such claim/,
  ),
  named(
    'the provider of another account',
    {
      policy: trust(SUBJECT, { account: '210987654321' }),
      title: 'The trust policy’s Principal does not match this job’s token',
    },
    /expected `arn:aws:iam::210987654321:oidc-provider\/token\.actions\.githubusercontent\.com`; actual `arn:aws:iam::123456789012:/,
    /must be in the role’s own account/,
  ),
  named(
    'the provider of another partition',
    {
      policy: trust(SUBJECT, { partition: 'aws-cn' }),
      title: 'The trust policy’s Principal does not match this job’s token',
    },
    /of another partition/,
  ),
  named(
    'the provider of another issuer',
    {
      policy: trust(SUBJECT, { issuer: 'https://gitlab.com' }),
      title: 'The trust policy’s Principal does not match this job’s token',
    },
    /another issuer/,
  ),
  named(
    'a principal that is no identity provider',
    {
      policy: changed({ Principal: { AWS: 'arn:aws:iam::123456789012:root' } }),
      title: 'The trust policy’s Principal does not match this job’s token',
    },
    /no identity provider \(`Federated`\)/,
  ),
  named(
    'the action of another way',
    {
      policy: changed({ Action: ['sts:AssumeRole', 'sts:TagSession'] }),
      title: 'The trust policy’s Action does not match this job’s token',
    },
    /the action must be `sts:AssumeRoleWithWebIdentity`/,
  ),
  named(
    'sixty subjects, of which the nearest are shown',
    {
      policy: policy(
        webStatement({
          StringEquals: AUD,
          StringLike: {
            [`${GITHUB}:sub`]: [
              ...Array.from(
                { length: 59 },
                (_, index) => `repo:octo-org/service-number-${index}:environment:production`,
              ),
              'repo:octo-org/octo-repo:ref:refs/heads/release',
            ],
          },
        }),
      ),
    },
    /expected `repo:octo-org\/octo-repo:ref:refs\/heads\/release` or `[^`]+` or `[^`]+` \(the nearest; and 57 more\); actual/,
    /What to change:\n- In the role’s trust policy, statement 1, correct/,
  ),
  named(
    'a session name that the deployment may have',
    {
      policy: policy(
        webStatement({
          StringEquals: { ...AUD, [`${GITHUB}:sub`]: SUBJECT, 'sts:RoleSessionName': 'deploy-production' },
        }),
      ),
      title: 'The trust policy’s condition on RoleSessionName does not match this step',
    },
    /expected `deploy-production`; actual `GitHubActions`/,
    /that name is this step’s alone; leave the policy as it is, if/,
  ),
  named(
    'an external ID, which no token brings',
    {
      policy: policy(webStatement({ StringEquals: { ...AUD, 'sts:ExternalId': 'somebody' } })),
      title: 'The trust policy’s condition on ExternalId does not match this step',
    },
    /expected `somebody`; actual none in the request/,
    /holds no external ID and no tags/,
  ),
  named(
    'two conditions at once: both are told',
    {
      policy: policy(
        webStatement({
          StringEquals: {
            [`${GITHUB}:aud`]: 'https://github.com/octo-org',
            [`${GITHUB}:sub`]: 'repo:octo-org/octo-repo:*',
          },
        }),
      ),
      title: 'The trust policy’s condition on aud does not match this job’s token',
    },
    /the audience is another one/,
    /`StringLike` has wildcards/,
  ),
  named(
    'a Deny statement',
    {
      policy: policy(webStatement({ StringLike: { [`${GITHUB}:sub`]: 'repo:octo-org/*' } }), {
        ...webStatement({ StringLike: { [`${GITHUB}:sub`]: '*:ref:refs/heads/*' } }),
        Sid: 'NoBranches',
        Effect: 'Deny',
      }),
      title: 'A Deny statement of the trust policy applies to this job',
    },
    /statement `NoBranches` of `trust-policy` denies/,
  ),
  named(
    'nothing but Deny statements',
    {
      policy: policy({ ...webStatement({ StringEquals: { [`${GITHUB}:ref`]: 'refs/heads/none' } }), Effect: 'Deny' }),
      title: 'The trust policy has no statement that allows anything',
    },
    /no statement with `"Effect": "Allow"`/,
  ),
  named(
    'the nearest of several statements is named',
    {
      policy: policy(
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' },
        webStatement({ StringLike: { [`${GITHUB}:sub`]: 'repo:somebody-else/*' } }),
        webStatement({ StringLike: { [`${GITHUB}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/release' } }),
      ),
    },
    /statement 3 of `trust-policy`.*expected `repo:octo-org\/octo-repo:ref:refs\/heads\/release`/,
  ),
];

export const scenarios: readonly Scenario[] = [
  {
    ...denied('another branch is trusted', {}, 'repo:octo-org/octo-repo:ref:refs/heads/release', /names the branch/),
    installedNode: true,
  },
  denied(
    'a job with an environment',
    { environment: 'production' },
    MAIN,
    /`repo:octo-org\/octo-repo:environment:production`: it names the environment, and therefore no branch/,
    /a branch \(`ref:refs\/heads\/…`\) cannot match/,
  ),
  denied('a tag', { ref: 'refs/tags/v1.2.3' }, MAIN, /it names the tag/),
  denied(
    'a pull request of the repository itself',
    { event: 'pull_request', ref: 'refs/pull/42/merge' },
    MAIN,
    /names the pull request event, and no branch/,
    /lets every pull request of this repository in/,
  ),
  denied(
    'the immutable form where the old one is trusted',
    { subject: 'immutable' },
    MAIN,
    /since 2026-07-15 send; a policy on the old form `repo:octo-org\/octo-repo:ref:refs\/heads\/main` does not match it/,
    /put the form with IDs/,
  ),
  {
    title: 'a customised subject',
    arrange(simulator) {
      simulator.identityProvider.claims = { sub: 'repository_owner:octo-org:environment:production' };
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: { ...DENIED, message: [/is customised by the organisation or repository/] },
  },
  {
    title: 'there is no such role',
    arrange(simulator) {
      const { env } = webRole(simulator);
      return { env, inputs: { 'role-to-assume': ROLE_ARN.replace('deploy', 'depoly') } };
    },
    expect: { ...DENIED, message: [/or because there is no such role/] },
  },
  {
    title: 'the summary has the claims and the statement, and no token',
    arrange(simulator) {
      job(simulator, { environment: 'production' });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: {
      ...DENIED,
      message: [],
      summary: [
        /\| iss \|/,
        /\| job_workflow_ref \||\| job&#95;workflow&#95;ref \|/,
        /\| environment \| <code>production<\/code> \|/,
        /"token\.actions\.githubusercontent\.com:sub": "repo:octo-org\/octo-repo:environment:production"/,
      ],
    },
  },
  {
    title: 'summary: never, so that the message has the values itself',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      return { env, inputs: { ...inputs, summary: 'never' } };
    },
    expect: { ...DENIED, message: [/exactly this `aud` and `sub`: `sts\.amazonaws\.com` and `repo:octo-org/] },
  },
  {
    title: 'a GitHub Enterprise Server',
    arrange(simulator) {
      const about = { issuer: 'https://ghes.example/_services/token' };
      const { env, inputs } = webRole(simulator, { about, trustPolicy: trust('repo:octo-org/website:*', about) });
      return { env: { ...env, GITHUB_SERVER_URL: 'https://ghes.example' }, inputs };
    },
    expect: { ...DENIED, message: [], summary: [/"ghes\.example\/_services\/token:sub"/] },
  },
  {
    title: 'in AWS China',
    arrange(simulator) {
      addAccount(simulator.world, { partition: 'aws-cn' });
      const { env, inputs } = webRole(simulator, {
        about: { partition: 'aws-cn' },
        trustPolicy: trust('repo:octo-org/website:*', { partition: 'aws-cn' }),
      });
      return { env: { ...env, AWS_REGION: 'cn-north-1' }, inputs };
    },
    expect: { ...DENIED, message: [], summary: [/"arn:aws-cn:iam::123456789012:oidc-provider/] },
  },
  {
    title: 'the role is in an account that allowed-account-ids does not have',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      return { env, inputs: { ...inputs, 'allowed-account-ids': '210987654321' } };
    },
    expect: { ...DENIED, message: [/its ARN may name the wrong account/] },
  },
  {
    title: 'beside good credentials, which are told apart from the role',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      const credentials = session(simulator);
      return {
        env: { ...env, ...environment(credentials) },
        inputs,
        outputs: { 'authenticated-arn': credentials.arn },
      };
    },
    expect: {
      ...DENIED,
      diagnoses: ['oidc-trust-denied', 'role-assumption-denied'],
      requests: 3,
      outputs: { 'credential-source': 'environment' },
    },
  },
  {
    title: 'a resource control policy refuses it',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'AccessDenied',
        message: `User: anonymous is not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: ${ROLE_ARN} with an explicit deny in a resource control policy`,
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: {
      ...DENIED,
      title: 'A policy beside the role’s own refuses this job’s token',
      message: [
        /a resource control policy of the organisation denies it/,
        /What to change:\n- In a resource control policy of the organisation, take `[^`]+` out of the statement that denies/,
      ],
    },
  },
  {
    title: 'the trust policy refuses with a Deny statement, as AWS says',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'AccessDenied',
        message: `User: anonymous is not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: ${ROLE_ARN} with an explicit deny in a resource-based policy`,
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: {
      ...DENIED,
      title: 'A Deny statement of the role’s trust policy applies to this job',
      message: [/its trust policy denies it to this token/, /one more that allows cannot help against it/],
      absent: /ready to paste|"Effect": "Allow"/,
    },
  },
  {
    title: 'session tags in the token, which the trust policy does not allow',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'AccessDenied',
        message: 'Not authorized to perform sts:TagSession',
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'trust-policy': json(trust()) } };
    },
    expect: {
      ...DENIED,
      message: [
        /its trust policy does not allow `sts:TagSession` to this token/,
        /add `sts:TagSession` to the `Action`/,
      ],
      absent: /ready to paste/,
    },
  },
  {
    title: 'with the older code, and the trust policy named',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'AccessDeniedException',
        message: `Not authorized to perform: sts:AssumeRoleWithWebIdentity because no role trust policy allows it.`,
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: { ...DENIED, message: [/STS answered `AccessDeniedException`/] },
  },
  ...mistakes,
  {
    title: 'the policy in a file of the workspace',
    async arrange(simulator, folder) {
      const trustPolicy = onSub('StringEquals', 'repo:octo-org/octo-repo:*');
      await writeFile(join(folder, 'trust.json'), `\uFEFF${json(trustPolicy)}\n`);
      const { env, inputs } = webRole(simulator, { trustPolicy });
      return { env: { ...env, GITHUB_WORKSPACE: folder }, inputs: { ...inputs, 'trust-policy': 'trust.json' } };
    },
    expect: { ...DENIED, title: ON_SUB, message: [/`StringLike` has wildcards/] },
  },
  {
    title: 'the policy in a file by its whole path',
    async arrange(simulator, folder) {
      const trustPolicy = onSub('StringEquals', 'repo:octo-org/octo-repo:*');
      await writeFile(join(folder, 'trust.json'), json(trustPolicy));
      const { env, inputs } = webRole(simulator, { trustPolicy });
      return { env, inputs: { ...inputs, 'trust-policy': join(folder, 'trust.json') } };
    },
    expect: { ...DENIED, title: ON_SUB, message: [/`StringLike` has wildcards/] },
  },
  {
    title: 'a file that does not exist',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      return { env, inputs: { ...inputs, 'trust-policy': 'iam/trust.json' } };
    },
    expect: {
      ...DENIED,
      message: [
        /could not be evaluated: `the file does not exist` \(looked for `[^`]*\/iam\/trust\.json`\)/,
        /set `trust-policy` to the policy’s JSON/,
      ],
    },
  },
  {
    title: 'broken JSON',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      return { env, inputs: { ...inputs, 'trust-policy': '{"Version": "2012-10-17", "Statement": [{' } };
    },
    expect: { ...DENIED, message: [/could not be evaluated: `/, /set `trust-policy` to the policy’s JSON/] },
  },
  {
    title: 'JSON that is no policy',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      return { env, inputs: { ...inputs, 'trust-policy': '{"Statement": [{"Effect": "allow"}]}' } };
    },
    expect: { ...DENIED, message: [/could not be evaluated: `Statement\[0\]/] },
  },
  {
    title: 'a policy that would allow it, so that it is not the role’s own',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
      return { env, inputs: { ...inputs, 'trust-policy': json(trust()) } };
    },
    expect: {
      ...DENIED,
      title: 'AWS refuses the role, although the policy in trust-policy allows it',
      message: [/compare the role’s policy with the one given/],
      absent: /ready to paste/,
    },
  },
  {
    title: 'a policy that depends on what only AWS knows',
    arrange(simulator) {
      const trustPolicy = policy(
        webStatement({
          StringEquals: { ...AUD, [`${GITHUB}:sub`]: SUBJECT, 'aws:SourceVpc': 'vpc-0123456789abcdef0' },
        }),
      );
      const { env, inputs } = webRole(simulator, { trustPolicy });
      return { env, inputs: { ...inputs, 'trust-policy': json(trustPolicy) } };
    },
    expect: { ...DENIED, message: [/cannot be told here: expected `vpc-0123456789abcdef0`; actual known to AWS only/] },
  },
  {
    title: 'a policy that would allow it, of a role that does not exist',
    arrange(simulator) {
      webRole(simulator);
      simulator.world.roles.length = 0;
      return {
        env: oidc(simulator),
        inputs: { 'role-to-assume': ROLE_ARN, 'trust-policy': json(trust()) },
      };
    },
    expect: {
      ...DENIED,
      title: 'AWS refuses the role, although the policy in trust-policy allows it',
      message: [/the same where there is no such role/],
    },
  },
];
