import type { Secret } from './secret.ts';

/** Why GitHub may have left the secrets out of this run. */
export type Withholding = 'fork-pull-request' | 'dependabot';

/** The run that this step is part of, as the runner's variables and the event's payload tell. Unset text is undefined. */
export interface Job {
  /** GITHUB_ACTIONS is `true`. */
  readonly runsInActions: boolean;
  readonly eventName: string | undefined;
  /** By design, for these events; undefined when GitHub hands the secrets out. */
  readonly withholding: Withholding | undefined;
  readonly actor: string | undefined;
  /** `octocat/hello-world`. */
  readonly repository: string | undefined;
  readonly repositoryOwner: string | undefined;
  /** `octocat/hello-world/.github/workflows/deploy.yml@refs/heads/main`: always the caller's file. */
  readonly workflowRef: string | undefined;
  readonly workflowSha: string | undefined;
  readonly sha: string | undefined;
  readonly runId: string | undefined;
  readonly runAttempt: string | undefined;
  /** GITHUB_JOB: the key in `jobs:`. */
  readonly jobId: string | undefined;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly isEnterpriseServer: boolean;
  readonly runnerOs: 'Linux' | 'Windows' | 'macOS' | undefined;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted' | undefined;
  readonly isWsl: boolean;
  readonly isContainer: boolean;
  readonly workspace: string | undefined;
  /** Where to ask for an OIDC token; undefined without `id-token: write`. */
  readonly oidc: { readonly requestUrl: string; readonly requestToken: Secret } | undefined;
  /** Those of the two variables that GitHub sets with `id-token: write` which are not set. */
  readonly oidcLacks: readonly string[];
  /** The session tags that aws-actions/configure-aws-credentials sends with AssumeRole; none outside of a job. */
  readonly sessionTags: readonly (readonly [key: string, value: string])[];
  /** RUNNER_DEBUG is `1`. */
  readonly debug: boolean;
}
