import { type Environment, variable } from '../model/environment.ts';
import { containerVariable } from './container.ts';
import { isPlace, nameOfPlace } from '../model/place.ts';
import { shownName } from '../model/text.ts';
import type { CandidateSource, FoundCredentials, Tool, ToolChoice } from '../model/gathered.ts';
import type { ProfileChoice } from './choose.ts';
import { fromEnvironment } from './key-variables.ts';
import type { SharedConfig } from './shared-config.ts';
import { profileOfTool, readProfile, stopsAt, type ToolProfile, toolsIn } from './tool-profile.ts';

type Kind = 'environment' | 'profile' | 'web-identity' | 'container';

/** The sources that are configured outside of profiles, without asking any of them. */
interface Present {
  readonly environment: FoundCredentials | undefined;
  readonly isWebIdentity: boolean;
  /** The variable that names it. */
  readonly container: string | undefined;
}

export interface Candidates {
  readonly candidates: readonly CandidateSource[];
  readonly disagreement: readonly ToolChoice[];
}

/**
 * Every configured source, and which one each tool takes when the job leaves the choice to it. Only the search orders
 * that are documented, or stand in the tool's source, are told:
 * botocore/credentials.py create_credential_resolver; defaultProvider of @aws-sdk/credential-provider-node;
 * https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html; aws-sdk-go-v2
 * config/resolve_credentials.go.
 *
 * @param checked - the credentials under check; a source asked for by input makes every tool take the same
 */
export function findCandidates(
  env: Environment,
  config: SharedConfig,
  profile: ProfileChoice,
  checked: FoundCredentials | undefined,
): Candidates {
  const present = findPresent(env);
  const profiles = [readProfile(profile, config), ...toolsIn(env).map((tool) => profileOfTool(tool, env, config))];
  const found: readonly (readonly [Kind, string | undefined])[] = [
    ['environment', locationOf('environment', present)],
    ...profiles.map(({ location }) => ['profile', location] as const),
    ['web-identity', locationOf('web-identity', present)],
    ['container', locationOf('container', present)],
  ];
  const kinds = new Map(found.flatMap(([kind, location]) => (location === undefined ? [] : [[location, kind]])));
  const candidates = [...kinds].map(([location, source]): CandidateSource => ({
    source,
    location,
    checked: checked?.location === location,
  }));
  const isListed = candidates.some((candidate) => candidate.checked);
  if (checked !== undefined && !isListed) {
    candidates.unshift({ source: checked.source, location: checked.location, checked: true });
  }
  const isAskedFor = checked?.source === 'inputs' || isPlace(profile.namedBy, 'input', 'aws-profile');
  return { candidates, disagreement: isAskedFor ? [] : disagreementOf(present, env, config) };
}

function findPresent(env: Environment): Present {
  const variables = fromEnvironment(env);
  const isWhole = variables?.accessKeyId !== undefined && variables.secretAccessKey !== undefined;
  return {
    environment: isWhole ? variables : undefined,
    isWebIdentity:
      variable(env, 'AWS_WEB_IDENTITY_TOKEN_FILE') !== undefined && variable(env, 'AWS_ROLE_ARN') !== undefined,
    container: containerVariable(env),
  };
}

function locationOf(kind: Exclude<Kind, 'profile'>, present: Present): string | undefined {
  switch (kind) {
    case 'environment':
      return present.environment?.location;
    case 'web-identity':
      return present.isWebIdentity ? 'the web identity of AWS_WEB_IDENTITY_TOKEN_FILE' : undefined;
    case 'container':
      return present.container === undefined ? undefined : `the container endpoint of ${present.container}`;
  }
}

function searchOrder(tool: Tool, profile: ToolProfile): readonly Kind[] {
  const rest: readonly Kind[] = ['web-identity', 'profile', 'container'];
  switch (tool) {
    case 'AWS CLI and boto3':
    case 'AWS CLI':
    case 'boto3':
      return profile.assumesRole ? ['environment', 'profile', 'web-identity', 'container'] : ['environment', ...rest];
    case 'AWS SDK for JavaScript':
      return skipsKeys(tool, profile)
        ? ['profile', 'web-identity', 'container']
        : ['environment', 'profile', 'web-identity', 'container'];
    case 'AWS SDK for Go':
    case 'AWS SDK for Java':
      return ['environment', ...rest];
  }
}

/** The SDK for JavaScript passes the key variables over wherever AWS_PROFILE is set, even to a profile that is not there. */
function skipsKeys(tool: Tool, profile: ToolProfile): boolean {
  return tool === 'AWS SDK for JavaScript' && profile.namedBy !== undefined;
}

interface Taken {
  readonly choice: ToolChoice;
  readonly sameAs: string;
}

function disagreementOf(present: Present, env: Environment, config: SharedConfig): readonly ToolChoice[] {
  const taken = toolsIn(env).map((tool) => takenBy(tool, present, env, config));
  const isUnanimous = new Set(taken.map(({ sameAs }) => sameAs)).size < 2;
  return isUnanimous ? [] : taken.map(({ choice }) => choice);
}

function takenBy(tool: Tool, present: Present, env: Environment, config: SharedConfig): Taken {
  const profile = profileOfTool(tool, env, config);
  const named = profile.namedBy === undefined ? [] : [nameOfPlace(profile.namedBy)];
  if (stopsAt(profile, tool)) {
    const takes = `none: it stops, because there is no profile ${shownName(profile.name)}`;
    return { choice: { tool, takes, decidedBy: named }, sameAs: 'none' };
  }
  const where = (kind: Kind): string | undefined => (kind === 'profile' ? profile.location : locationOf(kind, present));
  const kind = searchOrder(tool, profile).find((candidate) => where(candidate) !== undefined);
  const skipped = present.environment !== undefined && skipsKeys(tool, profile);
  if (kind === undefined) {
    const takes = skipped ? 'none: with AWS_PROFILE set it passes over the key variables' : 'none';
    return { choice: { tool, takes, decidedBy: named }, sameAs: 'none' };
  }
  const token = kind === 'environment' ? tokenTaken(tool, env) : { note: '', value: undefined, decidedBy: [] };
  const decidedBy = kind === 'profile' ? named : kind === 'environment' ? token.decidedBy : [variableOf(kind, present)];
  return {
    choice: { tool, takes: `${where(kind) ?? ''}${token.note}`, decidedBy },
    sameAs: identityOf(kind, present, profile, token.value),
  };
}

function variableOf(kind: 'web-identity' | 'container', present: Present): string {
  return kind === 'web-identity' ? 'AWS_WEB_IDENTITY_TOKEN_FILE' : (present.container ?? '');
}

/** botocore alone reads AWS_SECURITY_TOKEN, and before AWS_SESSION_TOKEN (botocore/credentials.py, EnvProvider.TOKENS). */
function tokenTaken(tool: Tool, env: Environment) {
  const keys = 'AWS_ACCESS_KEY_ID';
  const session = variable(env, 'AWS_SESSION_TOKEN');
  const security = variable(env, 'AWS_SECURITY_TOKEN');
  if (security === undefined || security === session) return { note: '', value: session, decidedBy: [keys] };
  const isBotocore = tool === 'AWS CLI and boto3' || tool === 'AWS CLI' || tool === 'boto3';
  if (isBotocore)
    return { note: ', with the token of AWS_SECURITY_TOKEN', value: security, decidedBy: ['AWS_SECURITY_TOKEN'] };
  return session === undefined
    ? { note: ', without a token', value: session, decidedBy: [keys] }
    : { note: ', with the token of AWS_SESSION_TOKEN', value: session, decidedBy: ['AWS_SESSION_TOKEN'] };
}

/** Equal for sources that hold the very same values: then it does not matter which one a tool takes. */
function identityOf(kind: Kind, present: Present, profile: ToolProfile, environmentToken: string | undefined): string {
  const keys = kind === 'environment' ? present.environment : kind === 'profile' ? profile.keys : undefined;
  if (keys === undefined) return kind === 'profile' ? `profile ${profile.name}` : kind;
  const token = kind === 'environment' ? environmentToken : keys.sessionToken?.reveal();
  return JSON.stringify([keys.accessKeyId?.reveal(), keys.secretAccessKey?.reveal(), token ?? null]);
}
