import type { Job } from '../model/job.ts';
import { githubContents } from '../github/contents.ts';
import { INPUT_NAMES, type InputReader, SECRET_INPUTS } from '../inputs/names.ts';
import { type Environment, variable } from '../model/environment.ts';
import { NO_POINTERS, type Pointers, type Report, type WorkflowSubject } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import { type Definition, definitionOf, readWorkflow, readWorkspaceWorkflow } from './file.ts';
import { locate } from './line.ts';
import type { StepIdentity } from './step.ts';

/** Where in the workflow file each finding belongs; nothing where it cannot be told for certain. Never throws. */
export async function pointers(
  report: Report,
  subjects: readonly (WorkflowSubject | undefined)[],
  how: { job: Job; env: Environment; read: InputReader; token: Secret | undefined; signal: AbortSignal },
): Promise<Pointers> {
  const { job, token } = how;
  // A warning or a notice is not worth a question to GitHub: the job is green, and waits for nobody.
  const isFailing = report.findings.some(({ severity }) => severity === 'error' || severity === 'unknown');
  const fetchFile = token === undefined || !isFailing ? undefined : githubContents(job.apiUrl, token);
  const source = await readWorkflow(job, how.signal, fetchFile);
  if (source === undefined) return NO_POINTERS;
  const called = async (path: string): Promise<string | undefined> =>
    job.workspace === undefined ? undefined : readWorkspaceWorkflow(job.workspace, path, job.workflowSha ?? job.sha);
  const definition = await definitionOf(source, job.jobId, called);
  const file = definition?.file ?? source;
  const identity = stepIdentity(job, how.env, how.read);
  // Where it is not certain which file defines the job, a line is told only where the file calls none.
  const step = { ...identity, definedHere: definition === undefined ? undefined : true };
  return {
    lines: subjects.map((subject) => locate(file.text, file.path, step, subject ?? { kind: 'step' })),
    patches: await patchesFor(report, { file, callers: definition?.callers ?? [], step, job }),
  };
}

/** What makes patches loads only where something is to be changed. */
async function patchesFor(
  report: Report,
  { file, callers, step, job }: Definition & { step: StepIdentity; job: Job },
): Promise<Pointers['patches']> {
  if (report.findings.every(({ change }) => change === undefined)) return [];
  const { patchesOf } = await import('./patch.ts');
  const texts = new Map([file, ...callers].map(({ path, text }) => [path, text]));
  const { repository, sha, serverUrl } = job;
  const url = (path: string, line: number): string | undefined =>
    repository === undefined || sha === undefined
      ? undefined
      : `${serverUrl}/${repository}/blob/${sha}/${path.split('/').map(encodeURIComponent).join('/')}#L${line}`;
  return patchesOf({ texts, path: file.path, step, callers, runnerOs: job.runnerOs }, report.findings, url);
}

/** How the runner names this very step (https://docs.github.com/en/actions/reference/workflows-and-actions/variables). */
function stepIdentity(job: Job, env: Environment, read: InputReader): StepIdentity {
  const given = INPUT_NAMES.filter((name) => !SECRET_INPUTS.has(name)).flatMap((name) => {
    const value = read(name);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return {
    jobId: job.jobId,
    actionRepository: variable(env, 'GITHUB_ACTION_REPOSITORY'),
    actionRef: variable(env, 'GITHUB_ACTION_REF'),
    stepId: variable(env, 'GITHUB_ACTION'),
    inputs: Object.fromEntries(given),
    insideComposite: variable(env, 'GITHUB_ACTION_PATH') !== undefined,
  };
}
