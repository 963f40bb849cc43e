import type { Job } from '../model/job.ts';
import { githubContents } from '../github/contents.ts';
import { INPUT_NAMES, type InputReader, SECRET_INPUTS } from '../inputs/names.ts';
import { type Environment, variable } from '../model/environment.ts';
import { NO_POINTERS, type Pointers, type Report, type WorkflowSubject } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import { isDefinedHere, readWorkflow, readWorkspaceWorkflow } from './file.ts';
import { locate } from './line.ts';
import { correctedSnippet } from './snippet.ts';
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
  const definedHere = await isDefinedHere(source.text, job.jobId, async (path) =>
    job.workspace === undefined ? undefined : readWorkspaceWorkflow(job.workspace, path, job.workflowSha ?? job.sha),
  );
  const step = { ...stepIdentity(job, how.env, how.read), definedHere };
  return {
    lines: subjects.map((subject) => locate(source.text, source.path, step, subject ?? { kind: 'step' })),
    snippets: report.findings.map(({ change }) => change && correctedSnippet(source.text, step, change)?.text),
  };
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
