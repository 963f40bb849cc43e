import type { Identity } from '../model/evidence.ts';
import { isPathOnly, matchesArn } from '../read/arn.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { identitiesOf, told, whose } from './shared/identity.ts';
import { quoted } from './shared/wording.ts';

/** Valid credentials of another principal than the workflow expects. */
export const identityUnexpected = entry<{ readonly identity: Identity; readonly patterns: readonly string[] }>({
  id: 'identity-unexpected',
  severity: 'error',
  phases: ['accepted', 'role'],
  when: 'the credentials are valid, but no `expected-arn` matches',
  exceptions: 'None: the patterns are yours. They are compared as IAM’s StringLike does, case-sensitively.',
  references: [DOCS.identifiers],
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

const LONGEST_PRINCIPAL = 40;

/** What follows the account in an ARN, short enough for a title. */
function principalIn(arn: string): string {
  const resource = quoted(arn.split(':').slice(5).join(':')).slice(1, -1);
  return resource.length > LONGEST_PRINCIPAL ? `${resource.slice(0, LONGEST_PRINCIPAL - 1)}…` : resource;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'identity-unexpected': true;
  }
}
