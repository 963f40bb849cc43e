import type { ToolForecast } from '../model/tools.ts';
import type { StopCause } from '../model/tools.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { type CauseInWords, causeInWords, listed, TOOL_NAMES } from './shared/tool-words.ts';

interface Stops {
  readonly stopping: readonly (ToolForecast & { readonly cause: StopCause })[];
  readonly going: readonly ToolForecast[];
  /** The input `tools` names one of them, or at most one tool is left. */
  readonly isError: boolean;
}

/** STS accepts the credentials, and yet a tool of the next step stops before it asks. */
export const toolWouldFail = entry<Stops>({
  id: 'tool-would-fail',
  severity: ({ isError }) => (isError ? 'error' : 'warning'),
  otherwise: 'warning',
  phases: ['end'],
  when: 'STS accepts the credentials, but one of the AWS CLI, boto3, the SDK for JavaScript and the SDK for Go would stop before it asks',
  exceptions:
    'Name the tools that the job uses in the input `tools`: the others are then left out, and one of these that stops is an error. Terraform, eksctl and most Go programs follow the SDK for Go.',
  detect,
  describe({ stopping, going, isError }, { answer }) {
    const causes = groups(stopping);
    const [first] = causes;
    const names = listed(stopping.map(({ tool }) => TOOL_NAMES[tool]));
    const works = going.filter(({ outcome }) => outcome !== 'unknown').map(({ tool }) => TOOL_NAMES[tool]);
    return {
      title: `${names} would stop here, whatever STS says`.slice(0, 80),
      explanation: `A later step that uses ${names} fails before it asks AWS${answer?.kind === 'accepted' ? ', although the credentials are good' : ''}${
        isError || works.length === 0 || answer?.kind !== 'accepted'
          ? ''
          : ` and ${listed(works)} ${works.length === 1 ? 'works' : 'work'}`
      }.`,
      evidence: causes.map(({ tools, words }) => `${tools}: ${words.why}`),
      fix: [
        ...new Set(causes.map(({ words }) => words.fix)),
        'If the job uses none of these tools, name those that it uses in the input `tools`.',
      ],
      docs: DOCS.chain,
      ...(first === undefined
        ? {}
        : { table: { head: ['Tool', 'In the next step'], rows: rows([...stopping, ...going]) } }),
    };
  },
  subject({ stopping }) {
    const variable = groups(stopping)[0]?.words.variable;
    return variable === undefined ? { kind: 'step' } : { kind: 'environment', name: variable };
  },
});

function detect({ gathered, settings, hasError }: Evidence): Stops | undefined {
  const { tools, credentials } = gathered;
  const stopping = tools.flatMap((one) =>
    one.refused === true && one.plan !== undefined
      ? [{ ...one, cause: { kind: 'refused', plan: one.plan } as const }]
      : one.cause === undefined
        ? []
        : [{ ...one, cause: one.cause }],
  );
  // What is wrong with the credentials themselves comes first, and a source that has none has a finding of its own.
  if (stopping.length === 0 || hasError || credentials === undefined) return undefined;
  const going = tools.filter(({ outcome, refused }) => outcome !== 'stops' && refused !== true);
  return { stopping, going, isError: settings.tools.length > 0 || going.length < 2 };
}

interface Group {
  readonly tools: string;
  readonly words: CauseInWords;
}

/** The tools that stop for the same cause are named together. */
function groups(stopping: Stops['stopping']): readonly Group[] {
  const byWhy = new Map<string, { words: CauseInWords; tools: string[] }>();
  for (const { tool, cause } of stopping) {
    const words = causeInWords(cause);
    const group = byWhy.get(words.why) ?? { words, tools: [] };
    group.tools.push(TOOL_NAMES[tool]);
    byWhy.set(words.why, group);
  }
  return [...byWhy.values()].map(({ words, tools }) => ({ words, tools: listed(tools) }));
}

function rows(tools: readonly ToolForecast[]): readonly (readonly string[])[] {
  const words = {
    same: 'works',
    other: 'works, with other credentials',
    stops: 'stops',
    unknown: 'not known',
  } as const;
  return tools.map(({ tool, outcome }) => [TOOL_NAMES[tool], words[outcome]]);
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'tool-would-fail': true;
  }
}
