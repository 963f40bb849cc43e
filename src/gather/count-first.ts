import type { FoundCredentials, Gathered } from '../model/gathered.ts';
import type { SourceProblem } from '../model/source-problem.ts';
import { environmentVariable } from '../model/environment.ts';
import type { ToolForecast, Origin, Plan, StopCause, Tool } from '../model/tools.ts';
import { fromAnswer } from './answer.ts';
import { type Place, variablePlace, inputPlace } from '../model/place.ts';
import { shownName } from '../model/text.ts';
import { fromContainer } from './container.ts';
import { fromInstance } from './instance.ts';
import { environmentExpirations } from './key-variables.ts';
import { fileOf, fromProfile, profileNotFound } from './profile.ts';
import { setting, whereIs } from './shared-config.ts';
import { found, once, type SourceOutcome, type World } from './source.ts';
import { keyOfCredentials, planKey, type Predictions } from './tool-forecast.ts';
import { fromWebIdentity, webIdentityVariables } from './web-identity.ts';

type Choice = Pick<Gathered, 'credentials' | 'problems' | 'looked'>;

export interface Counted extends Choice {
  /** What the checked credentials are, as a plan; undefined where no tool works. */
  readonly plan: Plan | undefined;
}

/**
 * Which credentials are checked, and whether a fault of a source is one of the job. A source, a profile or a file is at
 * fault only where at most one of the tools works; otherwise the first working one's credentials are checked.
 *
 * @param search - looks where the AWS CLI looks, and says what is wrong there
 */
export async function countFirst(
  predictions: Predictions,
  named: readonly Tool[],
  world: World,
  search: () => Promise<Choice>,
): Promise<Counted> {
  const working = predictions.filter(({ prediction }) => prediction.kind !== 'stops');
  const preferred = working.filter(({ tool }) => named.length === 0 || named.includes(tool));
  const first = [...preferred, ...working].find(({ prediction }) => prediction.kind === 'takes');
  const plan = first?.prediction.kind === 'takes' ? first.prediction.plan : undefined;
  if (working.length >= 2) {
    if (plan === undefined) return { ...(await search()), plan };
    return { ...(await take(plan, first?.tool === 'aws-cli' ? search : undefined, world)), plan };
  }
  const choice = await search();
  const causes = predictions.flatMap(({ prediction }) => (prediction.kind === 'stops' ? [prediction.cause] : []));
  // Where nothing was found anyway, that is the finding.
  const isStopped = choice.problems.length === 0 && choice.credentials !== undefined;
  const problems = isStopped ? causes.flatMap((cause) => problemOf(cause, world)) : choice.problems;
  const some = problems.slice(0, Math.max(1, choice.problems.length));
  if (plan !== undefined && choice.problems.length === 0)
    return { ...(await take(plan, undefined, world)), problems: some, plan };
  // No tool reads what this search found, unless it is half a pair, which somebody meant to be one.
  const isHalf = choice.credentials?.accessKeyId === undefined || choice.credentials.secretAccessKey === undefined;
  const nothing = causes.every(({ kind }) => kind === 'nothing-found');
  return { ...choice, credentials: nothing && !isHalf ? undefined : choice.credentials, problems: some, plan };
}

/** The credentials of a plan: as the search finds them where it finds the same, else as the tool reads them. */
async function take(plan: Plan, search: (() => Promise<Choice>) | undefined, world: World): Promise<Choice> {
  if (search !== undefined && plan.kind !== 'web-identity') {
    const choice = await search();
    const isSame = choice.credentials !== undefined && keyOfCredentials(choice.credentials) === planKey(plan);
    if (isSame) return { ...choice, problems: [] };
    // What has to be made on the way is made by the search itself.
    if (plan.kind !== 'keys') return choice;
  }
  const outcome = await make(plan, world);
  const looked = [{ place: 'the AWS tools', result: outcome.kind === 'found' ? foundAt(outcome) : outcome }];
  if (outcome.kind === 'found') return { credentials: outcome.credentials, problems: [], looked };
  return { credentials: undefined, problems: outcome.kind === 'failed' ? [outcome.problem] : [], looked };
}

function foundAt({ credentials }: Extract<SourceOutcome, { kind: 'found' }>) {
  return { kind: 'found', location: credentials.location } as const;
}

async function make(plan: Plan, world: World): Promise<SourceOutcome> {
  switch (plan.kind) {
    case 'keys':
      return makeKeys(plan, world);
    case 'session':
      return 'profile' in plan.origin
        ? fromProfile(plan.origin.profile, variablePlace('AWS_PROFILE'), world)
        : nothingMade();
    case 'role':
      return fromProfile(plan.profile, variablePlace('AWS_PROFILE'), world);
    case 'web-identity': {
      const variables = webIdentityVariables(world.env);
      const profile = plan.profile === undefined ? undefined : world.config.profiles.get(plan.profile);
      const named = (key: string): Place =>
        profile === undefined ? { kind: 'setting', name: key } : whereIs(profile, key);
      return fromWebIdentity(
        {
          tokenFile: plan.tokenFile,
          roleArn: plan.roleArn,
          sessionName: variables?.sessionName ?? (profile && setting(profile, 'role_session_name')),
          namedBy:
            plan.profile === undefined
              ? variablePlace('AWS_WEB_IDENTITY_TOKEN_FILE')
              : named('web_identity_token_file'),
          roleNamedBy: plan.profile === undefined ? variablePlace('AWS_ROLE_ARN') : named('role_arn'),
        },
        world,
      );
    }
  }
}

function nothingMade(): SourceOutcome {
  return { kind: 'nothing', reason: { kind: 'not-configured' } };
}

function makeKeys(plan: Extract<Plan, { kind: 'keys' }>, world: World): SourceOutcome | Promise<SourceOutcome> {
  const { origin } = plan;
  const { env, host, deadline } = world;
  switch (origin.kind) {
    case 'variables':
      return found(ofVariables(plan, world));
    case 'profile':
      return found(ofProfile(plan, origin, world));
    case 'process': {
      const profile = world.config.profiles.get(origin.profile);
      const file = profile === undefined ? world.config.files.config.shown : fileOf(profile, world.config);
      const location = `credential_process of profile ${shownName(origin.profile)} in ${file}`;
      const answer = {
        accessKeyId: plan.accessKeyId.reveal(),
        secretAccessKey: plan.secretAccessKey.reveal(),
        sessionToken: plan.sessionToken?.reveal(),
        expiration: undefined,
      };
      return found(fromAnswer(answer, 'SessionToken', location, { source: 'process', location }));
    }
    case 'container':
      return once(world, 'container', () => fromContainer(env, host, deadline));
    case 'instance':
      return once(world, 'instance', () => fromInstance(env, deadline));
    case 'sso':
    case 'login':
      return fromProfile(origin.profile, variablePlace('AWS_PROFILE'), world);
  }
}

function ofVariables(plan: Extract<Plan, { kind: 'keys' }>, { env }: World): FoundCredentials {
  return {
    source: 'environment',
    location: 'the environment variables',
    accessKeyId: plan.accessKeyId,
    secretAccessKey: plan.secretAccessKey,
    sessionToken: plan.sessionToken,
    names: {
      accessKeyId: variablePlace(environmentVariable(env, ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY'])),
      secretAccessKey: variablePlace(environmentVariable(env, ['AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_KEY'])),
      sessionToken: variablePlace(plan.tokenName ?? 'AWS_SESSION_TOKEN'),
    },
    expirations: environmentExpirations(env),
  };
}

/** The values as the tool reads them, with the names that the reader knows them by. */
function ofProfile(
  plan: Extract<Plan, { kind: 'keys' }>,
  origin: Extract<Origin, { kind: 'profile' }>,
  { config }: World,
): FoundCredentials {
  const file = config.files[origin.file].shown;
  const profile = config.profiles.get(origin.profile);
  const heading = shownName(origin.profile);
  const where = (key: string): Place => {
    const known = profile?.get(key);
    return { kind: 'setting', name: key, heading: known?.file === file ? known.heading : heading, file };
  };
  return {
    source: 'profile',
    location: `profile ${heading} in ${file}`,
    accessKeyId: plan.accessKeyId,
    secretAccessKey: plan.secretAccessKey,
    sessionToken: plan.sessionToken,
    names: {
      accessKeyId: where('aws_access_key_id'),
      secretAccessKey: where('aws_secret_access_key'),
      sessionToken: where(plan.tokenName ?? 'aws_session_token'),
    },
    expirations: [],
  };
}

/** The fault of a source that a tool stops at, where it is one of those that have a finding of their own. */
function problemOf(cause: StopCause, world: World): readonly SourceProblem[] {
  switch (cause.kind) {
    case 'profile-missing':
      return [
        profileNotFound(
          cause.profile,
          cause.variable === undefined ? inputPlace('aws-profile') : variablePlace(cause.variable),
          world.config,
        ),
      ];
    case 'file-unreadable':
      return world.config.problems.slice(0, 1);
    default:
      return [];
  }
}

/** Keys that other tools would sign with, where they are at hand: STS is asked about them where it refuses the checked ones. */
export function otherKeys(tools: readonly ToolForecast[], world: World): Gathered['others'] {
  const found = new Map<string, { plan: Plan; credentials: FoundCredentials }>();
  for (const { outcome, plan } of tools) {
    if (outcome !== 'other' || plan?.kind !== 'keys' || found.has(planKey(plan))) continue;
    const made = makeKeys(plan, world);
    if (!(made instanceof Promise) && made.kind === 'found')
      found.set(planKey(plan), { plan, credentials: made.credentials });
  }
  return [...found.values()];
}
