import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addExpiredSession, addSession, type TemporaryCredentials } from '../simulator/builders.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { commandsOf, conclusionOf, findAct, outputOf, runAct, type ActRun } from './e2e/act.ts';
import { afterJobs } from './e2e/after-job.ts';
import { makeRepository, type Repository } from './e2e/repository.ts';

/** Runs real workflows that use this action, on a runner, against the simulator, and reads what the runner printed. */
type Checks = readonly (readonly [what: string, holds: boolean])[];

const act = findAct();
let failed = 0;
if (act === undefined) {
  const required = process.env['CI'] === 'true';
  console.log(
    `${required ? 'Failed' : 'Skipped'}: the runner (nektos/act) is installed with Go, and there is no Go here.`,
  );
  process.exitCode = required ? 1 : 0;
} else {
  await using repository = await makeRepository(process.env['PREFLIGHT_DIST'] ?? 'dist');
  const simulator = await startSimulator();
  try {
    await healthy(act, repository, simulator);
    simulator.reset();
    await expired(act, repository, simulator);
    await afterJobs(act, repository, simulator, report);
  } finally {
    await simulator.stop();
  }
  console.log(failed === 0 ? '\nThe runner agrees.' : `\n${failed} failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function healthy(runner: string, { folder, home }: Repository, simulator: Simulator): Promise<void> {
  const credentials = addSession(simulator.world);
  const secretFile = join(home, 'secrets');
  await writeFile(
    secretFile,
    [
      `AWS_ACCESS_KEY_ID='${credentials.accessKeyId}'`,
      `AWS_SECRET_ACCESS_KEY='${credentials.secretAccessKey}'`,
      `AWS_SESSION_TOKEN='${credentials.sessionToken}'`,
    ].join('\n'),
  );
  const run = await runAct(runner, folder, home, {
    workflow: '.github/workflows/healthy.yml',
    secretFile,
    vars: { STS_ENDPOINT: simulator.url, EXPIRES_AT: credentials.session.expiresAt.toISOString() },
  });
  const lines = outputOf(run);
  report('A healthy session, from secrets', run, [
    ['the job succeeds', run.status === 0 && run.log.includes('Job succeeded')],
    ['the step succeeds', conclusionOf(run, 'Preflight') === 'success'],
    ['nothing is annotated', ['error', 'warning', 'notice'].every((type) => commandsOf(run, type).length === 0)],
    ['its last line says who', lines.some((line) => line.startsWith(`Authenticated as ${credentials.arn} in account`))],
    ['a later step reads the outputs', lines.includes(`verdict=ok account=123456789012 arn=${credentials.arn}`)],
    ['a printed secret is masked', lines.includes('secret=[***]')],
    ['no secret is in the log', isSilent(run, credentials)],
    ['STS was asked once', simulator.requests.length === 1],
  ]);
}

async function expired(runner: string, { folder, home }: Repository, simulator: Simulator): Promise<void> {
  const credentials = addExpiredSession(simulator.world);
  const file = join(home, 'credentials');
  await writeFile(
    file,
    [
      '[deploy]',
      `aws_access_key_id=${credentials.accessKeyId}`,
      `aws_secret_access_key=${credentials.secretAccessKey}`,
      `aws_session_token=${credentials.sessionToken}`,
      '',
    ].join('\n'),
  );
  const secretFile = join(home, 'no-secrets');
  await writeFile(secretFile, '');
  const run = await runAct(runner, folder, home, {
    workflow: '.github/workflows/expired.yml',
    secretFile,
    vars: { STS_ENDPOINT: simulator.url, CREDENTIALS_FILE: file },
  });
  const lines = outputOf(run);
  const errors = commandsOf(run, 'error');
  report('An expired session, from a credentials file', run, [
    ['the job fails', run.status !== 0 && run.log.includes('Job failed')],
    ['the step fails', conclusionOf(run, 'Preflight') === 'failure'],
    ['one error is annotated', errors.length === 1 && /title=AWS session token [^:]*expired/.test(errors[0] ?? '')],
    ['the next step is skipped', conclusionOf(run, 'Deploy') === undefined && !run.log.includes('never reached')],
    ['a step for failures runs', conclusionOf(run, 'On failure') === 'success'],
    ['it reads the diagnoses', lines.includes('diagnoses=["session-token-expired"]')],
    ['the secret is masked', lines.includes('aws_secret_access_key=***')],
    ['the session token is masked', lines.includes('aws_session_token=***')],
    ['no secret is in the log', isSilent(run, credentials)],
  ]);
}

function isSilent({ log }: ActRun, { secretAccessKey, sessionToken }: TemporaryCredentials): boolean {
  return !log.includes(secretAccessKey) && !log.includes(sessionToken);
}

function report(title: string, run: ActRun, checks: Checks): void {
  console.log(`\n${title}`);
  for (const [what, holds] of checks) console.log(`  ${holds ? '✓' : '✗'} ${what}`);
  const wrong = checks.filter(([, holds]) => !holds).length;
  if (wrong > 0) console.log(`\nWhat the runner printed:\n${run.log}`);
  failed += wrong;
}
