import { access } from 'node:fs/promises';
import { Secret } from '../secret.ts';
import { type Environment, type Host, variable } from './environment.ts';
import { type EventFacts, readEvent } from './event.ts';

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
  /** RUNNER_DEBUG is `1`. */
  readonly debug: boolean;
}

/**
 * Events for which GitHub hands no secrets to a fork's run
 * (https://docs.github.com/en/actions/reference/events-that-trigger-workflows#workflows-in-forked-repositories).
 */
const FORK_EVENTS = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);

/**
 * Events for which a run that Dependabot started gets Dependabot's own secrets instead
 * (https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions).
 */
const DEPENDABOT_EVENTS = new Set([
  ...FORK_EVENTS,
  'push',
  'create',
  'deployment',
  'deployment_status',
  'pull_request_target',
]);

const DEPENDABOT = 'dependabot[bot]';
const OIDC_URL = 'ACTIONS_ID_TOKEN_REQUEST_URL';
const OIDC_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** Reads the runner's variables and the event's payload. Never throws. */
export async function readJob(env: Environment, host: Host): Promise<Job> {
  const read = (name: string): string | undefined => variable(env, name);
  const event = await readEvent(read('GITHUB_EVENT_PATH'));
  const serverUrl = read('GITHUB_SERVER_URL') ?? 'https://github.com';
  return {
    runsInActions: read('GITHUB_ACTIONS') === 'true',
    eventName: read('GITHUB_EVENT_NAME'),
    withholding: withholding(env, event),
    actor: read('GITHUB_ACTOR'),
    repository: read('GITHUB_REPOSITORY'),
    repositoryOwner: read('GITHUB_REPOSITORY_OWNER'),
    workflowRef: read('GITHUB_WORKFLOW_REF'),
    workflowSha: read('GITHUB_WORKFLOW_SHA'),
    sha: read('GITHUB_SHA'),
    runId: read('GITHUB_RUN_ID'),
    runAttempt: read('GITHUB_RUN_ATTEMPT'),
    jobId: read('GITHUB_JOB'),
    serverUrl,
    apiUrl: read('GITHUB_API_URL') ?? 'https://api.github.com',
    isEnterpriseServer: isEnterpriseServer(serverUrl),
    runnerOs: oneOf(read('RUNNER_OS'), ['Linux', 'Windows', 'macOS']),
    runnerEnvironment: oneOf(read('RUNNER_ENVIRONMENT'), ['github-hosted', 'self-hosted']),
    isWsl: host.platform === 'linux' && /microsoft/i.test(host.release),
    isContainer: host.platform === 'linux' && ((await exists('/.dockerenv')) || (await exists('/run/.containerenv'))),
    workspace: read('GITHUB_WORKSPACE'),
    oidc: readOidc(env),
    oidcLacks: [OIDC_URL, OIDC_TOKEN].filter((name) => variable(env, name) === undefined),
    debug: read('RUNNER_DEBUG') === '1',
  };
}

function withholding(env: Environment, event: EventFacts): Withholding | undefined {
  const eventName = variable(env, 'GITHUB_EVENT_NAME') ?? '';
  const actor = variable(env, 'GITHUB_ACTOR');
  if (DEPENDABOT_EVENTS.has(eventName) && (actor === DEPENDABOT || event.sender === DEPENDABOT)) return 'dependabot';
  if (!FORK_EVENTS.has(eventName) || !event.isPullRequest) return undefined;
  const base = event.baseRepository ?? variable(env, 'GITHUB_REPOSITORY');
  return event.headRepository === base ? undefined : 'fork-pull-request';
}

/** GitHub.com and GitHub Enterprise Cloud with data residency (`*.ghe.com`) are not servers of one's own. */
function isEnterpriseServer(serverUrl: string): boolean {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : '';
  return host !== '' && host !== 'github.com' && !host.endsWith('.ghe.com');
}

/** Both variables are there only with `id-token: write`. */
function readOidc(env: Environment): Job['oidc'] {
  const requestUrl = variable(env, OIDC_URL);
  const requestToken = variable(env, OIDC_TOKEN);
  if (requestUrl === undefined || requestToken === undefined) return undefined;
  return { requestUrl, requestToken: new Secret(requestToken) };
}

function oneOf<Value extends string>(text: string | undefined, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
