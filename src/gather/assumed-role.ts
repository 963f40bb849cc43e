import { fromAnswer } from './answer.ts';
import { fromContainer } from './container.ts';
import { shownName } from '../model/text.ts';
import type { FoundCredentials } from '../model/gathered.ts';
import { fromInstance } from './instance.ts';
import { fromEnvironment } from './key-variables.ts';
import { failed, found, nothing, once, type SourceOutcome } from './source.ts';
import type { Place } from '../model/place.ts';
import type { SourceReason } from '../model/source-problem.ts';
import { setting, whereIs } from './shared-config.ts';
import type { Profile } from './shared-config.ts';
import { askRole, shownRole } from './sts-role.ts';
import { isOpenToAll, SESSION_NAME } from './web-identity.ts';
import type { World } from './source.ts';

/** With these STS says that the source credentials are at fault, not the role: then those are the ones to check. */
const SOURCE_REFUSED = new Set([
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'IncompleteSignature',
  'MissingAuthenticationToken',
]);

/**
 * A profile with `role_arn`: finds the credentials it starts from and assumes the role. When those cannot be right, or
 * STS refuses them, they are what is found, so that the check explains them and not the role.
 *
 * @param resolve - gives another profile's credentials
 */
export async function fromAssumedRole(
  name: string,
  profile: Profile,
  location: string,
  world: World,
  resolve: (source: string, namedBy: Place) => Promise<SourceOutcome>,
): Promise<SourceOutcome> {
  const namedBy = whereIs(profile, 'role_arn');
  const fault = { kind: 'source-unavailable', source: 'profile', namedBy } as const;
  const role = roleOf(profile);
  const unavailable = (reason: SourceReason): SourceOutcome => failed({ ...fault, reason });
  // botocore raises InvalidConfigError, and the SDK for JavaScript takes it for no role at all.
  if (setting(profile, 'source_profile') !== undefined && setting(profile, 'credential_source') !== undefined) {
    return unavailable({ kind: 'two-sources' });
  }
  if (setting(profile, 'mfa_serial') !== undefined) return unavailable({ kind: 'mfa' });
  const source = await startingCredentials(profile, world, resolve);
  if (source.kind === 'failed') return source;
  if (source.kind === 'nothing') return unavailable({ kind: 'no-start', nothing: source.reason });
  if (!maySend(source.credentials)) return source;
  if (isOpenToAll(world.sts.endpoint)) return unavailable({ kind: 'in-clear' });

  const answer = await askRole(source.credentials, role, world.sts);
  if (answer.kind === 'no-answer') return unavailable({ kind: 'sts-silent', silence: answer.silence });
  if (answer.kind === 'refused') {
    const { refusal } = answer;
    if (SOURCE_REFUSED.has(refusal.code)) return source;
    return failed({ ...fault, reason: refusal, role: shownRole(role.roleArn) });
  }
  const speaker = `AssumeRole for profile ${shownName(name)}`;
  return found(
    fromAnswer(answer.answer, 'SessionToken', speaker, { source: 'profile', location: `the role of ${location}` }),
  );
}

async function startingCredentials(
  profile: Profile,
  world: World,
  resolve: (source: string, namedBy: Place) => Promise<SourceOutcome>,
): Promise<SourceOutcome> {
  const sourceProfile = setting(profile, 'source_profile');
  if (sourceProfile !== undefined) return resolve(sourceProfile, whereIs(profile, 'source_profile'));
  switch (setting(profile, 'credential_source')) {
    case 'Environment': {
      const credentials = fromEnvironment(world.env);
      return credentials === undefined ? nothing({ kind: 'keys-not-set' }) : found(credentials);
    }
    case 'EcsContainer':
      return once(world, 'container', () => fromContainer(world.env, world.host, world.deadline));
    case 'Ec2InstanceMetadata':
      return once(world, 'instance', () => fromInstance(world.env, world.deadline));
    default:
      return nothing({ kind: 'unknown-credential-source' });
  }
}

/** Sending a secret in the key ID's place would show it on the wire: a key ID is capitals and digits, and never 40 long. */
function maySend(credentials: FoundCredentials): boolean {
  const keyId = credentials.accessKeyId?.reveal() ?? '';
  const isSendable = /^A[A-Z0-9]{15,31}$/.test(keyId) && !/[^\x20-\x7e]/.test(credentials.sessionToken?.reveal() ?? '');
  return isSendable && credentials.secretAccessKey !== undefined;
}

function roleOf(profile: Profile) {
  const seconds = Number(setting(profile, 'duration_seconds'));
  return {
    roleArn: setting(profile, 'role_arn') ?? '',
    sessionName: setting(profile, 'role_session_name') ?? SESSION_NAME,
    externalId: setting(profile, 'external_id'),
    durationSeconds: Number.isInteger(seconds) && seconds > 0 ? seconds : undefined,
  };
}
