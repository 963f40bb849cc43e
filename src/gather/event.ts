import { isObject, parseObject, textOf } from './answer.ts';
import { readText } from './files.ts';

/** GitHub's own limit for a payload is 25 MB; reading more would only cost memory. */
const MAX_EVENT_BYTES = 25 * 1024 * 1024;

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
    sender: isObject(event['sender']) ? textOf(event['sender']['login']) : undefined,
  };
}

function fullName(pullRequest: unknown, side: 'head' | 'base'): string | undefined {
  const branch = isObject(pullRequest) ? pullRequest[side] : undefined;
  const repository = isObject(branch) ? branch['repo'] : undefined;
  return isObject(repository) ? textOf(repository['full_name']) : undefined;
}
