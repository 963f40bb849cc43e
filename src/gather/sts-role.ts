import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { isServiceFaultCode, isThrottlingCode } from '../read/refusal.ts';
import { Secret } from '../model/secret.ts';
import { type CredentialsAnswer, textOf } from './answer.ts';
import type { FoundCredentials } from '../model/gathered.ts';
import type { SourceUnavailable } from '../model/source-problem.ts';

export type RequestHandler = NonNullable<STSClientConfig['requestHandler']>;

/** How STS is reached when a profile or a web identity has a role assumed. */
export interface StsAccess {
  readonly region: string;
  /** Undefined: AWS's own for the region. */
  readonly endpoint: string | undefined;
  readonly requestHandler: RequestHandler | undefined;
}

export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
  readonly durationSeconds: number | undefined;
}

export type RoleAnswer =
  | { readonly kind: 'assumed'; readonly answer: CredentialsAnswer }
  | { readonly kind: 'refused'; readonly refusal: NonNullable<SourceUnavailable['refusal']> }
  /** `why` stands alone: `STS did not answer before the time-out of this step`. */
  | { readonly kind: 'no-answer'; readonly why: string };

/** Assumes a role with credentials already found. Never throws. */
export function assumeRole(
  source: FoundCredentials,
  role: RoleRequest,
  access: StsAccess,
  deadline: AbortSignal,
): Promise<RoleAnswer> {
  const credentials = {
    accessKeyId: source.accessKeyId?.reveal() ?? '',
    secretAccessKey: source.secretAccessKey?.reveal() ?? '',
    ...(source.sessionToken === undefined ? {} : { sessionToken: source.sessionToken.reveal() }),
  };
  return ask(access, { credentials }, deadline, async (client) => {
    const { AssumeRoleCommand } = await import('@aws-sdk/client-sts');
    const command = new AssumeRoleCommand({ ...common(role), ExternalId: role.externalId });
    return client.send(command, { abortSignal: deadline });
  });
}

/** Assumes a role with an OIDC token; the request carries no signature. Never throws. */
export function assumeRoleWithWebIdentity(
  token: Secret,
  role: RoleRequest,
  access: StsAccess,
  deadline: AbortSignal,
): Promise<RoleAnswer> {
  return ask(access, {}, deadline, async (client) => {
    const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts');
    const command = new AssumeRoleWithWebIdentityCommand({ ...common(role), WebIdentityToken: token.reveal() });
    return client.send(command, { abortSignal: deadline });
  });
}

interface RoleOutput {
  readonly Credentials?:
    | {
        readonly AccessKeyId?: string | undefined;
        readonly SecretAccessKey?: string | undefined;
        readonly SessionToken?: string | undefined;
        readonly Expiration?: Date | undefined;
      }
    | undefined;
}

async function ask(
  access: StsAccess,
  more: Pick<STSClientConfig, 'credentials'>,
  deadline: AbortSignal,
  send: (client: STSClient) => Promise<RoleOutput>,
): Promise<RoleAnswer> {
  let client: STSClient | undefined;
  try {
    const { STSClient: Client } = await import('@aws-sdk/client-sts');
    client = new Client({
      ...more,
      region: access.region,
      ...(access.endpoint === undefined ? {} : { endpoint: access.endpoint }),
      ...(access.requestHandler === undefined ? {} : { requestHandler: access.requestHandler }),
    });
    return assumed(await send(client));
  } catch (error) {
    return failure(error as ServiceError, deadline);
  } finally {
    if (access.requestHandler === undefined) client?.destroy();
  }
}

function assumed({ Credentials: given }: RoleOutput): RoleAnswer {
  if (given === undefined) return { kind: 'no-answer', why: 'STS answered without credentials' };
  return {
    kind: 'assumed',
    answer: {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      sessionToken: given.SessionToken,
      expiration: given.Expiration?.toISOString(),
    },
  };
}

interface ServiceError {
  readonly name?: string;
  /** The code on the wire; the SDK gives some errors another name: InvalidIdentityTokenException. */
  readonly Code?: unknown;
  readonly message?: string;
  readonly code?: string;
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

function failure(error: ServiceError, deadline: AbortSignal): RoleAnswer {
  const status = error.$metadata?.httpStatusCode;
  const code = (textOf(error.Code) ?? '').replace(/[^A-Za-z]/g, '').slice(0, 64);
  // Without a code of AWS's own it is a page of somebody on the way.
  if (error.$fault !== undefined && status !== undefined && code !== '') {
    if (status >= 500 || isThrottlingCode(code) || isServiceFaultCode(code))
      return { kind: 'no-answer', why: `STS answered with ${code} (status ${status})` };
    const requestId = /^[\w-]{1,64}$/.exec(error.$metadata?.requestId ?? '')?.[0];
    return { kind: 'refused', refusal: { status, code, message: new Secret(error.message ?? ''), requestId } };
  }
  if (deadline.aborted) return { kind: 'no-answer', why: 'STS did not answer before the time-out of this step' };
  const reason = (error.code ?? '').replace(/[^A-Z0-9_]/g, '');
  return { kind: 'no-answer', why: `STS could not be asked to assume the role${reason === '' ? '' : ` (${reason})`}` };
}

function common(role: RoleRequest): { RoleArn: string; RoleSessionName: string; DurationSeconds: number | undefined } {
  return { RoleArn: role.roleArn, RoleSessionName: role.sessionName, DurationSeconds: role.durationSeconds };
}

/** The ARN where it is one: anything else in its place may be a secret. */
export function shownRole(roleArn: string): string | undefined {
  return /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/.exec(roleArn)?.[0];
}
