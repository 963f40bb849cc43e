import type { Environment } from '../model/environment.ts';
import type { Settings } from '../model/settings.ts';
import { fromEnvironment, fromInputs } from './key-variables.ts';
import type { SharedConfig } from './shared-config.ts';

/** Variables that no tool takes anything odd from, whatever their value is. */
const HARMLESS: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ENDPOINT_URL_STS',
  'AWS_ENDPOINT_URL_S3',
  'AWS_ENDPOINT_URL_IAM',
  'AWS_EC2_METADATA_DISABLED',
  'AWS_DEFAULT_OUTPUT',
  'AWS_PAGER',
  'AWS_ACCOUNT_ID',
  'AWS_PREFLIGHT_POST',
]);

/**
 * A job that has whole keys in its variables (or inputs), no shared files, and no other setting: every tool takes those
 * keys, and nothing more has to be known of the tools. What configure-aws-credentials leaves is such a job.
 */
export function isPlainJob(settings: Settings, env: Environment, config: SharedConfig): boolean {
  if (settings.profile !== undefined || config.files.config.exists || config.files.credentials.exists) return false;
  const isHarmless = Object.entries(env).every(
    ([name, value]) => !name.startsWith('AWS_') || value === undefined || HARMLESS.has(name),
  );
  if (!isHarmless) return false;
  const keys = fromInputs(settings) ?? fromEnvironment(env);
  if (keys?.accessKeyId === undefined || keys.secretAccessKey === undefined) return false;
  // eslint-disable-next-line no-control-regex -- that is what is looked for
  return ![keys.accessKeyId, keys.sessionToken].some((value) => /[\u0000-\u001f\u007f]/.test(value?.reveal() ?? ''));
}
