import type { EndpointFact, Facts, FileFact, Need, Plan, Prediction, ProcessFact, StopCause } from '../model/tools.ts';
import type { Rules, Source } from './rules.ts';
import type { Profile, SharedFiles } from './shared-files.ts';

/** What one place gave: nothing lets the search go on. */
export type Step = { readonly kind: 'nothing' } | Prediction;

/** Facts that are there; asking for one that is not ends this round of the prediction. */
export interface Ask {
  file(path: string): FileFact;
  process(command: string, shell: boolean, profile: string): ProcessFact;
  container(): EndpointFact;
  instance(): EndpointFact;
}

/** The state of one search. */
export interface Search {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly files: SharedFiles;
  readonly profileName: string;
  /** Undefined where neither file has it. */
  readonly profile: Profile | undefined;
  readonly ask: Ask;
  /** The first of the places that has something, in the profile that `profileName` names. */
  readonly lookIn: (order: readonly Source[], search: Search) => Prediction;
}

export const NOTHING = { kind: 'nothing' } as const;

/** Thrown within a prediction alone, to end its round. */
export class Needed extends Error {
  readonly need: Need;
  constructor(need: Need) {
    super('needed');
    this.need = need;
  }
}

export function stops(cause: StopCause): { readonly kind: 'stops'; readonly cause: StopCause } {
  return { kind: 'stops', cause };
}

export function takes(plan: Plan): { readonly kind: 'takes'; readonly plan: Plan } {
  return { kind: 'takes', plan };
}

/** Python takes an empty variable for a value. */
export function isSet(rules: Pick<Rules, 'emptyVariable'>, value: string | undefined): value is string {
  return value !== undefined && (value !== '' || rules.emptyVariable === 'a value');
}

/** The profile in force, and the variable that names it. */
export function profileOf(rules: Rules, facts: Facts): { name: string; variable: string | undefined } {
  if (facts.profile !== undefined) return { name: facts.profile, variable: undefined };
  const variable = rules.profileVariables.find((name) => isSet(rules, facts.env[name]));
  const name = variable === undefined ? undefined : facts.env[variable];
  return { name: name ?? 'default', variable };
}

/** The places of the profile that has this name. */
export function lookInProfile(order: readonly Source[], search: Search, name: string): Prediction {
  return search.lookIn(order, { ...search, profileName: name, profile: search.files.profiles.get(name) });
}

/**
 * Whether a role on the way may be assumed as far as the region goes: the variables that this tool reads name one, or
 * the profile in force does, or the endpoint is told, where that is enough.
 *
 * @param unsigned - the request needs no region for its signature
 */
export function hasRegion({ rules, facts, files, profile }: Search, unsigned: boolean): boolean {
  if (rules.roleNeedsRegion === 'where AWS_REGION is empty')
    return facts.env['AWS_REGION'] !== '' || (profile?.values.get('region') ?? '') !== '';
  // botocore sends a request without a signature to the endpoint that needs no region.
  if (unsigned && rules.roleNeedsRegion === 'always') return true;
  if (endpointOf(facts) !== undefined && (unsigned || rules.roleNeedsRegion === 'unless the endpoint is told'))
    return true;
  if (rules.regionVariables.some((name) => isSet(rules, facts.env[name]))) return true;
  return (files.profiles.get(profileOf(rules, facts).name)?.values.get('region') ?? '') !== '';
}

/** The STS endpoint that the variables tell, where they do. */
export function endpointOf({ env }: Facts): string | undefined {
  return ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'].map((name) => env[name]).find((value) => (value ?? '') !== '');
}
