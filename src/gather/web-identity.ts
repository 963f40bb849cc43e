import { reachOf } from '../read/reach.ts';
import { Secret } from '../model/secret.ts';
import { fromAnswer } from './answer.ts';
import { type Environment, variable } from '../model/environment.ts';
import { displayPath, expandHome, readText } from './files.ts';
import { failed, found, nothing, type Outcome } from './source.ts';
import { askWebIdentityRole, shownRole } from './sts-role.ts';
import type { World } from './source.ts';

export const SESSION_NAME = 'aws-credentials-preflight';

/** What names a token file and a role, and in which terms. */
export interface WebIdentity {
  readonly tokenFile: string;
  readonly roleArn: string | undefined;
  readonly sessionName: string | undefined;
  /** `AWS_WEB_IDENTITY_TOKEN_FILE`, `web_identity_token_file of [prod] in ~/.aws/config`. */
  readonly namedBy: string;
  /** What the role would be named by: `AWS_ROLE_ARN`. */
  readonly roleNamedBy: string;
}

/** AWS_WEB_IDENTITY_TOKEN_FILE and its companions, as EKS and some OIDC actions set them. AWS_ROLE_ARN alone says nothing: jobs use it for their own purposes. */
export function webIdentityVariables(env: Environment): WebIdentity | undefined {
  const tokenFile = variable(env, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  if (tokenFile === undefined) return undefined;
  return {
    tokenFile,
    roleArn: variable(env, 'AWS_ROLE_ARN'),
    sessionName: variable(env, 'AWS_ROLE_SESSION_NAME'),
    namedBy: 'AWS_WEB_IDENTITY_TOKEN_FILE',
    roleNamedBy: 'AWS_ROLE_ARN',
  };
}

/** Reads the token file and has the role assumed with it. */
export async function fromWebIdentity(identity: WebIdentity | undefined, world: World): Promise<Outcome> {
  if (identity === undefined) return nothing('not configured');
  const fault = { kind: 'source-unavailable', source: 'web-identity', namedBy: identity.namedBy } as const;
  const unavailable = (why: string): Outcome => failed({ ...fault, refusal: undefined, why });
  if (identity.roleArn === undefined) {
    const why = `${identity.roleNamedBy} is not set, so there is no role to assume`;
    return failed({ ...fault, refusal: undefined, remedy: 'name-the-role', why });
  }

  const path = expandHome(identity.tokenFile, world.host.homedir);
  const shown = displayPath(path, world.host.homedir);
  const read = await readText(path);
  if (read.kind === 'absent') return unavailable(`the file ${shown} does not exist`);
  if (read.kind === 'unreadable') return unavailable(`the file ${shown} ${read.why}`);
  const token = read.text.trim();
  if (token === '') return unavailable(`the file ${shown} is empty`);
  // Anything but a JWT would go to STS in clear although it may be another secret.
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return unavailable(`the file ${shown} does not hold a JSON web token`);

  if (isOpenToAll(world.sts.endpoint)) return unavailable('the token would go to the configured endpoint in clear');

  const role = {
    roleArn: identity.roleArn,
    sessionName: identity.sessionName ?? SESSION_NAME,
    externalId: undefined,
    durationSeconds: undefined,
  };
  const answer = await askWebIdentityRole(new Secret(token), role, world.sts);
  if (answer.kind === 'no-answer') return failed({ ...fault, refusal: undefined, unanswered: true, why: answer.why });
  if (answer.kind === 'refused') {
    const { refusal } = answer;
    return failed({
      ...fault,
      refusal,
      role: shownRole(role.roleArn),
      why: `STS refused the token with ${refusal.code}`,
    });
  }
  const origin = { source: 'web-identity', location: `the web identity of ${identity.namedBy}` } as const;
  return found(fromAnswer(answer.answer, 'SessionToken', 'AssumeRoleWithWebIdentity', origin));
}

/** Whether the endpoint takes the token in clear beyond this machine and its own network, where a LocalStack may stand. */
function isOpenToAll({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && reachOf(hostname) === 'public';
}
