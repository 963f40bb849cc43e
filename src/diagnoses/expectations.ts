import type { Identity } from '../model/evidence.ts';
import { isPathOnly, matchesArn } from '../read/arn.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { keyOf, quoted } from './shared/wording.ts';

/** Who the expectations are about: the role where one was proved, else the checked credentials. */
function identitiesOf({ answer, role }: Evidence): readonly Identity[] {
  if (role !== undefined) return role.identity === undefined ? [] : [role.identity];
  return answer?.kind === 'accepted' ? [answer.identity] : [];
}

/** Whose identity it is, for the sentences that name it. */
function whose({ role }: Evidence, identity: Identity): 'role' | 'credentials' {
  return role?.identity === identity ? 'role' : 'credentials';
}

function told(evidence: Evidence, identity: Identity): string {
  return `STS says that ${whose(evidence, identity) === 'role' ? 'the role’s session is' : 'they are'} ${quoted(identity.arn)}`;
}

export const accountNotAllowed = entry<{ readonly identity: Identity; readonly allowed: readonly string[] }>({
  id: 'account-not-allowed',
  severity: 'error',
  phases: ['accepted', 'role'],
  when: 'the credentials are valid, but not of an allowed account',
  exceptions: 'None: the list is yours.',
  detect(evidence) {
    const allowed = evidence.settings.allowedAccountIds;
    const identity = identitiesOf(evidence).find(({ account }) => allowed.length > 0 && !allowed.includes(account));
    return identity && { identity, allowed };
  },
  describe: ({ identity, allowed }, evidence) => ({
    title: `The ${whose(evidence, identity)} belong${whose(evidence, identity) === 'role' ? 's' : ''} to account ${identity.account}, which is not allowed`,
    explanation: 'The deployment would go to another account than it is meant for.',
    evidence: [told(evidence, identity), `\`allowed-account-ids\` has: ${allowed.map(quoted).join(', ')}`],
    fix: [
      whose(evidence, identity) === 'role'
        ? 'In this step, put the role of the right account into `role-to-assume`.'
        : 'In the secret store, or in the step that assumes the role, use the credentials of the right account; environments with the same secret names are easily mixed up.',
      'In this step, add the account to `allowed-account-ids`, if it is right.',
    ],
    docs: DOCS.chain,
  }),
  subject: () => ({ kind: 'input', name: 'allowed-account-ids' }),
});

const LONGEST_PRINCIPAL = 40;

/** What follows the account in an ARN, short enough for a title. */
function principalIn(arn: string): string {
  const resource = quoted(arn.split(':').slice(5).join(':')).slice(1, -1);
  return resource.length > LONGEST_PRINCIPAL ? `${resource.slice(0, LONGEST_PRINCIPAL - 1)}…` : resource;
}

export const identityUnexpected = entry<{ readonly identity: Identity; readonly patterns: readonly string[] }>({
  id: 'identity-unexpected',
  severity: 'error',
  phases: ['accepted', 'role'],
  when: 'the credentials are valid, but no `expected-arn` matches',
  exceptions: 'None: the patterns are yours. They are compared as IAM’s StringLike does, case-sensitively.',
  detect(evidence) {
    const patterns = evidence.settings.expectedArns;
    if (patterns.length === 0) return undefined;
    const identity = identitiesOf(evidence).find(({ arn }) => !patterns.some((pattern) => matchesArn(pattern, arn)));
    return identity && { identity, patterns };
  },
  describe({ identity, patterns }, evidence) {
    const ofRole = whose(evidence, identity) === 'role';
    const caseOnly = patterns.some((pattern) => matchesArn(pattern.toLowerCase(), identity.arn.toLowerCase()));
    return {
      title: `The ${ofRole ? 'role’s session is' : 'credentials are'} ${principalIn(identity.arn)}, not as expected`,
      explanation: 'The deployment would run as another principal than it is meant for.',
      evidence: [
        told(evidence, identity),
        `\`expected-arn\` has: ${patterns.map(quoted).join(', ')}`,
        ...(identity.principalType === 'assumed-role' ? patterns : [])
          .filter(isPathOnly)
          .map(
            (pattern) =>
              `${quoted(pattern)} matches no session: STS does not tell a role’s path, so the pattern must name the role`,
          ),
        ...(caseOnly ? ['they differ only in capital and small letters, which count'] : []),
      ],
      fix: [
        ofRole
          ? 'In this step, put the right role into `role-to-assume`.'
          : 'In the step that makes the credentials, assume the right role; a self-hosted runner’s own instance role steps in where that step is left out.',
        `In this step, put ${quoted(identity.arn)} into \`expected-arn\`, if it is right${evidence.settings.roleToAssume === undefined || ofRole ? '' : ': the credentials and the role must each match one of the patterns'}.`,
      ],
      docs: DOCS.identifiers,
    };
  },
  subject: () => ({ kind: 'input', name: 'expected-arn' }),
});

export const rootCredentials = entry<Identity>({
  id: 'root-credentials',
  severity: 'warning',
  phases: ['accepted', 'role'],
  when: 'the credentials are the account’s root user',
  exceptions: 'None: AWS advises against any use of root access keys.',
  detect: (evidence) => identitiesOf(evidence).find(({ principalType }) => principalType === 'root'),
  describe: (identity) => ({
    title: 'The credentials are the account’s root user',
    explanation: 'Whoever gets hold of this key owns the account, because no policy limits the root user.',
    evidence: [`STS says that they are ${quoted(identity.arn)}`],
    fix: [
      'In IAM, make a role for this job with what it needs, let it be assumed by OIDC, and delete the root access key.',
    ],
    docs: DOCS.rootUser,
  }),
});

export const longTermCredentials = entry<true>({
  id: 'long-term-credentials',
  severity: 'notice',
  phases: ['end'],
  when: 'a long-term key (`AKIA…`) is used in a job',
  exceptions: 'Where OIDC cannot be had, rotate the key; the notice never fails a step.',
  detect: ({ facts, gathered, answer, hasError, found }) =>
    // Of the root user's key there is worse to say.
    gathered.job.runsInActions &&
    !hasError &&
    !found.includes('root-credentials') &&
    answer?.kind === 'accepted' &&
    facts?.accessKeyId.kind === 'long-term'
      ? true
      : undefined,
  describe: (_detail, evidence) => ({
    title: 'The job uses a long-term access key',
    explanation:
      'Such a key works until somebody deletes it, wherever it leaks to; a role assumed by OIDC has nothing to leak.',
    evidence: [`${quoted(keyOf(evidence))} begins with \`AKIA\``],
    fix: [insteadOfTheKey(evidence)],
    docs: DOCS.oidcGitHub,
  }),
});

/** A job that has the permission, or the role already, is not told to get it. */
function insteadOfTheKey({ role, gathered }: Evidence): string {
  if (role?.path === 'web-identity' && role.identity !== undefined)
    return 'In the workflow, leave the access key out where the role is enough: this job has just assumed it by OIDC.';
  if (gathered.job.oidc !== undefined)
    return 'In the workflow, let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`: the job may ask for OIDC tokens already.';
  return 'In the workflow, give the job `permissions: id-token: write`, and let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`.';
}
