import { type RoleEvidence, SESSION_NAME } from '../../model/role-evidence.ts';
import { type Check, evaluateTrustPolicy, type StatementEvaluation } from '../../read/trust-policy/evaluate.ts';
import type { Mistake } from '../../read/trust-policy/mistake.ts';
import { nearestFirst, nearestStatement } from '../../read/trust-policy/nearest-statement.ts';
import { parseTrustPolicy } from '../../read/trust-policy/parse.ts';
import { webIdentityRequest } from '../../read/trust-policy/request.ts';
import { wordsOfFault } from './source-words.ts';
import { quoted } from './wording.ts';

export interface TrustPolicyVerdict {
  /** `unclear`: it cannot be read, or depends on what only AWS knows. */
  readonly kind: 'allows' | 'refuses' | 'denies' | 'unclear';
  readonly title: string | undefined;
  readonly evidence: readonly string[];
  readonly fix: readonly string[];
}

const MOST_CHECKS = 4;
const MOST_EXPECTED = 3;

/** What the policy that the user given says of this token, condition by condition. */
export function trustPolicyVerdict(role: RoleEvidence): TrustPolicyVerdict | undefined {
  const { trustPolicy, claims } = role;
  if (trustPolicy === undefined) return undefined;
  if ('problem' in trustPolicy) return unreadable(`the file ${wordsOfFault(trustPolicy.problem)}`, trustPolicy.path);
  if (claims === undefined) return WITHOUT_CLAIMS;
  const read = parseTrustPolicy(trustPolicy.text);
  if (read.policy === undefined) {
    const { where, what } = read.problem;
    return unreadable(`${where === '' ? '' : `${where}: `}${what.replace(/\.$/, '')}`);
  }
  const evaluation = evaluateTrustPolicy(read.policy, webIdentityRequest(claims, role.role, SESSION_NAME));
  if (evaluation.outcome === 'allow') return ALLOWS;
  const nearest = nearestStatement(evaluation);
  if (nearest === undefined) {
    return {
      kind: 'refuses',
      title: 'The trust policy has no statement that allows anything',
      evidence: ['the policy in `trust-policy` has no statement with `"Effect": "Allow"`'],
      fix: [],
    };
  }
  const { statement, check } = nearest;
  const name = `statement ${statement.sid === undefined ? statement.index + 1 : quoted(statement.sid)}`;
  if (check === undefined) {
    return {
      kind: 'denies',
      title: 'A Deny statement of the trust policy applies to this job',
      evidence: [`${name} of \`trust-policy\` denies, and applies to this token`],
      fix: [`In the role’s trust policy (IAM → Roles → Trust relationships), narrow or remove ${name}.`],
    };
  }
  return verdictOn(name, statement, check);
}

const ALLOWS: TrustPolicyVerdict = {
  kind: 'allows',
  title: 'AWS refuses the role, although the policy in trust-policy allows it',
  evidence: [
    'the policy in `trust-policy` allows this token: so it is not what the role has in IAM, or something else refuses',
  ],
  fix: [
    'In IAM (Roles → Trust relationships), compare the role’s policy with the one given; one changed seconds ago may not be in force everywhere yet.',
    'In this step, check the account and the name in `role-to-assume`: AWS’s answer is the same where there is no such role.',
    'In the organisation, look for a resource control policy that denies `sts:AssumeRoleWithWebIdentity`.',
  ],
};

const WITHOUT_CLAIMS: TrustPolicyVerdict = {
  kind: 'unclear',
  title: undefined,
  evidence: ['`trust-policy` was not evaluated, because what the runner gave has no claims that can be read here'],
  fix: [],
};

function unreadable(problem: string, path?: string): TrustPolicyVerdict {
  return {
    kind: 'unclear',
    title: undefined,
    evidence: [
      `\`trust-policy\` could not be evaluated: ${quoted(problem)}${path === undefined ? '' : ` (looked for ${quoted(path)})`}`,
    ],
    fix: ['In this step, set `trust-policy` to the policy’s JSON, or to a file of the workspace that holds it.'],
  };
}

/** Every element that fails is told at once; the first of them is the one to look at. */
function verdictOn(name: string, { checks }: StatementEvaluation, first: Check): TrustPolicyVerdict {
  if (first.outcome !== 'fails') {
    return {
      kind: 'unclear',
      title: undefined,
      evidence: [told(name, first, 'cannot be told here')],
      fix: [
        `In the role’s trust policy, ${name}, check ${quoted(elementOf(first))} yourself: only AWS knows what it meets.`,
      ],
    };
  }
  const others = checks.filter((check) => check !== first && check.outcome === 'fails');
  const failing = [first, ...others].slice(0, MOST_CHECKS);
  return {
    kind: 'refuses',
    title: `The trust policy’s ${short(first)} does not match this ${isOfRequest(first) ? 'step' : 'job’s token'}`,
    evidence: failing.map((check) => told(name, check, 'does not match')),
    fix: failing.map((check) => `In the role’s trust policy, ${name}, ${correction(check)}.`),
  };
}

function told(name: string, check: Check, outcome: string): string {
  const actual =
    check.actual === 'absent'
      ? `none in the ${isOfRequest(check) ? 'request' : 'token'}`
      : check.actual === 'unheld'
        ? 'known to AWS only'
        : check.actual.map(quoted).join(', ');
  const others = check.expected.length - MOST_EXPECTED;
  const nearest = others > 0 ? nearestFirst(check).slice(0, MOST_EXPECTED) : check.expected;
  const expected = nearest.map(quoted).join(' or ') || 'nothing';
  return `${name} of \`trust-policy\`, ${quoted(elementOf(check))}, ${outcome}: expected ${expected}${others > 0 ? ` (the nearest; and ${others} more)` : ''}; actual ${actual}`;
}

/** The request has it beside the token. */
function isOfRequest({ mistake }: Check): boolean {
  return mistake === 'session-name-of-this-step' || mistake === 'never-sent';
}

function correction(check: Check): string {
  const { actual, mistake } = check;
  const target = typeof actual === 'string' ? '' : `, so that it matches ${actual.map(quoted).join(', ')}`;
  return `correct ${quoted(elementOf(check))}${target}${mistake === undefined ? '' : `: ${MISTAKE[mistake]}`}`;
}

function elementOf({ element, operator, key }: Check): string {
  return element === 'Condition' ? `${operator ?? ''} on ${key ?? ''}` : element;
}

/** "condition on sub": titles have little room. */
function short({ element, key }: Check): string {
  if (element !== 'Condition') return element;
  const claim = (key ?? '').split(':').at(-1) ?? '';
  return /^[\w/-]{1,20}$/.test(claim) ? `condition on ${claim}` : 'condition';
}

/** One line a mistake; a new one does not compile without its line. */
const MISTAKE: Readonly<Record<Mistake, string>> = {
  'white-space-in-value': 'it would match but for white space in the value',
  'wildcard-in-string-equals': '`StringEquals` takes `*` and `?` literally; `StringLike` has wildcards',
  'case-differs': 'it would match but for capital and small letters, which count',
  'wrong-audience': 'the audience is another one than the token’s',
  'url-in-provider-key': 'the provider’s name stands without `https://`',
  'key-of-another-provider': 'the key is another provider’s',
  'claim-not-supported': 'AWS offers no condition key for this claim',
  'claim-not-in-token': 'this token has no such claim, such as `environment` in a job without one',
  'provider-of-another-account': 'the provider must be in the role’s own account',
  'provider-of-another-partition': 'the provider’s ARN is of another partition',
  'another-provider': 'the principal is the provider of another issuer',
  'principal-not-federated': 'the principal is no identity provider (`Federated`)',
  'action-missing': 'the action must be `sts:AssumeRoleWithWebIdentity`',
  'environment-changes-subject': 'a job with `environment:` sends a subject that names the environment, not the branch',
  'environment-expected': 'the policy asks for an environment, and the job has no `environment:`',
  'another-environment': 'the job’s environment is another one',
  'another-ref': 'the job runs on another branch or tag',
  'another-repository': 'the job runs in another repository',
  'legacy-subject': 'the policy has the form without IDs; this repository sends the immutable form',
  'immutable-subject-expected': 'the policy has the form with IDs; this repository sends the older form',
  'pull-request-subject': 'a pull request’s subject ends in `:pull_request`, and names no branch',
  'tag-vs-branch': 'a tag (`refs/tags/`) is no branch (`refs/heads/`)',
  'session-name-of-this-step':
    'that name is this step’s alone; leave the policy as it is, if the deployment gives its session the name that it asks for',
  'never-sent': 'a request with GitHub’s token holds no external ID and no tags, whoever sends it',
  'customised-subject': 'the organisation or repository has customised the subject',
  'colon-not-encoded': 'a colon within a value is written `%3A` in the subject',
};
