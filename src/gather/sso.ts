import type { HttpHandlerOptions, HttpRequest, HttpResponse, RequestHandler as SdkHandler } from '@smithy/types';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Secret } from '../model/secret.ts';
import { variable } from '../model/environment.ts';
import type { Place } from '../model/place.ts';
import type { SourceReason } from '../model/source-problem.ts';
import { shownName } from '../model/text.ts';
import { parseObject, nonEmptyText } from './answer.ts';
import { displayPath, faultOf, readText } from './files.ts';
import { type Profile, setting, type SharedConfig, whereIs } from './shared-config.ts';
import { failed, found, type SourceOutcome, type World } from './source.ts';
import { sdkRequestHandler, type SdkRequestHandler as RequestHandler } from './sdk-handler.ts';

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
): Promise<SourceOutcome> {
  const namedBy = whereIs(profile, kind === 'login' ? 'login_session' : ssoSetting(profile));
  const problem = { kind: 'source-unavailable', source: 'sso', namedBy } as const;
  const lack = kind === 'sso' ? ssoLack(profile, world.config) : undefined;
  if (lack !== undefined) return failed({ ...problem, reason: lack });
  const fault = kind === 'sso' ? await cachedTokenFault(profile, world) : await loginFault(profile, world);
  if (fault !== undefined) return failed({ ...problem, reason: fault });
  const portal = watchPortal(portalHandler(world));
  try {
    const given = await withDeadline(ask(name, world, portal), world.deadline);
    const command = kind === 'sso' ? 'aws sso login' : 'aws login';
    const called = (name: string): Place => ({ kind: 'answer', name, speaker: `the session of ${command}` });
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
        given.expiration === undefined ? [] : [{ text: given.expiration.toISOString(), place: called('expiration') }],
    });
  } catch (error) {
    return failed({ ...problem, reason: portalFault(error, portal.seen, world.deadline) });
  }
}

function portalHandler({ sts: { connection } }: World): RequestHandler {
  return sdkRequestHandler(connection.send, connection.deadline, undefined, () => undefined);
}

/** Which setting is missing, in the profile or in the session that it names: the cached token is no use without. */
function ssoLack(profile: Profile, config: SharedConfig): SourceReason | undefined {
  const session = setting(profile, 'sso_session');
  const section = session === undefined ? undefined : config.sections.get(`sso-session ${session}`);
  const file = config.files.config.shown;
  if (session !== undefined && section === undefined) {
    return { kind: 'no-sso-session', session: shownName(session), file };
  }
  const has = (key: string): boolean =>
    section === undefined ? setting(profile, key) !== undefined : (section.settings.get(key)?.value ?? '') !== '';
  const own = ['sso_account_id', 'sso_role_name'].filter((key) => setting(profile, key) === undefined);
  const shared = ['sso_start_url', 'sso_region'].filter((key) => !has(key));
  const missing = [...own.map((key) => whereIs(profile, key)), ...shared.map((key) => whereShared(key))];
  return missing.length === 0 ? undefined : { kind: 'no-sso-settings', missing };

  function whereShared(key: string): Place {
    return section === undefined ? whereIs(profile, key) : { kind: 'setting', name: key, heading: section.name, file };
  }
}

async function ask(profile: string, world: World, portal: Portal) {
  const { fromIni } = await import(/* webpackChunkName: "sso" */ '@aws-sdk/credential-provider-ini');
  const { config, credentials } = world.config.files;
  const { handler } = portal;
  return fromIni({
    profile,
    filepath: credentials.path,
    configFilepath: config.path,
    ignoreCache: true,
    clientConfig: handler === undefined ? {} : { requestHandler: handler },
  })();
}

/** Why the cached token cannot serve, without the token. Its file is named by the SHA-1 of the session's name or start URL. */
async function cachedTokenFault(profile: Profile, world: World): Promise<SourceReason | undefined> {
  const key = setting(profile, 'sso_session') ?? setting(profile, 'sso_start_url');
  if (key === undefined) return { kind: 'no-sso-name' };
  const name = `${createHash('sha1').update(key).digest('hex')}.json`;
  const path = join(world.host.homedir, '.aws', 'sso', 'cache', name);
  const file = displayPath(path, world.host.homedir);
  const read = await readText(path);
  if (read.kind === 'absent') return { kind: 'signed-out', file };
  if (read.kind === 'unreadable') return { kind: 'cached-token', unusable: { file, ...faultOf(read) } };
  const token = parseObject(read.text);
  if (token === undefined) return { kind: 'cached-token', unusable: { file, fault: 'not-json' } };
  const ends = Date.parse(nonEmptyText(token['expiresAt']) ?? '');
  if (Number.isNaN(ends)) return { kind: 'cached-token', unusable: { file, fault: 'no-end' } };
  if (ends > Date.now() || nonEmptyText(token['refreshToken']) !== undefined) return undefined;
  return { kind: 'sign-in-ended', at: new Date(ends) };
}

/** `aws login` names its file by the SHA-256 of the session. */
async function loginFault(profile: Profile, world: World): Promise<SourceReason | undefined> {
  const session = setting(profile, 'login_session') ?? '';
  const folder = variable(world.env, 'AWS_LOGIN_CACHE_DIRECTORY') ?? join(world.host.homedir, '.aws', 'login', 'cache');
  const path = join(folder, `${createHash('sha256').update(session.trim()).digest('hex')}.json`);
  const read = await readText(path);
  return read.kind === 'absent' ? { kind: 'signed-out', file: displayPath(path, world.host.homedir) } : undefined;
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

/** What came back from the sign-in service, as far as the way to the network saw it. */
interface Seen {
  status: number | undefined;
  failed: boolean;
}

export interface Portal {
  readonly handler: RequestHandler | undefined;
  readonly seen: Readonly<Seen>;
}

/** The SDK's provider keeps of an error its name alone, so the last answer is looked at on its way. */
export function watchPortal(handler: RequestHandler | undefined): Portal {
  const seen: Seen = { status: undefined, failed: false };
  if (handler === undefined || !('handle' in handler)) return { handler, seen };
  const inner = handler as Handler;
  const handle: Handler['handle'] = async (request, options) => {
    try {
      const answer = await inner.handle(request, options);
      Object.assign(seen, { status: answer.response.statusCode, failed: false });
      return answer;
    } catch (error) {
      Object.assign(seen, { status: undefined, failed: true });
      throw error;
    }
  };
  return { handler: { ...handler, handle }, seen };
}

type Handler = SdkHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/**
 * What the portal said. Only an answer of its own speaks of the session; silence says nothing, as STS's does. 401: the
 * session is over. 403: nobody gave this person that role in that account
 * (https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html).
 */
export function portalFault(error: unknown, seen: Readonly<Seen>, deadline: AbortSignal): SourceReason {
  if (deadline.aborted) return { kind: 'sso-silent', silence: { kind: 'time-out' } };
  const text = error instanceof Error ? error.message : '';
  const status = STATUS.find(([name]) => text.startsWith(name))?.[1] ?? seen.status;
  if (status === 403) return { kind: 'sso-no-role' };
  if (status === 401) return { kind: 'sign-in-ended', at: undefined };
  if (status === 429 || (status !== undefined && status >= 500))
    return { kind: 'sso-silent', silence: { kind: 'service-fault', status } };
  const code = /\b(?:E[A-Z]{4,}|EAI_[A-Z]+)\b/.exec(text)?.[0];
  if (seen.failed || code !== undefined) return { kind: 'sso-silent', silence: { kind: 'unreachable', code } };
  return { kind: 'sso-no-credentials', status };
}

/** The SDK's names for the portal's errors, which its own error begins with. */
const STATUS: readonly (readonly [string, number])[] = [
  ['UnauthorizedException', 401],
  ['ForbiddenException', 403],
  ['TooManyRequestsException', 429],
];
