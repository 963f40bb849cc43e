/** What decides the name of a step. */
export interface NamedStep {
  /** Its `id:`, where it has one. */
  readonly id: string | undefined;
  readonly uses: string | undefined;
  readonly hasRun: boolean;
}

const LONGEST_NAME = 100;

/**
 * What GITHUB_ACTION holds in each step of a job: the step's `id`, else a name made from what it runs, with a number
 * for every further use of the same name (`__run`, `__self_2`, `__octo-org_deploy`). Ids are taken first.
 * Source: ConvertToSteps and IdBuilder in https://github.com/actions/runner/tree/main/src/Sdk/WorkflowParser/Conversion
 *
 * @returns undefined for a step whose name cannot be told.
 */
export function stepNames(steps: readonly NamedStep[]): readonly (string | undefined)[] {
  const taken = new Set(steps.flatMap(({ id }) => (id ? [id.toLowerCase()] : [])));
  const isKnown = areKnown(steps);
  let isSelfReferenceBefore = false;
  return steps.map((step) => {
    if (step.id) return step.id;
    if (step.uses?.startsWith('$/') && !step.hasRun) {
      isSelfReferenceBefore = true;
      return undefined;
    }
    const base = isKnown ? baseName(step) : undefined;
    // Which of these names a `$/` step takes is not documented, so the numbers after it are uncertain.
    if (base === undefined || (isSelfReferenceBefore && (base === '__run' || base === '__self'))) return undefined;
    return distinctName(base, taken);
  });
}

/** Whether all steps are of a kind known here. Another kind may stand for several steps, and take any of the names. */
export function areKnown(steps: readonly NamedStep[]): boolean {
  return steps.every(({ uses, hasRun }) => hasRun || uses !== undefined);
}

function baseName({ uses, hasRun }: NamedStep): string | undefined {
  if (hasRun || uses === undefined) return '__run';
  if (uses.startsWith('./') || uses.startsWith('.\\')) return '__self';
  if (uses.startsWith('docker://')) return legalName(uses.slice('docker://'.length));
  const [owner, repository] = (uses.split('@')[0] ?? '').split(/[/\\]/).filter((part) => part !== '');
  return owner === undefined || repository === undefined ? undefined : legalName(`${owner}/${repository}`);
}

function legalName(name: string): string {
  return `__${name.replace(/[^A-Za-z0-9_-]/g, '_')}`;
}

function distinctName(base: string, taken: Set<string>): string | undefined {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const suffix = attempt === 1 ? '' : `_${attempt}`;
    const name = base.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
  return undefined;
}
