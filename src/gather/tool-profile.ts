import { type Environment, firstVariable, variable } from '../model/environment.ts';
import { isPlace, variablePlace } from '../model/place.ts';
import { shownName } from '../model/text.ts';
import type { Tool } from '../model/gathered.ts';
import type { ProfileChoice } from './choose.ts';
import { assumesRole, fileOf, hasCredentials, staticKeys } from './profile.ts';
import type { FoundCredentials } from '../model/gathered.ts';
import type { SharedConfig } from './shared-config.ts';

/**
 * The variables that name a profile, in each tool's order: botocore/configprovider.py
 * BOTOCORE_DEFAUT_SESSION_VARIABLES, the AWS CLI's own list of them in version 2, aws-sdk-go-v2 config/env_config.go
 * profileEnvVarNames; the SDKs for JavaScript and Java read AWS_PROFILE alone.
 */
const VARIABLES: Readonly<Record<Tool, readonly string[]>> = {
  'AWS CLI and boto3': ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
  'AWS CLI': ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
  boto3: ['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'],
  'AWS SDK for JavaScript': ['AWS_PROFILE'],
  'AWS SDK for Go': ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
  'AWS SDK for Java': ['AWS_PROFILE'],
};

/** One tool's profile, and what is in it. */
export interface ToolProfile extends ProfileChoice {
  readonly exists: boolean;
  /** Undefined where the profile says nothing of credentials. */
  readonly location: string | undefined;
  readonly keys: FoundCredentials | undefined;
  readonly assumesRole: boolean;
}

/** Tools that the job tells apart: the AWS CLI and boto3 differ only where two variables name two profiles. */
export function toolsIn(env: Environment): readonly Tool[] {
  const [one, other] = [variable(env, 'AWS_PROFILE'), variable(env, 'AWS_DEFAULT_PROFILE')];
  const together = one === undefined || other === undefined || one === other;
  return [
    ...(together ? (['AWS CLI and boto3'] as const) : (['AWS CLI', 'boto3'] as const)),
    'AWS SDK for JavaScript',
    'AWS SDK for Go',
    'AWS SDK for Java',
  ];
}

/** The profile that this tool reads when the job leaves the choice to it. */
export function profileOfTool(tool: Tool, env: Environment, config: SharedConfig): ToolProfile {
  const set = firstVariable(env, VARIABLES[tool]);
  const namedBy = set && variablePlace(set.name);
  return readProfile({ name: set?.value ?? 'default', namedBy }, config);
}

export function readProfile(choice: ProfileChoice, config: SharedConfig): ToolProfile {
  const data = config.profiles.get(choice.name);
  if (data === undefined || !hasCredentials(data)) {
    return { ...choice, exists: data !== undefined, location: undefined, keys: undefined, assumesRole: false };
  }
  const location = `profile ${shownName(choice.name)} in ${fileOf(data, config)}`;
  const isRole = assumesRole(data);
  const keys = isRole ? undefined : staticKeys(data, location);
  return { ...choice, exists: true, location, keys, assumesRole: isRole };
}

/**
 * Whether the tool stops at a profile that is named and not there, whatever else holds credentials: botocore raises
 * ProfileNotFound, Go fails to load the profile of AWS_PROFILE. The SDKs for JavaScript and Java search on.
 */
export function stopsAt(profile: ToolProfile, tool: Tool): boolean {
  if (profile.namedBy === undefined || profile.exists) return false;
  switch (tool) {
    case 'AWS SDK for JavaScript':
    case 'AWS SDK for Java':
      return false;
    case 'AWS SDK for Go':
      return isPlace(profile.namedBy, 'variable', 'AWS_PROFILE');
    default:
      return true;
  }
}
