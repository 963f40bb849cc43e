import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
  STSServiceException,
  type AssumeRoleCommandInput,
  type GetCallerIdentityCommandOutput,
} from '@aws-sdk/client-sts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** AWS's own SDK as the caller: it signs, and reads the answers, independently of the simulator. */
export function client(url: string, credentials: Credentials, region = 'us-east-1'): STSClient {
  return new STSClient({
    endpoint: url,
    region,
    credentials,
    maxAttempts: 1,
    disableClockSkewCorrection: true,
  });
}

export async function ask(
  url: string,
  credentials: Credentials,
  region?: string,
): Promise<GetCallerIdentityCommandOutput> {
  return client(url, credentials, region).send(new GetCallerIdentityCommand({}));
}

export async function assume(url: string, credentials: Credentials, input: Partial<AssumeRoleCommandInput>) {
  const command = new AssumeRoleCommand({ RoleArn: undefined, RoleSessionName: 'test', ...input });
  return client(url, credentials).send(command);
}

export async function assumeByWeb(url: string, roleArn: string, token: string, duration = 900) {
  const anonymous = { accessKeyId: 'none', secretAccessKey: 'none' };
  return client(url, anonymous).send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: 'GitHubActions',
      WebIdentityToken: token,
      DurationSeconds: duration,
    }),
  );
}

/** Status, code and message of the refusal that the call must end with. */
export async function refusalOf(call: Promise<unknown>): Promise<[number | undefined, string, string]> {
  try {
    await call;
  } catch (error) {
    if (error instanceof STSServiceException) return [error.$metadata.httpStatusCode, error.name, error.message];
    throw error;
  }
  throw new Error('It was not refused');
}
