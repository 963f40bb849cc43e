import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Secret } from '../secret.ts';
import { parseObject, textOf } from './answer.ts';
import { displayPath, readText } from './files.ts';
import { failed, found, type Outcome } from './outcome.ts';
import { setting, whereIs } from './profile-settings.ts';
import type { Profile } from './shared-config.ts';
import type { World } from './world.ts';

/** Whether a profile takes its credentials from IAM Identity Center. */
export function isSso(profile: Profile): boolean {
  return ['sso_session', 'sso_start_url', 'sso_account_id', 'sso_role_name'].some(
    (key) => setting(profile, key) !== undefined,
  );
}

/**
 * A profile whose session was made by a person signing in. The SDK's provider does the talking; what is looked at
 * first is the cached token, for in a job it is never there or stale, and the SDK's messages do not tell which.
 */
export async function fromSdkProfile(
  kind: 'sso' | 'login',
  name: string,
  profile: Profile,
  location: string,
  world: World,
): Promise<Outcome> {
  const namedBy = whereIs(profile, kind === 'login' ? 'login_session' : ssoSetting(profile));
  const unavailable = (why: string): Outcome =>
    failed({ kind: 'source-unavailable', source: 'sso', namedBy, refusal: undefined, why });
  const fault = kind === 'sso' ? await cachedTokenFault(profile, world) : undefined;
  if (fault !== undefined) return unavailable(fault);
  try {
    const given = await withDeadline(ask(name, world), world.deadline);
    const command = kind === 'sso' ? 'aws sso login' : 'aws login';
    const called = (field: string): string => `${field} from the session of ${command}`;
    return found({
      source: 'sso',
      location: `the session of ${location}`,
      accessKeyId: new Secret(given.accessKeyId),
      secretAccessKey: new Secret(given.secretAccessKey),
      sessionToken: given.sessionToken === undefined ? undefined : new Secret(given.sessionToken),
      names: {
        accessKeyId: called('accessKeyId'),
        secretAccessKey: called('secretAccessKey'),
        sessionToken: called('sessionToken'),
      },
      expirations:
        given.expiration === undefined ? [] : [{ text: given.expiration.toISOString(), name: called('expiration') }],
    });
  } catch (error) {
    if (world.deadline.aborted)
      return unavailable('the sign-in service did not answer before the time-out of this step');
    return unavailable(`the session could not be turned into credentials${statusOf(error)}`);
  }
}

async function ask(profile: string, world: World) {
  const { fromIni } = await import('@aws-sdk/credential-provider-ini');
  const { config, credentials } = world.config.files;
  const handler = world.sts.requestHandler;
  return fromIni({
    profile,
    filepath: credentials.path,
    configFilepath: config.path,
    ignoreCache: true,
    clientConfig: handler === undefined ? {} : { requestHandler: handler },
  })();
}

/** Why the cached token cannot serve, without the token. Its file is named by the SHA-1 of the session's name or start URL. */
async function cachedTokenFault(profile: Profile, world: World): Promise<string | undefined> {
  const key = setting(profile, 'sso_session') ?? setting(profile, 'sso_start_url');
  if (key === undefined) return 'the profile has neither sso_session nor sso_start_url';
  const file = `${createHash('sha1').update(key).digest('hex')}.json`;
  const path = join(world.host.homedir, '.aws', 'sso', 'cache', file);
  const shown = displayPath(path, world.host.homedir);
  const read = await readText(path);
  if (read.kind === 'absent') return `nobody has signed in on this machine: there is no ${shown}`;
  if (read.kind === 'unreadable') return `the cached token ${shown} ${read.why}`;
  const token = parseObject(read.text);
  if (token === undefined) return `the cached token ${shown} is not a JSON object`;
  const ends = Date.parse(textOf(token['expiresAt']) ?? '');
  if (Number.isNaN(ends)) return `the cached token ${shown} does not tell when it ends`;
  if (ends > Date.now() || textOf(token['refreshToken']) !== undefined) return undefined;
  return `the sign-in ended at ${new Date(ends).toISOString()}, and only a person can sign in again`;
}

function ssoSetting(profile: Profile): string {
  return setting(profile, 'sso_session') === undefined ? 'sso_start_url' : 'sso_session';
}

/** The SDK's provider takes no signal. */
async function withDeadline<Value>(work: Promise<Value>, deadline: AbortSignal): Promise<Value> {
  let stop: (() => void) | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(new Error('the deadline has passed'));
    };
    if (deadline.aborted) stop();
    else deadline.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    if (stop !== undefined) deadline.removeEventListener('abort', stop);
  }
}

function statusOf(error: unknown): string {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === undefined ? '' : ` (status ${status})`;
}
