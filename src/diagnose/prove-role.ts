import type { Accepted, Attempt, Refused } from '../model/evidence.ts';
import { type RoleEvidence, type RoleFault, SESSION_NAME } from '../model/role-evidence.ts';
import type { Secret } from '../model/secret.ts';
import type { RoleSettings } from '../model/settings.ts';
import { parseExpiration } from '../read/expiration.ts';
import { readToken } from '../read/json-web-token.ts';
import type { RoleArn } from '../read/role-arn.ts';
import { readDenial, readRoleRefusal } from '../read/role-refusal.ts';
import { assumeRole, assumeRoleWithWebIdentity, type ChainedRoleRequest, type RoleAnswer } from '../sts/assume-role.ts';
import type { Connection } from '../sts/call.ts';
import { requestIdToken, type TokenEndpoint } from '../sts/oidc-token.ts';
import { checkRole } from './check-role.ts';

export interface RoleProof {
  readonly role: RoleArn;
  readonly settings: RoleSettings;
  readonly audience: string;
  readonly oidc: TokenEndpoint | undefined;
  /** The checked credentials, where STS accepted them as they are. */
  readonly chainFrom: Accepted | undefined;
  /** The keys are inputs of this step, which configure-aws-credentials prefers to a token. */
  readonly keysAreInputs: boolean;
  readonly sessionTags: readonly (readonly [key: string, value: string])[];
  /** Whether a cause may be confirmed by asking again. */
  readonly confirm: boolean;
  readonly region: string;
  readonly endpoint: URL;
  readonly connection: Connection;
}

export interface Proof {
  readonly role: RoleEvidence | undefined;
  /** The token and the role's credentials: to be masked, and never used again. */
  readonly secrets: readonly Secret[];
  /** The role's credentials, where STS says that they are the role's: for this run's own questions, then dropped. */
  readonly session?: Attempt | undefined;
}

/** Seconds, as aws-actions/configure-aws-credentials asks for by default. */
const DURATION = 3600;
/** The shortest session there is. */
const SHORTEST = 900;

/**
 * Proves that the role can be assumed, in the way that configure-aws-credentials would take with the same inputs, and
 * where that is refused in the other way too. The role's credentials are asked once who they are, and dropped.
 */
export async function proveRole(proof: RoleProof): Promise<Proof> {
  const tried: (Proof & { readonly role: RoleEvidence })[] = [];
  for (const way of waysOf(proof)) {
    const one = await way();
    tried.push(one);
    if (!isRefused(one.role)) break;
  }
  const last = tried.at(-1);
  if (last === undefined) return { role: undefined, secrets: [] };
  const secrets = tried.flatMap((one) => one.secrets);
  const answers = tried.flatMap(({ role }) => role.answers);
  const [first] = tried;
  if (first === undefined || first === last) return last;
  if (!isRefused(last.role)) return { ...last, role: { ...last.role, answers }, secrets };
  // GitHub gave no token: whether that way is refused is not known.
  const unknown = tried.find(({ role }) => role.tokenProblem !== undefined);
  if (unknown !== undefined) return { ...unknown, role: { ...unknown.role, answers }, secrets };
  // With keys as inputs the role may be meant for them alone.
  const bothRefused = proof.keysAreInputs;
  const other = { ...last.role, bothRefused };
  return { ...first, role: { ...first.role, answers, other, bothRefused }, secrets };
}

function isRefused({ answer, tokenProblem, faults }: RoleEvidence): boolean {
  return answer?.kind === 'refused' || tokenProblem !== undefined || faults.length > 0;
}

type Way = () => Promise<Proof & { readonly role: RoleEvidence }>;

/** The ways to try, in order. */
function waysOf(proof: RoleProof): readonly Way[] {
  const { oidc, chainFrom, settings, keysAreInputs } = proof;
  const byToken: readonly Way[] = oidc === undefined ? [] : [() => byWebIdentity(proof, oidc)];
  const byKey: readonly Way[] = chainFrom === undefined ? [] : [() => chained(proof, chainFrom)];
  if (settings.chaining === 'true') return byKey;
  if (settings.chaining === 'false') return byToken;
  if (!keysAreInputs) return [...byToken, ...byKey];
  // Keys that STS does not accept are to be mended first: the role may trust them alone.
  return byKey.length === 0 ? [] : [...byKey, ...byToken];
}

const NOTHING = {
  chainedFrom: undefined,
  claims: undefined,
  tokenProblem: undefined,
  faults: [],
  other: undefined,
  bothRefused: false,
  answer: undefined,
  identity: undefined,
  check: undefined,
  expiresAt: undefined,
  trustPolicy: undefined,
} as const;

async function byWebIdentity(proof: RoleProof, oidc: TokenEndpoint): Promise<Proof & { readonly role: RoleEvidence }> {
  const base = { ...NOTHING, path: 'web-identity', role: proof.role, answers: [] } as const;
  const given = await requestIdToken(oidc, proof.audience, proof.connection);
  if (!('token' in given)) return { role: { ...base, tokenProblem: given }, secrets: [] };
  const { token } = given;
  const asked = await askForRole(
    (request) => assumeRoleWithWebIdentity(proof.connection, proof, token, request),
    requestFor(proof),
    proof,
  );
  return conclude(proof, { ...base, claims: readToken(token.reveal()) }, asked, [token]);
}

async function chained(proof: RoleProof, from: Accepted): Promise<Proof & { readonly role: RoleEvidence }> {
  const { settings, sessionTags } = proof;
  const request = {
    ...requestFor(proof),
    externalId: settings.externalId,
    tags: settings.skipSessionTagging ? [] : sessionTags,
  };
  const asked = await askForRole((one) => assumeRole(proof.connection, from.attempt, one), request, proof);
  const base = { ...NOTHING, path: 'chained', chainedFrom: from.identity, role: proof.role, answers: [] } as const;
  return conclude(proof, base, asked, []);
}

function requestFor({ role, settings }: RoleProof): ChainedRoleRequest {
  return {
    roleArn: role.arn,
    sessionName: settings.sessionName ?? SESSION_NAME,
    durationSeconds: settings.durationSeconds ?? DURATION,
    policy: settings.policy,
    policyArns: settings.policyArns,
  };
}

interface Asked {
  readonly answers: readonly RoleAnswer[];
  readonly last: RoleAnswer;
  readonly faults: readonly RoleFault[];
}

/** Asks for the role, and again without what STS refuses of the request itself, each of the three once at most. */
async function askForRole(
  ask: (request: ChainedRoleRequest) => Promise<RoleAnswer>,
  first: ChainedRoleRequest,
  { confirm, connection }: RoleProof,
): Promise<Asked> {
  let request = first;
  let last = await ask(request);
  const answers = [last];
  let faults: readonly RoleFault[] = [];
  for (;;) {
    const refusal = last.kind === 'refused' ? last : undefined;
    const kind = refusal && faultOf(refusal, request);
    if (refusal === undefined || kind === undefined || faults.some((fault) => fault.kind === kind)) break;
    faults = [...faults, { kind, refusal, confirmed: false }];
    if (!confirm || connection.deadline.remaining() === 0) break;
    request = withoutFault(request, kind);
    last = await ask(request);
    answers.push(last);
    const wentOn = last.kind === 'assumed' || (last.kind === 'refused' && faultOf(last, request) !== kind);
    faults = faults.map((fault) => (fault.kind === kind ? { ...fault, confirmed: wentOn } : fault));
  }
  return { answers, last, faults };
}

function faultOf({ code, message }: Refused, request: ChainedRoleRequest): RoleFault['kind'] | undefined {
  const text = message.reveal();
  const kind = readRoleRefusal(code, text);
  if (kind === 'duration' || kind === 'packed-policy') return kind;
  const tagged = (request.tags ?? []).length > 0;
  return tagged && readDenial(text).action?.toLowerCase() === 'sts:tagsession' ? 'tagging' : undefined;
}

function withoutFault(request: ChainedRoleRequest, kind: RoleFault['kind']): ChainedRoleRequest {
  switch (kind) {
    case 'duration':
      return { ...request, durationSeconds: SHORTEST };
    case 'tagging':
      return { ...request, tags: [] };
    case 'packed-policy':
      return { ...request, tags: [], policy: undefined, policyArns: [] };
  }
}

async function conclude(
  proof: RoleProof,
  base: RoleEvidence,
  { answers, last: answer, faults }: Asked,
  secrets: readonly Secret[],
): Promise<Proof & { readonly role: RoleEvidence }> {
  if (answer.kind !== 'assumed') return { role: { ...base, faults, answers, answer }, secrets };
  const { credentials } = answer;
  const all = [...secrets, credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken];
  // What the job will ask for was refused: the role of another request is not the one to prove.
  if (faults.length > 0) return { role: { ...base, faults, answers }, secrets: all };
  const { region, endpoint } = proof;
  const attempt = { ...credentials, region, endpoint, clockOffset: answer.attempt.clockOffset };
  const { answers: checks, identity, check } = await checkRole(proof.connection, attempt, proof.role);
  const end = parseExpiration(credentials.expiration ?? '');
  return {
    role: {
      ...base,
      answers: [...answers, ...checks],
      identity,
      check,
      expiresAt: 'at' in end ? end.at : undefined,
    },
    session: identity && attempt,
    secrets: all,
  };
}
