import { access } from 'node:fs/promises';
import { type Environment, type Host, variable } from '../model/environment.ts';
import type { Job, Withholding } from '../model/job.ts';
import { Secret } from '../model/secret.ts';
import { isObject, parseObject, nonEmptyText } from './answer.ts';
import { readText } from './files.ts';

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
    sessionTags: read('GITHUB_ACTIONS') === 'true' ? sessionTags(read) : [],
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

/** GitHub's own limit is 25 MB, which takes a gigabyte to parse; real payloads have far less than this. */
const MAX_EVENT_BYTES = 4 * 1024 * 1024;

/** What the event's payload tells that no variable does. Undefined where the payload lacks it or cannot be read. */
export interface EventFacts {
  /** `octocat/hello-world`; undefined when a deleted fork leaves `head.repo` empty. */
  readonly headRepository: string | undefined;
  readonly baseRepository: string | undefined;
  readonly isPullRequest: boolean;
  readonly sender: string | undefined;
}

const UNKNOWN: EventFacts = {
  headRepository: undefined,
  baseRepository: undefined,
  isPullRequest: false,
  sender: undefined,
};

/** Reads the payload that GITHUB_EVENT_PATH names. Never throws: what cannot be read tells nothing. */
export async function readEvent(path: string | undefined): Promise<EventFacts> {
  if (path === undefined) return UNKNOWN;
  const read = await readText(path, MAX_EVENT_BYTES);
  const event = read.kind === 'text' ? parseObject(read.text) : undefined;
  if (event === undefined) return UNKNOWN;
  const pullRequest = event['pull_request'];
  return {
    headRepository: fullName(pullRequest, 'head'),
    baseRepository: fullName(pullRequest, 'base'),
    isPullRequest: isObject(pullRequest) && isObject(pullRequest['head']),
    sender: isObject(event['sender']) ? nonEmptyText(event['sender']['login']) : undefined,
  };
}

function fullName(pullRequest: unknown, side: 'head' | 'base'): string | undefined {
  const branch = isObject(pullRequest) ? pullRequest[side] : undefined;
  const repository = isObject(branch) ? branch['repo'] : undefined;
  return isObject(repository) ? nonEmptyText(repository['full_name']) : undefined;
}

/** What a tag's value may not hold: https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html */
const NOT_IN_TAGS = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const LONGEST_TAG = 256;

/** In the order and form of aws-actions/configure-aws-credentials, which gives up outside of a job. */
function sessionTags(read: (name: string) => string | undefined): readonly (readonly [string, string])[] {
  const variables = [
    ['Repository', 'GITHUB_REPOSITORY'],
    ['Workflow', 'GITHUB_WORKFLOW'],
    ['Action', 'GITHUB_ACTION'],
    ['Actor', 'GITHUB_ACTOR'],
    ['Commit', 'GITHUB_SHA'],
    ['Branch', 'GITHUB_REF'],
  ] as const;
  const tags = variables.flatMap(([key, name]) => {
    const value = read(name)?.replaceAll(NOT_IN_TAGS, '_').slice(0, LONGEST_TAG);
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
  return [['GitHub', 'Actions'], ...tags];
}
