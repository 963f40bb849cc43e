import { nameOfPlace } from '../model/place.ts';
import { parseExpiration } from '../read/expiration.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import type { Explanation } from '../model/report.ts';
import { roleLimit, USUAL_ROLE_SESSION } from './shared/role-lifetime.ts';
import { quoted, spell, timestamp } from './shared/wording.ts';

interface Unknown {
  readonly wanted: number;
  readonly endsBefore: Date | undefined;
  /** Places that should state it and hold no date. */
  readonly undated: readonly { readonly name: string; readonly problem: string }[];
  /** It is about the session that the role will have, not about the one under check. */
  readonly ofRole: boolean;
}

/** `min-remaining` cannot be checked. */
export const expiryUnknown = entry<Unknown>({
  id: 'expiry-unknown',
  severity: 'warning',
  phases: ['accepted', 'role'],
  when: '`min-remaining` is asked, and nothing tells when the session ends',
  exceptions:
    'Long-term credentials do not end, and are never reported. That a role’s session may last longer than an hour is not visible from outside of IAM.',
  references: [DOCS.temporaryCredentials, DOCS.roleDuration],
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
    const undated = evidence.gathered.expirations.flatMap(({ place, text }) => {
      const read = parseExpiration(text);
      return 'at' in read || read.problem === 'empty' ? [] : [{ name: nameOfPlace(place), problem: read.problem }];
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

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'expiry-unknown': true;
  }
}
