import type { DiagnosisId } from '../model/evidence.ts';
import { LONGEST_ROLE_SESSION } from '../read/session.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { keyOf, nameOf, quoted, spell, subjectOf, timestamp } from './shared/wording.ts';

interface Rejected {
  readonly excluded: readonly string[];
  /** Causes that stay possible, likeliest first. */
  readonly possible: readonly string[];
  readonly temporary: boolean;
}

/** What remains of "The security token included in the request is invalid" once its other causes are excluded. */
export const accessKeyRejected = entry<Rejected>({
  id: 'access-key-rejected',
  severity: 'error',
  phases: ['refused'],
  when: 'the key is unknown, inactive or deleted: what remains once the causes above are excluded',
  exceptions: 'A key made some seconds ago may not be known everywhere yet; run the job again.',
  references: [DOCS.accessKeys],
  detect(evidence) {
    if (refusalOf(evidence) !== 'invalid') return undefined;
    if (evidence.facts === undefined || evidence.found.some((id) => EXPLAINS.has(id))) return undefined;
    const temporary = evidence.facts.accessKeyId.kind === 'temporary';
    return { excluded: excluded(evidence), possible: possible(evidence, temporary), temporary };
  },
  describe({ excluded: without, possible: causes, temporary }, evidence) {
    const account = evidence.facts?.accessKeyId.account;
    const key = keyOf(evidence);
    return {
      title: temporary
        ? `AWS does not accept ${key} with this session token`
        : `AWS does not know the access key ${key}`,
      explanation: `STS says only that they are invalid. Likeliest cause: ${causes[0] ?? 'the key was deleted'}.`,
      evidence: [
        ...refusalEvidence(evidence),
        account === undefined
          ? 'the key ID does not tell its account (older keys do not)'
          : `the key ID belongs to account ${account}`,
        ...causes.slice(1).map((cause) => `also possible: ${cause}`),
        ...without.map((cause) => `excluded: ${cause}`),
      ],
      fix: temporary
        ? [
            'In the job, make a new session in the step before this one, and pass all three of its values together.',
            `If the three values are stored: replace all of them by those of one new session, also ${quoted(nameOf('sessionToken', evidence))}.`,
          ]
        : [
            `In the IAM console${account === undefined ? '' : ` of account ${account}`}, look for ${key} (IAM → Users → Security credentials). If it is inactive, activate it.`,
            `If it is not there: create an access key, and put its ID and its secret where ${quoted(nameOf('accessKeyId', evidence))} comes from.`,
          ],
      docs: DOCS.accessKeys,
    };
  },
  subject: (_detail, evidence) => subjectOf('accessKeyId', evidence),
});

/** Findings that explain such a refusal by themselves when they could not be repaired. */
const EXPLAINS: ReadonlySet<DiagnosisId> = new Set([
  'unresolved-placeholder',
  'access-key-id-malformed',
  'session-token-missing',
  'session-token-malformed',
  'session-token-mismatched',
  'session-token-expired',
]);

/** "DurationSeconds … can range from 900 seconds (15 minutes)" (STS API Reference, AssumeRole). */
const SHORTEST_SESSION = 900_000;

/** Milliseconds since the token was issued; NaN, which is neither long nor short, where that is not known. */
function ageOf({ now, issuedAt }: Evidence['session']): number {
  return issuedAt === undefined ? NaN : now.getTime() - issuedAt.getTime();
}

function excluded({ facts, attempt, found, session }: Evidence): readonly string[] {
  if (facts === undefined) return [];
  const token = facts.sessionToken;
  return [
    ...(facts.accessKeyId.wellFormed ? ['a malformed key ID: it has 20 characters of the right form'] : []),
    ...(attempt?.sessionToken === undefined && facts.accessKeyId.kind === 'long-term'
      ? [
          `a ${found.includes('session-token-stale') ? 'left-over session token: the key was asked without it' : 'left-over session token: there is none'}`,
        ]
      : []),
    ...(token?.state === 'complete' ? ['a cut-off session token: it is complete'] : []),
    ...(token?.account !== undefined && token.account === facts.accessKeyId.account
      ? [`a token of another account: key and token both belong to ${token.account}`]
      : []),
    ...(session.issuedAt === undefined || ageOf(session) >= SHORTEST_SESSION
      ? []
      : [
          `a session that has ended: the token was issued at ${timestamp(session.issuedAt)}, less than 15 minutes ago, and no session is shorter`,
        ]),
    ...(facts.region.optIn || facts.region.partition === undefined
      ? []
      : [`a region that must be enabled first: ${quoted(facts.region.name)} need not be`]),
  ];
}

function possible(evidence: Evidence, temporary: boolean): readonly string[] {
  const { facts, settings, session } = evidence;
  const region = facts?.region;
  const opaque = facts?.sessionToken?.state === 'opaque';
  return [
    ...(temporary
      ? [
          ...(ageOf(session) > LONGEST_ROLE_SESSION
            ? [
                `the session has ended: its token was issued ${spell(ageOf(session) / 1000)} ago, and a role’s session lasts 12 hours at most`,
              ]
            : []),
          `${quoted(nameOf('sessionToken', evidence))} belongs to another session of the same account than the key`,
          `the token was ${opaque ? 'cut or ' : ''}altered where its form does not show it`,
          'the session’s user or role was deleted',
        ]
      : ['the key was deleted', 'the key is inactive', 'the key ID has a typing error']),
    ...(region?.partition === undefined || region.partition === 'aws'
      ? ['the key belongs to another partition, such as GovCloud or China']
      : ['the key belongs to commercial AWS, not to this partition']),
    ...(region?.optIn === true && !settings.confirm ? ['the opt-in region is not enabled for the account'] : []),
  ];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'access-key-rejected': true;
  }
}
