import { variable, type Environment } from '../gather/environment.ts';
import { githubContents } from '../gather/github-contents.ts';
import type { Job } from '../gather/job.ts';
import { INPUT_NAMES, SECRET_INPUTS, type InputReader } from '../inputs/names.ts';
import { isDefinedHere } from '../locate/called-workflows.ts';
import { locate } from '../locate/line.ts';
import { correctedSnippet } from '../locate/snippet.ts';
import type { StepIdentity } from '../locate/step.ts';
import { readWorkflow } from '../locate/workflow-file.ts';
import { readWorkspaceWorkflow } from '../locate/workspace-file.ts';
import { NO_POINTERS, type Pointers } from './no-pointers.ts';
import type { Report, WorkflowSubject } from '../report.ts';
import type { Secret } from '../secret.ts';

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
