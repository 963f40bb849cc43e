/**
 * Runs the AWS CLI and boto3, where they are installed, against the simulator with faulty credentials, and prints what
 * they say as lines for `__tests__/explain/corpus/errors.jsonl`: source, expected diagnoses, text. With `--check` it
 * prints only those that `explain` gets wrong, and fails where there are any.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from '../simulator/builders.ts';
import { startSimulator } from '../simulator/server.ts';
import { explain } from '../src/explain/explain.ts';

interface Situation {
  readonly expected: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const TOOLS: Readonly<Record<string, readonly string[]>> = {
  'AWS CLI': ['aws', 'sts', 'get-caller-identity'],
  boto3: ['python3', '-c', 'import boto3; boto3.client("sts").get_caller_identity()'],
};

const simulator = await startSimulator();
const folder = await mkdtemp(join(tmpdir(), 'explain-corpus-'));
try {
  await writeFile(join(folder, 'broken'), 'no heading\nkey = value\n');
  await writeFile(join(folder, 'half'), '[default]\naws_access_key_id = AKIARZPUZDIKGB2VALC4\n');
  await writeFile(join(folder, 'process'), '[default]\ncredential_process = false\n');
  const { accessKeyId, secretAccessKey } = addUser(simulator.world);
  const keys = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  const situations: readonly Situation[] = [
    { expected: ['no-credentials'], env: {} },
    { expected: ['access-key-rejected'], env: { ...keys, AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKAAAAAAAA' } },
    { expected: ['secret-access-key-rejected'], env: { ...keys, AWS_SECRET_ACCESS_KEY: 'x'.repeat(40) } },
    { expected: ['incomplete-credentials'], env: { AWS_ACCESS_KEY_ID: accessKeyId } },
    { expected: ['profile-not-found'], env: { AWS_PROFILE: 'staging' } },
    { expected: ['credentials-file-invalid'], env: { ...keys, AWS_CONFIG_FILE: join(folder, 'broken') } },
    { expected: ['incomplete-credentials'], env: { AWS_SHARED_CREDENTIALS_FILE: join(folder, 'half') } },
    { expected: ['credential-process-failed'], env: { AWS_CONFIG_FILE: join(folder, 'process') } },
    { expected: ['region-invalid', 'region-missing'], env: { ...keys, AWS_DEFAULT_REGION: 'eu west 1' } },
  ];
  let wrong = 0;
  for (const { expected, env } of situations) {
    for (const [source, command] of Object.entries(TOOLS)) {
      const text = await printed(command, { AWS_ENDPOINT_URL_STS: simulator.url, ...env });
      if (text === undefined) continue;
      const id = explain(text, { isOfAws: true })[0]?.candidates[0]?.id ?? '';
      const isRight = expected.includes(id);
      if (!isRight) wrong += 1;
      if (!isRight || !process.argv.includes('--check')) {
        process.stdout.write(`${JSON.stringify({ source: `${source}, run`, expected, text })}\n`);
      }
    }
  }
  if (process.argv.includes('--check') && wrong > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
  await simulator.stop();
}

/** The last lines that it writes to standard error; undefined where it is not installed, or is content. */
async function printed(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const surroundings = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
  };
  const child = spawn(program, args, { env: { ...surroundings, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null);
    });
    child.once('close', resolve);
  });
  const lines = text.replaceAll(folder, '/home/runner').trim().split('\n');
  return status === null || status === 0 || text === '' ? undefined : lines.slice(-2).join('\n');
}
