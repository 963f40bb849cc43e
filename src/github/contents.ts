import type { Secret } from '../model/secret.ts';

/** In bytes, base64 or not; no workflow is as large. */
const LONGEST_ANSWER = 1024 * 1024;

/**
 * Makes a function that reads one file at one commit through the API
 * (https://docs.github.com/en/rest/repos/contents#get-repository-content; needs `contents: read`).
 * It resolves to undefined for whatever fails: no permission, no such file, no network, no answer before the signal
 * fires, an answer of more than 1 MiB or one that is no text.
 *
 * @param apiUrl GITHUB_API_URL; GitHub Enterprise Server has its own.
 */
export function githubContents(
  apiUrl: string,
  token: Secret,
): (owner: string, repo: string, path: string, ref: string, signal: AbortSignal) => Promise<string | undefined> {
  return async (owner, repo, path, ref, signal) => {
    try {
      // Loaded only here, on failure: the toolkit takes its time, and reads the event's file.
      const { getOctokit } = await import(/* webpackChunkName: "github" */ '@actions/github');
      const octokit = getOctokit(token.reveal(), { baseUrl: apiUrl });
      const file = path.split('/').map(encodeURIComponent).join('/');
      const response = await octokit.request(`GET /repos/{owner}/{repo}/contents/${file}`, {
        owner,
        repo,
        ref,
        mediaType: { format: 'raw' },
        // Unparsed, the body can be given up before all of it is here.
        request: { signal, parseSuccessResponseBody: false },
      });
      const text = decode(await firstBytes(response.data as ReadableStream<Uint8Array>));
      return isDescription(response.headers['content-type']) ? fileOf(JSON.parse(text)) : text;
    } catch {
      return undefined;
    }
  };
}

/** Servers and proxies that pass over the wish for the raw text answer with JSON about the file. */
function isDescription(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0] ?? '';
  return /[/+]json\s*$/i.test(type) && !/\braw\b/i.test(type);
}

/** The file in the API's JSON; undefined for a directory, a submodule, and a file that is too large to be in it. */
function fileOf(description: unknown): string | undefined {
  if (typeof description !== 'object' || description === null) return undefined;
  const { type, encoding, content } = description as Readonly<Record<string, unknown>>;
  if (type !== 'file' || encoding !== 'base64' || typeof content !== 'string') return undefined;
  return decode(Buffer.from(content, 'base64'));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

async function firstBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new RangeError('too large for a workflow');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
