import { type Environment, variable } from './environment.ts';
import { containerVariable } from './container.ts';
import { displayName } from './files.ts';
import type { CandidateSource, FoundCredentials, Tool, ToolChoice } from './gathered.ts';
import type { ProfileChoice } from './choose.ts';
import { fromEnvironment } from './key-variables.ts';
import { assumesRole, fileOf, hasCredentials, staticKeys } from './profile.ts';
import type { SharedConfig } from './shared-config.ts';

type Kind = 'environment' | 'profile' | 'web-identity' | 'container';

/** The sources that are configured, without asking any of them. */
interface Present {
  readonly environment: FoundCredentials | undefined;
  readonly profile:
    | { readonly location: string; readonly keys: FoundCredentials | undefined; readonly assumesRole: boolean }
    | undefined;
  readonly isProfileNamed: boolean;
  readonly locations: Readonly<Partial<Record<Kind, string>>>;
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
  const present = findPresent(env, config, profile);
  const kinds = Object.entries(present.locations) as [Kind, string][];
  const candidates = kinds.map(([source, location]) => ({ source, location, checked: checked?.location === location }));
  const isListed = candidates.some((candidate) => candidate.checked);
  if (checked !== undefined && !isListed) {
    candidates.unshift({ source: checked.source as Kind, location: checked.location, checked: true });
  }
  const isAskedFor = checked?.source === 'inputs' || profile.namedBy === 'the input aws-profile';
  return { candidates, disagreement: isAskedFor ? [] : disagreementOf(present, env) };
}

function findPresent(env: Environment, config: SharedConfig, choice: ProfileChoice): Present {
  const variables = fromEnvironment(env);
  const environment =
    variables?.accessKeyId !== undefined && variables.secretAccessKey !== undefined ? variables : undefined;
  const data = config.profiles.get(choice.name);
  const location = data === undefined ? '' : `profile ${displayName(choice.name)} in ${fileOf(data, config)}`;
  const profile =
    data === undefined || !hasCredentials(data)
      ? undefined
      : { location, keys: assumesRole(data) ? undefined : staticKeys(data, location), assumesRole: assumesRole(data) };
  const isWebIdentity =
    variable(env, 'AWS_WEB_IDENTITY_TOKEN_FILE') !== undefined && variable(env, 'AWS_ROLE_ARN') !== undefined;
  const container = containerVariable(env);
  return {
    environment,
    profile,
    isProfileNamed: choice.namedBy === 'AWS_PROFILE',
    locations: {
      ...(environment === undefined ? {} : { environment: environment.location }),
      ...(profile === undefined ? {} : { profile: profile.location }),
      ...(isWebIdentity ? { 'web-identity': 'the web identity of AWS_WEB_IDENTITY_TOKEN_FILE' } : {}),
      ...(container === undefined ? {} : { container: `the container endpoint of ${container}` }),
    },
  };
}

function searchOrder(tool: Tool, present: Present): readonly Kind[] {
  const rest: readonly Kind[] = ['web-identity', 'profile', 'container'];
  switch (tool) {
    case 'AWS CLI and boto3':
      return present.profile?.assumesRole === true
        ? ['environment', 'profile', 'web-identity', 'container']
        : ['environment', ...rest];
    case 'AWS SDK for JavaScript':
      return present.isProfileNamed
        ? ['profile', 'web-identity', 'container']
        : ['environment', 'profile', 'web-identity', 'container'];
    case 'AWS SDK for Go':
    case 'AWS SDK for Java':
      return ['environment', ...rest];
  }
}

function disagreementOf(present: Present, env: Environment): readonly ToolChoice[] {
  const tools: readonly Tool[] = ['AWS CLI and boto3', 'AWS SDK for JavaScript', 'AWS SDK for Go', 'AWS SDK for Java'];
  const taken = tools.map((tool) => {
    const kind = searchOrder(tool, present).find((candidate) => present.locations[candidate] !== undefined);
    const takes = (kind === undefined ? undefined : present.locations[kind]) ?? 'none';
    const token = kind === 'environment' ? tokenTaken(tool, env) : { note: '', value: undefined };
    return { choice: { tool, takes: takes + token.note }, sameAs: identityOf(kind, present, token.value) };
  });
  const isUnanimous = new Set(taken.map(({ sameAs }) => sameAs)).size < 2;
  return isUnanimous ? [] : taken.map(({ choice }) => choice);
}

/** botocore alone reads AWS_SECURITY_TOKEN, and before AWS_SESSION_TOKEN (botocore/credentials.py, EnvProvider.TOKENS). */
function tokenTaken(tool: Tool, env: Environment): { note: string; value: string | undefined } {
  const session = variable(env, 'AWS_SESSION_TOKEN');
  const security = variable(env, 'AWS_SECURITY_TOKEN');
  if (security === undefined || security === session) return { note: '', value: session };
  if (tool === 'AWS CLI and boto3') return { note: ', with the token of AWS_SECURITY_TOKEN', value: security };
  const note = session === undefined ? ', without a token' : ', with the token of AWS_SESSION_TOKEN';
  return { note, value: session };
}

/** Equal for sources that hold the very same values: then it does not matter which one a tool takes. */
function identityOf(kind: Kind | undefined, present: Present, environmentToken: string | undefined): string {
  const keys = kind === 'environment' ? present.environment : kind === 'profile' ? present.profile?.keys : undefined;
  if (keys === undefined) return kind ?? 'none';
  const token = kind === 'environment' ? environmentToken : keys.sessionToken?.reveal();
  return JSON.stringify([keys.accessKeyId?.reveal(), keys.secretAccessKey?.reveal(), token ?? null]);
}
