import type { Secret } from '../secret.ts';

/** How long GitHub may take, in milliseconds: the line of an annotation is not worth waiting for. */
const TIME_LIMIT = 5_000;

/**
 * Makes a function that reads one file at one commit through the API
 * (https://docs.github.com/en/rest/repos/contents#get-repository-content; needs `contents: read`).
 * It resolves to undefined for whatever fails: no permission, no such file, no network, no answer in five seconds.
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
      const { getOctokit } = await import('@actions/github');
      const octokit = getOctokit(token.reveal(), { baseUrl: apiUrl });
      const file = path.split('/').map(encodeURIComponent).join('/');
      const response = await octokit.request(`GET /repos/{owner}/{repo}/contents/${file}`, {
        owner,
        repo,
        ref,
        mediaType: { format: 'raw' },
        request: { signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]) },
      });
      const data: unknown = response.data;
      return typeof data === 'string' ? data : undefined;
    } catch {
      return undefined;
    }
  };
}
