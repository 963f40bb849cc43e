import { type CredentialsAnswer, fromAnswer, parseObject, readAnswer } from './answer.ts';
import type { Environment, Host } from './environment.ts';
import { displayName } from './files.ts';
import { failed, found, type Outcome } from './outcome.ts';
import type { CredentialProcessFailed } from './problem.ts';
import { type ProcessResult, runCommand } from './process.ts';
import { redactOutput } from './redact.ts';

type Failure = CredentialProcessFailed['failure'];

/**
 * Runs a profile's `credential_process`
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html). The SDK's own provider sets no
 * time limit and keeps neither exit status nor standard error apart.
 *
 * @param location - of the profile, such as `profile prod in ~/.aws/config`
 * @param where - the setting stands: `credential_process of [profile prod] in ~/.aws/config`
 * @param secrets - known values that the command might print
 */
export async function fromCredentialProcess(
  profile: string,
  location: string,
  where: string,
  command: string,
  world: { readonly env: Environment; readonly host: Host; readonly deadline: AbortSignal },
  secrets: readonly string[],
): Promise<Outcome> {
  const result = await runCommand(command, world.env, world.host, world.deadline);
  const reading = read(result);
  if ('failure' in reading) {
    return failed({
      kind: 'credential-process-failed',
      profile: displayName(profile),
      where,
      command: programName(command),
      failure: reading.failure,
      stderr: redactOutput(result.stderr, secrets),
    });
  }
  const origin = { source: 'process', location: `credential_process of ${location}` } as const;
  return found(fromAnswer(reading.answer, 'SessionToken', `credential_process of ${location}`, origin));
}

function read(result: ProcessResult): { answer: CredentialsAnswer } | { failure: Failure } {
  switch (result.kind) {
    case 'ended':
      return readOutput(result.stdout);
    case 'exit':
      return { failure: { reason: 'exit', status: result.status } };
    case 'signal':
      return { failure: { reason: 'signal', signal: result.signal } };
    case 'not-started':
      return { failure: { reason: 'not-started', code: result.code } };
    case 'time-out':
      return { failure: { reason: 'time-out', seconds: result.seconds } };
    case 'too-much-output':
      return { failure: { reason: result.kind } };
  }
}

function readOutput(stdout: string): { answer: CredentialsAnswer } | { failure: Failure } {
  const body = parseObject(stdout.replace(/^\uFEFF/, ''));
  if (body === undefined) return { failure: { reason: 'not-json' } };
  if (body['Version'] !== 1) return { failure: { reason: 'wrong-version' } };
  const answer = readAnswer(body, 'SessionToken');
  const missing = [
    ...(answer.accessKeyId === undefined ? ['AccessKeyId'] : []),
    ...(answer.secretAccessKey === undefined ? ['SecretAccessKey'] : []),
  ];
  if (missing.length > 0) return { failure: { reason: 'incomplete', missing } };
  const ends = answer.expiration === undefined ? NaN : Date.parse(answer.expiration);
  const secondsAgo = (Date.now() - ends) / 1000;
  if (secondsAgo > 0) return { failure: { reason: 'expired', expiration: new Date(ends).toISOString(), secondsAgo } };
  return { answer };
}

/** The program's base name: the path may name a user, and the arguments may hold secrets. */
function programName(command: string): string {
  const word = /^\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(command);
  const path = word?.[1] ?? word?.[2] ?? word?.[3] ?? '';
  // `TOKEN=… program`: the first word is an assignment, with a value that may be secret.
  if (path.includes('=')) return 'the command';
  return displayName(path.split(/[/\\]/).at(-1) ?? '');
}
