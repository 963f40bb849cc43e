import { reachOf } from '../read/reach.ts';
import { Secret } from '../model/secret.ts';
import { fromAnswer } from './answer.ts';
import { type Environment, variable } from '../model/environment.ts';
import { displayPath, expandHome, faultOf, readText } from './files.ts';
import { failed, found, nothing, type SourceOutcome } from './source.ts';
import { askWebIdentityRole, shownRole } from './sts-role.ts';
import { nameOfPlace, type Place, variablePlace } from '../model/place.ts';
import type { SourceReason, UnusableFile } from '../model/source-problem.ts';
import type { World } from './source.ts';

export const SESSION_NAME = 'aws-credentials-preflight';

/** What names a token file and a role, and in which terms. */
export interface WebIdentity {
  readonly tokenFile: string;
  readonly roleArn: string | undefined;
  readonly sessionName: string | undefined;
  /** `AWS_WEB_IDENTITY_TOKEN_FILE`, a profile's `web_identity_token_file`. */
  readonly namedBy: Place;
  /** What the role would be named by: `AWS_ROLE_ARN`. */
  readonly roleNamedBy: Place;
}

/** AWS_WEB_IDENTITY_TOKEN_FILE and its companions, as EKS and some OIDC actions set them. AWS_ROLE_ARN alone says nothing: jobs use it for their own purposes. */
export function webIdentityVariables(env: Environment): WebIdentity | undefined {
  const tokenFile = variable(env, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  if (tokenFile === undefined) return undefined;
  return {
    tokenFile,
    roleArn: variable(env, 'AWS_ROLE_ARN'),
    sessionName: variable(env, 'AWS_ROLE_SESSION_NAME'),
    namedBy: variablePlace('AWS_WEB_IDENTITY_TOKEN_FILE'),
    roleNamedBy: variablePlace('AWS_ROLE_ARN'),
  };
}

/** Reads the token file and has the role assumed with it. */
export async function fromWebIdentity(identity: WebIdentity | undefined, world: World): Promise<SourceOutcome> {
  if (identity === undefined) return nothing({ kind: 'not-configured' });
  const fault = { kind: 'source-unavailable', source: 'web-identity', namedBy: identity.namedBy } as const;
  const unavailable = (reason: SourceReason): SourceOutcome => failed({ ...fault, reason });
  if (identity.roleArn === undefined) return unavailable({ kind: 'no-role', setting: identity.roleNamedBy });

  const path = expandHome(identity.tokenFile, world.host.homedir);
  const file = displayPath(path, world.host.homedir);
  const unusable = (why: Omit<UnusableFile, 'file'>): SourceOutcome =>
    unavailable({ kind: 'file', unusable: { file, ...why } });
  const read = await readText(path);
  if (read.kind !== 'text') return unusable(faultOf(read));
  const token = read.text.trim();
  if (token === '') return unusable({ fault: 'empty' });
  // Anything but a JWT would go to STS in clear although it may be another secret.
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return unusable({ fault: 'not-a-jwt' });

  if (isOpenToAll(world.sts.endpoint)) return unavailable({ kind: 'in-clear' });

  const role = {
    roleArn: identity.roleArn,
    sessionName: identity.sessionName ?? SESSION_NAME,
    externalId: undefined,
    durationSeconds: undefined,
  };
  const answer = await askWebIdentityRole(new Secret(token), role, world.sts);
  if (answer.kind === 'no-answer') return unavailable({ kind: 'sts-silent', silence: answer.silence });
  if (answer.kind === 'refused') return failed({ ...fault, role: shownRole(role.roleArn), reason: answer.refusal });
  const origin = { source: 'web-identity', location: `the web identity of ${nameOfPlace(identity.namedBy)}` } as const;
  return found(fromAnswer(answer.answer, 'SessionToken', 'AssumeRoleWithWebIdentity', origin));
}

/** Whether the endpoint takes the token in clear beyond this machine and its own network, where a LocalStack may stand. */
export function isOpenToAll({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && reachOf(hostname) === 'public';
}
