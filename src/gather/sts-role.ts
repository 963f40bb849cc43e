import type { Answer, Attempt, Unanswered } from '../model/evidence.ts';
import type { FoundCredentials } from '../model/gathered.ts';
import { Secret } from '../model/secret.ts';
import type { SourceReason, StsSilence } from '../model/source-problem.ts';
import type { ChainedRoleRequest, RoleAnswer as StsAnswer, RoleRequest } from '../sts/assume-role.ts';
import type { Connection } from '../sts/call.ts';
import type { CredentialsAnswer } from './answer.ts';

/** How STS is reached when a profile or a web identity has a role assumed. */
export interface StsAccess {
  readonly region: string;
  readonly endpoint: URL;
  readonly connection: Connection;
  /** Called with every answer, for the report's count of requests and for AWS's clock. */
  readonly record: (answer: Pick<Answer, 'attempt' | 'requests' | 'requestIds' | 'clock'>) => void;
}

export type RoleAnswer =
  | { readonly kind: 'assumed'; readonly answer: CredentialsAnswer }
  | { readonly kind: 'refused'; readonly refusal: Extract<SourceReason, { kind: 'refused' }> }
  | { readonly kind: 'no-answer'; readonly silence: StsSilence };

/** Assumes a role with credentials already found. Never throws. */
export async function askRole(
  source: FoundCredentials,
  role: ChainedRoleRequest,
  access: StsAccess,
): Promise<RoleAnswer> {
  const attempt: Attempt = {
    accessKeyId: source.accessKeyId ?? new Secret(''),
    secretAccessKey: source.secretAccessKey ?? new Secret(''),
    sessionToken: source.sessionToken,
    region: access.region,
    endpoint: access.endpoint,
    clockOffset: 0,
  };
  const { assumeRole } = await import(/* webpackChunkName: "role" */ '../sts/assume-role.ts');
  return read(await assumeRole(access.connection, attempt, role), access);
}

/** Assumes a role with an OIDC token; the request carries no signature. Never throws. */
export async function askWebIdentityRole(token: Secret, role: RoleRequest, access: StsAccess): Promise<RoleAnswer> {
  const { assumeRoleWithWebIdentity } = await import(/* webpackChunkName: "role" */ '../sts/assume-role.ts');
  return read(await assumeRoleWithWebIdentity(access.connection, access, token, role), access);
}

function read(answer: StsAnswer, { record, connection }: StsAccess): RoleAnswer {
  record(answer);
  switch (answer.kind) {
    case 'assumed': {
      const { credentials } = answer;
      return {
        kind: 'assumed',
        answer: {
          accessKeyId: credentials.accessKeyId.reveal(),
          secretAccessKey: credentials.secretAccessKey.reveal(),
          sessionToken: credentials.sessionToken.reveal(),
          expiration: credentials.expiration,
        },
      };
    }
    case 'refused': {
      const { status, code, message, requestIds } = answer;
      return { kind: 'refused', refusal: { kind: 'refused', status, code, message, requestId: requestIds.at(-1) } };
    }
    case 'unanswered':
      return { kind: 'no-answer', silence: silenceOf(answer, connection.deadline.signal.aborted) };
  }
}

function silenceOf({ why, status, problem, detail }: Unanswered, isLate: boolean): StsSilence {
  if (isLate && why === 'unreachable') return { kind: 'time-out' };
  switch (why) {
    case 'throttled':
      return { kind: 'throttled' };
    case 'unavailable':
      return { kind: 'service-fault', status };
    case 'unrecognised':
      return { kind: 'unrecognised', detail };
    case 'unreachable':
      return { kind: 'unreachable', code: problem?.code };
  }
}

/** The ARN where it is one: anything else in its place may be a secret. */
export function shownRole(roleArn: string): string | undefined {
  return /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/.exec(roleArn)?.[0];
}
