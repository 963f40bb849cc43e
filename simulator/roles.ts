import { element, refusal, type Refusal } from './answer.ts';
import { addSession, type TemporaryCredentials } from './builders.ts';
import { roleArn, type Role, type Session, type World } from './world.ts';

export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
}

const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const ROLE_ARN = /^arn:[\w-]+:iam::\d{12}:role\/.+$/;

/** What both ways to a role ask for, or the first thing that is wrong with it. */
export function readRoleRequest(parameters: URLSearchParams): RoleRequest | Refusal {
  const arn = parameters.get('RoleArn') ?? '';
  const sessionName = parameters.get('RoleSessionName') ?? '';
  const duration = Number(parameters.get('DurationSeconds') ?? 3600);
  const complaints: string[] = [];
  if (arn.length < 20) complaints.push(constraint(arn, 'roleArn', 'have length greater than or equal to 20'));
  if (!SESSION_NAME.test(sessionName)) {
    complaints.push(constraint(sessionName, 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*'));
  }
  if (duration < 900)
    complaints.push(constraint(String(duration), 'durationSeconds', 'have value greater than or equal to 900'));
  if (duration > 43_200)
    complaints.push(constraint(String(duration), 'durationSeconds', 'have value less than or equal to 43200'));
  if (complaints.length > 0) {
    const plural = complaints.length === 1 ? 'error' : 'errors';
    return validation(`${complaints.length} validation ${plural} detected: ${complaints.join('; ')}`);
  }
  return ROLE_ARN.test(arn) ? { roleArn: arn, sessionName, duration } : validation('Request ARN is invalid');
}

export function findRole(world: World, arn: string): Role | undefined {
  return world.roles.find((role) => roleArn(world, role) === arn);
}

/** Deactivated STS refuses only what makes credentials; `account` is the one that asks. */
export function regionRefusal(world: World, account: string, region: string): Refusal | undefined {
  if (world.accounts.get(account)?.stsDeactivated.has(region) !== true) return undefined;
  return refusal(
    403,
    'RegionDisabledException',
    `STS is not activated in this region for account:${account}. Your account administrator can activate STS in this region using the IAM Console.`,
  );
}

/** The longest the role allows; an hour where a session assumes the next role. */
export function durationRefusal(role: Role, duration: number, chained: boolean): Refusal | undefined {
  if (chained && duration > 3600) {
    return validation(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  if (duration <= role.maxSessionDuration) return undefined;
  return validation('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
}

/** Characters of policies and tags that fit; AWS packs them in a form of its own, whose limit it does not publish. */
const PACKED_ROOM = 1500;

/** Session policies and tags that are too large together. */
export function packedRefusal(parameters: URLSearchParams): Refusal | undefined {
  const packed = [...parameters].filter(([name]) => /^(?:Policy$|PolicyArns\.|Tags\.)/.test(name));
  const size = packed.reduce((sum, [, value]) => sum + value.length, 0);
  const percent = Math.ceil((size / PACKED_ROOM) * 100);
  if (percent <= 100) return undefined;
  return refusal(
    400,
    'PackedPolicyTooLarge',
    `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
  );
}

/** A session of the role, known to the world from now on. */
export function mintSession(
  world: World,
  role: Role,
  { sessionName, duration }: RoleRequest,
  { region, now }: { readonly region: string; readonly now: Date },
): TemporaryCredentials & { readonly session: Session } {
  return addSession(world, { role, sessionName, issuedIn: region, issuedAt: now, lifetime: duration });
}

/** The part of the answer that both calls share. */
export function sessionXml(credentials: TemporaryCredentials & { readonly session: Session }): string {
  const { session } = credentials;
  return `    <AssumedRoleUser>
      ${element('AssumedRoleId', session.userId)}
      ${element('Arn', session.arn)}
    </AssumedRoleUser>
    <Credentials>
      ${element('AccessKeyId', credentials.accessKeyId)}
      ${element('SecretAccessKey', credentials.secretAccessKey)}
      ${element('SessionToken', credentials.sessionToken)}
      ${element('Expiration', session.expiresAt.toISOString().replace(/\.\d{3}/, ''))}
    </Credentials>`;
}

function constraint(value: string, member: string, rule: string): string {
  return `Value '${value}' at '${member}' failed to satisfy constraint: Member must ${rule}`;
}

export function validation(message: string): Refusal {
  return refusal(400, 'ValidationError', message);
}
