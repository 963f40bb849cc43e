import { parseExpiration } from '../read/expiration.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import type { Explanation } from '../model/report.ts';
import { basisOf, quoted, spell, timestamp } from './shared/wording.ts';

interface TooSoon {
  /** A role's limit, which holds whenever it is assumed; else the end of the session under check. */
  readonly limit: 'chaining' | 'role' | undefined;
  readonly remaining: number;
  readonly wanted: number;
  readonly end: Date;
  readonly basis: string;
  readonly upperBound: boolean;
  readonly chained: boolean;
}

/** "Role chaining limits your AWS CLI or AWS API role session to a maximum of one hour" (IAM User Guide). */
const LONGEST_CHAINED = 3600;
/** The most that a role's maximum session duration can be set to, and what it is where nobody set it (IAM User Guide). */
const LONGEST_ROLE_SESSION = 43_200;
const USUAL_ROLE_SESSION = 3600;

function isChained({ role }: Evidence): boolean {
  return role?.path === 'chained' && role.chainedFrom?.principalType === 'assumed-role';
}

export const expiresTooSoon = entry<TooSoon>({
  id: 'expires-too-soon',
  severity: 'error',
  phases: ['accepted', 'role'],
  when: 'the credentials are valid, but end before `min-remaining`',
  exceptions: 'None, as far as the statement of when the session ends is right; the evidence names it.',
  detect(evidence) {
    const { settings, session, role, answer } = evidence;
    const wanted = settings.minRemaining;
    if (wanted === undefined) return undefined;
    if (role !== undefined) return roleLimit(evidence, wanted);
    const end = session.expiresAt ?? session.endsBefore;
    if (end === undefined) return undefined;
    const remaining = (end.getTime() - session.now.getTime()) / 1000;
    if (remaining >= wanted) return undefined;
    const chained = answer?.kind === 'accepted' && answer.identity.principalType === 'assumed-role';
    const upperBound = session.expiresAt === undefined;
    return { limit: undefined, remaining, wanted, end, basis: session.basis ?? '', upperBound, chained };
  },
  describe: (detail) => (detail.limit === undefined ? describeEnd(detail) : describeLimit(detail)),
  subject: () => ({ kind: 'input', name: 'min-remaining' }),
});

function roleLimit(evidence: Evidence, wanted: number): TooSoon | undefined {
  const chained = isChained(evidence);
  const remaining = chained ? LONGEST_CHAINED : LONGEST_ROLE_SESSION;
  if (wanted <= remaining) return undefined;
  const end = new Date(evidence.session.now.getTime() + remaining * 1000);
  return { limit: chained ? 'chaining' : 'role', remaining, wanted, end, basis: '', upperBound: true, chained };
}

/** "45 min are needed", "1 h is needed". */
function needed(seconds: number): string {
  const text = spell(seconds);
  return `${text} ${/^1 \w+$/.test(text) ? 'is' : 'are'} needed`;
}

function describeEnd({ remaining, wanted, end, basis, upperBound, chained }: TooSoon): Explanation {
  return {
    title:
      remaining < 0
        ? `The session is said to have ended ${spell(remaining)} ago; ${needed(wanted)}`
        : `The session lasts ${upperBound ? 'at most ' : ''}another ${spell(remaining)}; ${needed(wanted)}`,
    explanation: 'The deployment would break off in the middle, because a session cannot be renewed once the job runs.',
    evidence: [
      `it ends ${upperBound ? 'before' : 'at'} ${timestamp(end)}, by ${basisOf(basis)}`,
      ...(remaining < 0
        ? ['STS accepted the session all the same: either the statement is wrong, or it is about another session']
        : []),
      `\`min-remaining\` asks for ${spell(wanted)}`,
    ],
    fix: [
      'In the job, run `aws-actions/configure-aws-credentials` again right before this step.',
      'In that step, raise `role-duration-seconds`, and in IAM the role’s maximum session duration (12 hours at most).',
      ...(chained
        ? [
            'A role assumed from another role’s credentials lasts 1 hour at most, whatever is asked: assume it by OIDC directly.',
          ]
        : []),
    ],
    docs: DOCS.roleDuration,
  };
}

function describeLimit({ limit, remaining, wanted }: TooSoon): Explanation {
  const chaining = limit === 'chaining';
  return {
    title: `The role’s session can last ${spell(remaining)} at most; ${needed(wanted)}`,
    explanation: chaining
      ? 'The deployment would break off in the middle, because AWS ends the session of a role that was assumed from another role’s credentials after 1 hour, whatever duration is asked for.'
      : 'The deployment would break off in the middle, because no role’s session can last longer than 12 hours.',
    evidence: [
      ...(chaining ? ['the checked credentials, from which the role is assumed, are a role’s session themselves'] : []),
      `\`min-remaining\` asks for ${spell(wanted)}`,
    ],
    fix: [
      ...(chaining
        ? [
            'In the job, let the role be assumed by OIDC directly (`permissions: id-token: write`), and raise `role-duration-seconds` and the role’s maximum session duration.',
          ]
        : []),
      'In the workflow, assume the role again before each part of the deployment, and set `min-remaining` to what one part needs.',
    ],
    docs: DOCS.roleDuration,
  };
}

interface Unknown {
  readonly wanted: number;
  readonly endsBefore: Date | undefined;
  /** Places that should state it and hold no date. */
  readonly undated: readonly { readonly name: string; readonly problem: string }[];
  /** It is about the session that the role will have, not about the one under check. */
  readonly ofRole: boolean;
}

export const expiryUnknown = entry<Unknown>({
  id: 'expiry-unknown',
  severity: 'warning',
  phases: ['accepted', 'role'],
  when: '`min-remaining` is asked, and nothing tells when the session ends',
  exceptions:
    'Long-term credentials do not end, and are never reported. That a role’s session may last longer than an hour is not visible from outside of IAM.',
  detect(evidence) {
    const { settings, session, facts, role, found } = evidence;
    const wanted = settings.minRemaining;
    // Where the longest lifetime there is falls short already, nothing more needs to be known.
    if (wanted === undefined || found.includes('expires-too-soon')) return undefined;
    if (role !== undefined) {
      const open =
        role.identity !== undefined && wanted > USUAL_ROLE_SESSION && roleLimit(evidence, wanted) === undefined;
      return open ? { wanted, endsBefore: undefined, undated: [], ofRole: true } : undefined;
    }
    if (session.expiresAt !== undefined || facts?.accessKeyId.kind === 'long-term') return undefined;
    const undated = evidence.gathered.expirations.flatMap(({ name, text }) => {
      const read = parseExpiration(text);
      return 'at' in read || read.problem === 'empty' ? [] : [{ name, problem: read.problem }];
    });
    return { wanted, endsBefore: session.endsBefore, undated, ofRole: false };
  },
  describe: (detail) => (detail.ofRole ? describeRole(detail) : describeUnknown(detail)),
  subject: () => ({ kind: 'input', name: 'min-remaining' }),
});

function describeUnknown({ wanted, endsBefore, undated }: Unknown): Explanation {
  return {
    title: 'Nothing tells when the session ends',
    explanation: `The session may or may not last the ${spell(wanted)} that \`min-remaining\` asks for: AWS does not tell, and no other source does.`,
    evidence: [
      ...undated.map(({ name, problem }) => `${quoted(name)} holds no date (${problem})`),
      undated.length === 0
        ? 'the input `expires-at`, `AWS_CREDENTIAL_EXPIRATION` and the other places that state it are empty'
        : 'the input `expires-at` and the other places that state it are empty',
      ...(endsBefore === undefined ? [] : [`by the token’s age it ends before ${timestamp(endsBefore)}`]),
    ],
    fix: [
      'In the step that makes the credentials, set `output-credentials: true`, and in this one `expires-at: ${{ steps.ID.outputs.aws-expiration }}`.',
    ],
    docs: DOCS.temporaryCredentials,
  };
}

function describeRole({ wanted }: Unknown): Explanation {
  return {
    title: `Nothing tells whether the role’s session may last ${spell(wanted)}`,
    explanation:
      'The role can be assumed, but for how long its maximum session duration decides, which only IAM shows: 1 hour, where nobody raised it.',
    evidence: [
      `\`min-remaining\` asks for ${spell(wanted)}`,
      'the role was assumed for 15 minutes only, to prove it, and its credentials were dropped',
    ],
    fix: [
      `In IAM (Roles → the role → Maximum session duration), see that it is ${spell(wanted)} or more.`,
      `In the step that assumes the role for the deployment, set \`role-duration-seconds: ${Math.ceil(wanted)}\`: 3600 is the default.`,
    ],
    docs: DOCS.roleDuration,
  };
}
