import type { Tool } from './tools.ts';
import type { Secret } from './secret.ts';

/** How `role-to-assume` is assumed: the inputs of aws-actions/configure-aws-credentials, and its defaults. */
export interface RoleSettings {
  readonly chaining: 'auto' | 'true' | 'false';
  readonly externalId: string | undefined;
  readonly sessionName: string | undefined;
  readonly durationSeconds: number | undefined;
  readonly skipSessionTagging: boolean;
  /** JSON. */
  readonly policy: string | undefined;
  readonly policyArns: readonly string[];
}

export const DEFAULT_ROLE_SETTINGS: RoleSettings = {
  chaining: 'auto',
  externalId: undefined,
  sessionName: undefined,
  durationSeconds: undefined,
  skipSessionTagging: false,
  policy: undefined,
  policyArns: [],
};

/** What the user asked for: read once, checked, frozen. Durations are in seconds. */
export interface Settings {
  readonly accessKeyId: Secret | undefined;
  readonly secretAccessKey: Secret | undefined;
  readonly sessionToken: Secret | undefined;
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly allowedAccountIds: readonly string[];
  readonly expectedArns: readonly string[];
  readonly minRemaining: number | undefined;
  readonly expiresAt: Date | undefined;
  readonly maxClockSkew: number;
  readonly roleToAssume: string | undefined;
  readonly role: RoleSettings;
  /** Tools that the job uses: one of these that would stop is an error. Empty: all are told, as warnings. */
  readonly tools: readonly Tool[];
  readonly audience: string;
  readonly trustPolicy: string | undefined;
  readonly stsEndpoint: URL | undefined;
  readonly confirm: boolean;
  readonly onMissing: 'fail' | 'skip';
  readonly failOn: 'error' | 'warning' | 'never';
  readonly onUnknown: 'fail' | 'warn';
  readonly timeout: number;
  readonly summary: 'always' | 'problems' | 'never';
  readonly maskAccountId: boolean;
  readonly githubToken: Secret | undefined;
  /** Instead of a check: explains why the run's other jobs failed. */
  readonly explain: 'failed-jobs' | 'off';
}

/** One input whose value cannot be used: which, what it holds (never a credential), what is allowed. */
export interface UsageProblem {
  readonly input: string;
  readonly value: string;
  readonly allowed: string;
}
