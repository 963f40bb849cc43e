import type { Settings } from '../model/settings.ts';
import { fromContainer } from './container.ts';
import { type Environment, firstVariable } from '../model/environment.ts';

import type { FoundCredentials, Gathered, Look } from '../model/gathered.ts';
import { inputPlace, nameOfPlace, phraseOfPlace, type Place, variablePlace } from '../model/place.ts';
import { shownName } from '../model/text.ts';
import { lookAtInstance } from './instance.ts';
import type { Job } from '../model/job.ts';
import { fromEnvironment, fromInputs } from './key-variables.ts';
import { failed, found, nothing, once, type SourceOutcome } from './source.ts';
import type { SourceProblem } from '../model/source-problem.ts';
import { assumesRole, fromProfile, hasCredentials } from './profile.ts';
import { profileNotFound } from './profile.ts';
import type { SharedConfig } from './shared-config.ts';
import { fromWebIdentity, webIdentityVariables } from './web-identity.ts';
import type { World } from './source.ts';

/** The profile in force, and what names it. */
export interface ProfileChoice {
  readonly name: string;
  /** Undefined: nothing does, and the name is `default`. */
  readonly namedBy: Place | undefined;
}

export type Choice = Pick<Gathered, 'credentials' | 'problems' | 'looked'>;

/** One place to look, in the order of the AWS CLI; `look` is called only when all before it had nothing. */
interface Step {
  readonly place: string;
  readonly look: () => Promise<SourceOutcome> | SourceOutcome;
}

/** The input, then AWS_PROFILE and AWS_DEFAULT_PROFILE in the AWS CLI's order, then `default`. */
export function chooseProfile(settings: Pick<Settings, 'profile'>, env: Environment): ProfileChoice {
  if (settings.profile !== undefined) return { name: settings.profile, namedBy: inputPlace('aws-profile') };
  const set = firstVariable(env, ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']);
  return set === undefined
    ? { name: 'default', namedBy: undefined }
    : { name: set.value, namedBy: variablePlace(set.name) };
}

/**
 * Finds the credentials to check. Inputs and the input `aws-profile` are taken at their word; otherwise the order is
 * the AWS CLI's: key variables, a profile that assumes a role, web identity variables, any other profile, the
 * container, the instance (botocore/credentials.py, create_credential_resolver).
 */
export async function choose(settings: Settings, profile: ProfileChoice, job: Job, world: World): Promise<Choice> {
  const inputs = fromInputs(settings);
  if (inputs !== undefined)
    return { credentials: inputs, problems: [], looked: [{ place: 'inputs', result: { kind: 'given' } }] };
  const places =
    settings.profile === undefined ? implicitPlaces(settings, profile, job, world) : [explicitProfile(profile, world)];
  const looked: Look[] = [{ place: 'inputs', result: { kind: 'not-given' } }, ...namedFiles(world.config)];
  for (const { place, look } of places) {
    const outcome = await look();
    looked.push({ place, result: resultOf(outcome) });
    if (outcome.kind === 'found') {
      return {
        credentials: outcome.credentials,
        problems: standing(outcome.credentials, profile, world.config),
        looked,
      };
    }
    if (outcome.kind === 'failed') {
      return {
        credentials: undefined,
        problems: [...world.config.problems, ...consequence(outcome.problem, world.config)],
        looked,
      };
    }
  }
  return { credentials: undefined, problems: world.config.problems, looked };
}

/** A variable that names a file which is not there empties it without a word. */
function namedFiles({ files }: SharedConfig): readonly Look[] {
  return [files.config, files.credentials].flatMap(({ namedBy, exists, shown }) =>
    namedBy === undefined || exists
      ? []
      : [{ place: nameOfPlace(namedBy), result: { kind: 'absent-file', file: shown } }],
  );
}

function implicitPlaces(settings: Settings, profile: ProfileChoice, job: Job, world: World): readonly Step[] {
  const variables = fromEnvironment(world.env);
  const data = world.config.profiles.get(profile.name);
  const profilePlace: Step = {
    place: profile.namedBy === undefined ? 'profile default' : labelOf(profile.name, profile.namedBy),
    look: () => lookAtProfile(profile, world),
  };
  const webIdentity: Step = {
    place: 'AWS_WEB_IDENTITY_TOKEN_FILE',
    look: () => fromWebIdentity(webIdentityVariables(world.env), world),
  };
  const rolesFirst =
    data !== undefined && assumesRole(data) ? [profilePlace, webIdentity] : [webIdentity, profilePlace];
  return [
    {
      place: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      look: () => (variables?.accessKeyId === undefined ? nothing({ kind: 'no-key-id' }) : found(variables)),
    },
    ...rolesFirst,
    {
      place: 'container endpoint',
      look: () => once(world, 'container', () => fromContainer(world.env, world.host, world.deadline)),
    },
    // A secret or token without a key ID: no tool uses them, but somebody meant to give credentials.
    {
      place: 'AWS_SECRET_ACCESS_KEY or AWS_SESSION_TOKEN alone',
      look: () => (variables === undefined ? nothing({ kind: 'not-set' }) : found(variables)),
    },
    { place: 'instance metadata', look: () => lookAtInstance(settings, job, world) },
  ];
}

function explicitProfile(profile: ProfileChoice, world: World): Step {
  const namedBy = profile.namedBy ?? inputPlace('aws-profile');
  return {
    place: labelOf(profile.name, namedBy),
    look: () => fromProfile(profile.name, namedBy, world),
  };
}

function labelOf(profile: string, namedBy: Place): string {
  return `profile ${shownName(profile)} (${phraseOfPlace(namedBy)})`;
}

async function lookAtProfile(profile: ProfileChoice, world: World): Promise<SourceOutcome> {
  const { name, namedBy } = profile;
  if (world.config.profiles.has(name)) return fromProfile(name, namedBy ?? inputPlace('aws-profile'), world);
  if (namedBy === undefined) return nothing({ kind: 'no-default-profile' });
  return failed(profileNotFound(name, namedBy, world.config));
}

/** Faults that stop tools although this check found credentials. */
function standing(
  credentials: FoundCredentials,
  profile: ProfileChoice,
  config: SharedConfig,
): readonly SourceProblem[] {
  const data = config.profiles.get(profile.name);
  if (data === undefined && profile.namedBy !== undefined && profile.name !== 'default') {
    const missing = consequence(profileNotFound(profile.name, profile.namedBy, config), config);
    return missing.length > 0 ? missing : config.problems;
  }
  const usesFiles =
    ['profile', 'process', 'sso'].includes(credentials.source) && data !== undefined && hasCredentials(data);
  return usesFiles ? config.problems : [];
}

/** A profile is not called missing when the file that may have it could not be read. */
function consequence(problem: SourceProblem, config: SharedConfig): readonly SourceProblem[] {
  const isUnread = config.problems.some(({ stops }) => stops !== 'the AWS CLI and boto3');
  return problem.kind === 'profile-not-found' && isUnread ? [] : [problem];
}

function resultOf(outcome: SourceOutcome): Look['result'] {
  return outcome.kind === 'found' ? { kind: 'found', location: outcome.credentials.location } : outcome;
}
