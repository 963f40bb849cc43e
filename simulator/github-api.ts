import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import { answerJobs, type SimulatedJob } from './github-jobs.ts';
import { json, type Outage } from './outage.ts';
import { headerOf, type WireRequest } from './signature.ts';

/** GitHub's REST API, as far as it serves the contents of files, and a run's jobs with their logs. */
export interface GithubApi {
  readonly url: string;
  /** Text of each file under `owner/repo/path@ref`, or `owner/repo/path` for whichever ref is asked. */
  readonly files: Map<string, string>;
  /** Of the run, whichever is asked for; the n-th has the ID n. */
  readonly jobs: SimulatedJob[];
  /** How it gives a file: as the Accept header asks, or as an older server or a proxy may, whatever is asked. */
  contents: 'as-asked' | 'json' | 'bytes';
  /** Where set, the token it demands. */
  token: string | undefined;
  outage: Outage | undefined;
  /** Paths asked for, in order. */
  readonly requests: string[];
}

const CONTENTS = /^\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/;

export function createGithubApi(url: string): GithubApi {
  return {
    url: `${url}/_github/api`,
    files: new Map(),
    jobs: [],
    contents: 'as-asked',
    token: undefined,
    outage: undefined,
    requests: [],
  };
}

/** https://docs.github.com/en/rest/repos/contents; raw where the Accept header asks for it. */
export function answerGithubApi(path: string, request: WireRequest, api: GithubApi): Answer {
  api.requests.push(path);
  if (
    api.token !== undefined &&
    !/^(?:token|bearer) (.+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1]?.includes(api.token)
  ) {
    return json(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' });
  }
  const query = new URLSearchParams(request.target.split('?')[1]);
  const ofJobs = answerJobs(path, query, api.jobs, api.url);
  if (ofJobs !== undefined) return ofJobs;
  const [, owner = '', repository = '', file = ''] = CONTENTS.exec(path) ?? [];
  const filePath = decodeURIComponent(file);
  const ref = query.get('ref');
  const name = `${owner}/${repository}/${filePath}`;
  const content = api.files.get(`${name}@${ref ?? ''}`) ?? api.files.get(name);
  if (content === undefined) {
    return json(404, {
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest/repos/contents',
      status: '404',
    });
  }
  const isRaw = api.contents === 'bytes' || /\braw\b/.test(headerOf(request, 'accept') ?? '');
  if (!isRaw || api.contents === 'json') return json(200, contentsOf(filePath, content));
  const type = api.contents === 'bytes' ? 'v3.raw' : 'raw+json; charset=utf-8';
  return { status: 200, headers: { 'Content-Type': `application/vnd.github.${type}` }, body: content };
}

function contentsOf(path: string, content: string): Record<string, unknown> {
  const bytes = Buffer.from(content);
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const name = path.split('/').at(-1);
  // GitHub breaks the base64 text every 60 characters.
  const encoded = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  return { type: 'file', encoding: 'base64', size: bytes.length, name, path, content: encoded, sha };
}
