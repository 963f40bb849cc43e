import { asMap, entriesOf, entryOf, follow, textOf, type WorkflowDocument } from './document.ts';
import { areKnown, literalOf, type Step, stepNames } from './job.ts';

/** The repository of this action has this name, whoever owns it. */
const ACTION_NAME = 'aws-credentials-preflight';

/** How the runner names the step that runs now. */
export interface StepIdentity {
  /** GITHUB_JOB. */
  readonly jobId: string | undefined;
  /** GITHUB_ACTION_REPOSITORY, `owner/aws-credentials-preflight`; unset for a local action. */
  readonly actionRepository: string | undefined;
  /** GITHUB_ACTION_REF, as `uses:` has it after the `@`. */
  readonly actionRef: string | undefined;
  /** GITHUB_ACTION. */
  readonly stepId: string | undefined;
  /** Inputs that are no credentials; only compared with what the file has in plain text. */
  readonly inputs: Readonly<Record<string, string>>;
  /** GITHUB_ACTION_PATH is set: an action of several steps runs this one. */
  readonly insideComposite?: boolean | undefined;
  /**
   * Whether the file defines the running job (`definitionOf`): GITHUB_WORKFLOW_REF names the caller's file in a
   * reusable workflow too. Unknown is fine where the file calls no reusable workflow.
   */
  readonly definedHere?: boolean | undefined;
}

/** The step of the job that runs this action. */
export interface Use {
  readonly step: Step;
  /** Its own `uses:` names this action; otherwise a composite action runs it. */
  readonly direct: boolean;
}

/**
 * The step that runs this action, told by the name that GITHUB_ACTION gives; within a composite action that is the
 * name of the job's step. Undefined when it cannot be told for certain.
 */
export function findUse(document: WorkflowDocument, steps: readonly Step[], identity: StepIdentity): Use | undefined {
  const [wanted, ...inner] = identity.stepId?.toLowerCase().split('.') ?? [];
  const embedded = identity.insideComposite === true || inner.length > 0;
  const names = wanted ? stepNames(steps) : [];
  const named = wanted ? steps.find((_, index) => names[index]?.toLowerCase() === wanted) : undefined;
  if (named) {
    if (named.hasRun || named.uses === undefined || named.uses.startsWith('docker://')) return undefined;
    return { step: named, direct: !embedded && isThisAction(named.uses, identity) };
  }
  if (embedded || !areKnown(steps)) return undefined;
  const candidates = steps.filter(
    (step, index) =>
      names[index] === undefined &&
      !step.hasRun &&
      step.uses !== undefined &&
      isThisAction(step.uses, identity) &&
      !contradicts(document, step, identity),
  );
  // Where nothing names the action, a local one may be any, and one of this name hardly is another.
  const ofThisName = candidates.filter(({ uses }) => uses !== undefined && repositoryOf(uses)?.name === ACTION_NAME);
  const [step, ...others] = identity.actionRepository === undefined && ofThisName.length > 0 ? ofThisName : candidates;
  return step && others.length === 0 ? { step, direct: true } : undefined;
}

/**
 * Whether a `uses:` may mean this action: its repository and ref; where the repository is not known, some path, or a
 * repository of this action's name.
 */
function isThisAction(uses: string, { actionRepository, actionRef }: StepIdentity): boolean {
  // `$/` is resolved to the workflow's own repository before the step runs, so the repository says nothing.
  if (uses.startsWith('$/')) return true;
  const repository = repositoryOf(uses);
  if (repository === undefined) return actionRepository === undefined;
  const isSame =
    actionRepository === undefined
      ? repository.name === ACTION_NAME
      : `${repository.owner}/${repository.name}` === actionRepository.toLowerCase();
  return isSame && (actionRef === undefined || repository.ref === actionRef);
}

/** Owner and name in small letters, and the ref; undefined for a local path. */
function repositoryOf(uses: string): { owner: string; name: string; ref: string } | undefined {
  if (uses.startsWith('./') || uses.startsWith('.\\')) return undefined;
  const at = uses.indexOf('@');
  const [owner = '', name = ''] = uses
    .slice(0, at === -1 ? undefined : at)
    .toLowerCase()
    .split('/');
  return { owner, name, ref: uses.slice(at + 1) };
}

/** Whether an input has another value in the file than in this run. */
function contradicts(document: WorkflowDocument, step: Step, { inputs }: StepIdentity): boolean {
  const given = asMap(follow(document, entryOf(step.map, 'with')?.value).node);
  if (!given) return false;
  const values = new Map(Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value.trim()]));
  return entriesOf(given).some((entry) => {
    const literal = literalOf(document, entry)?.trim();
    const value = values.get(textOf(entry.key)?.toLowerCase() ?? '');
    return literal !== undefined && value !== undefined && literal !== value;
  });
}
