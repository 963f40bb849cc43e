import type { Deadline } from './http/deadline.ts';
import { DOCS } from './diagnoses/shared/docs.ts';
import { quoted } from './diagnoses/shared/wording.ts';
import { findingsIn } from './explain/findings.ts';
import { LogReader } from './explain/log.ts';
import type { Environment, Host } from './model/environment.ts';
import { failedJobs, type FailedJob, type FailedJobs, type LogSink } from './github/jobs.ts';
import { readJob } from './gather/job.ts';
import { secretVariables } from './gather/key-variables.ts';
import { scrub } from './report/scrub.ts';
import type { Finding, Report, Verdict } from './model/report.ts';
import type { Secret } from './model/secret.ts';
import type { Settings } from './model/settings.ts';
import { emptyReport } from './diagnose/report.ts';

export interface Explanations {
  readonly report: Report;
  readonly secrets: readonly Secret[];
  /** The last line of the log. */
  readonly closing: string;
  /** Where nothing was recognised: no fault of this step, which stays green. */
  readonly notice?: { readonly title: string; readonly message: string };
}

/**
 * Explains the errors about AWS credentials in the logs of this run's failed jobs. Asks STS nothing: the verdict is
 * `bad` where something was recognised, else `unknown`. Never throws.
 */
export async function explainFailedJobs(
  settings: Settings,
  { env, host }: { readonly env: Environment; readonly host: Host },
  deadline: Deadline,
): Promise<Explanations> {
  const given = await failedJobs(await readJob(env, host), settings.githubToken, deadline.signal, findingsReader);
  const secrets = [...secretVariables(env), ...(settings.githubToken === undefined ? [] : [settings.githubToken])];
  return { ...scrub(conclude(given), secrets), secrets };
}

interface LogFindings {
  readonly findings: readonly Finding[];
  readonly isWhole: boolean;
}

/** A log is nothing but its findings as soon as it is read, so that many of them fit into memory. */
function findingsReader(job: Pick<FailedJob<LogFindings>, 'name' | 'failedSteps'>): LogSink<LogFindings> {
  const reader = new LogReader();
  return {
    write: (chunk) => {
      reader.write(chunk);
    },
    end: () => {
      const log = reader.end();
      return { findings: findingsIn(job, log), isWhole: log.isWhole };
    },
  };
}

function conclude(given: FailedJobs<LogFindings>): Omit<Explanations, 'secrets'> {
  if ('why' in given) {
    return said('unknown', [notGiven(given)], 'The logs of the failed jobs could not be read.');
  }
  const findings = given.jobs.flatMap(({ log }) => log?.findings ?? []);
  const count = `${given.jobs.length} failed ${given.jobs.length === 1 ? 'job' : 'jobs'}`;
  const limits = limitsOf(given.jobs);
  if (findings.length > 0) {
    const errors = `${findings.length} ${findings.length === 1 ? 'error' : 'errors'}`;
    return said('bad', findings, `Found ${errors} about AWS credentials in the logs of ${count}${limits}.`);
  }
  const closing = `Found no error about AWS credentials in the logs of ${count}${limits}.`;
  return { ...said('unknown', [], closing), notice: { title: 'No AWS credential error found', message: closing } };
}

/** What was not looked at, if anything. */
function limitsOf(jobs: readonly FailedJob<LogFindings>[]): string {
  const cutOff = jobs.filter(({ isCut }) => isCut).length;
  const unread = jobs.filter(({ log, isCut }) => log === undefined && !isCut).length;
  const partly = jobs.filter(({ log, isCut }) => log?.isWhole === false && !isCut).length;
  return [
    ...(unread === 0 ? [] : [`; ${unread} of them left no log`]),
    ...(cutOff === 0 ? [] : [`; ${cutOff} of them could be read only in part before the timeout`]),
    ...(partly === 0 ? [] : [`; of ${partly} only the beginning and the end were looked at in full`]),
  ].join('');
}

function said(verdict: Verdict, findings: readonly Finding[], closing: string): Omit<Explanations, 'secrets'> {
  return { report: { ...emptyReport(), verdict, findings }, closing };
}

const PERMISSIONS = 'permissions:\n  actions: read\n  contents: read\n';

function notGiven({ why, status }: Extract<FailedJobs<LogFindings>, { why: string }>): Finding {
  const answer = status === undefined ? 'GitHub’s API gave no answer' : `GitHub’s API answered with status ${status}`;
  const reasons = {
    'no-token': `${quoted('github-token')} is empty`,
    'no-run': `${quoted('GITHUB_REPOSITORY')} and ${quoted('GITHUB_RUN_ID')} do not name a run`,
    refused: answer,
  } as const;
  return {
    id: 'usage',
    severity: 'unknown',
    confirmed: false,
    title: 'The logs of the failed jobs could not be read',
    explanation: 'With `explain: failed-jobs` the action reads the logs of this run through GitHub’s API.',
    evidence: [reasons[why]],
    fix: [
      'In the job that explains, add `permissions:` with `actions: read`: it replaces the default as a whole.',
      'In this step, leave `github-token` at its default, or give one that may read the run’s actions.',
    ],
    docs: DOCS.workflowSyntax,
    snippet: { language: 'yaml', text: PERMISSIONS },
  };
}
