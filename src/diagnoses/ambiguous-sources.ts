import { isPlace, nameOfPlace, phraseOfPlace } from '../model/place.ts';
import type { Located } from '../model/gathered.ts';
import type { ToolForecast } from '../model/tools.ts';
import type { Plan } from '../model/tools.ts';
import { planInWords, TOOL_NAMES } from './shared/tool-words.ts';
import type { Explanation, WorkflowSubject } from '../model/report.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { GRANT, PERMISSIONS } from './shared/wording.ts';
import { quoted } from './shared/wording.ts';

/** Which credentials one tool would take, and the variables that make it take them. */
interface ToolChoice {
  readonly tool: string;
  readonly takes: string;
  readonly decidedBy: readonly string[];
}

interface Ambiguity {
  /** What each tool takes; empty where they take the same. */
  readonly choices: readonly ToolChoice[];
  /** Where the runner's own credentials are, and `role-to-assume` has no OIDC token to start from. */
  readonly runnersOwn: string | undefined;
  readonly regions: readonly [Located<string>, Located<string>] | undefined;
}

/** Several sources disagree, and tools would pick different ones; or a lacking permission lets the runner's own slip in. */
export const ambiguousSources = entry<Ambiguity>({
  id: 'ambiguous-sources',
  severity: 'warning',
  phases: ['end'],
  when: 'several sources disagree, and tools would pick different ones; or the runner’s own credentials are used because the job may not ask for an OIDC token',
  exceptions:
    'Where only one tool runs in the job, its row in the table is the one that counts. A role may also be meant to be assumed from the runner’s own credentials.',
  references: [DOCS.oidcGitHub, DOCS.chain],
  detect(evidence) {
    const choices = choicesOf(evidence);
    const runnersOwn = runnersOwnOf(evidence);
    const regions = evidence.gathered.credentials && regionVariables(evidence);
    // Regions that differ are no fault by themselves: they are told where something else is to be told.
    return choices.length > 1 || runnersOwn !== undefined ? { choices, runnersOwn, regions } : undefined;
  },
  describe(ambiguity, evidence) {
    const { choices, runnersOwn, regions } = ambiguity;
    const main = runnersOwn === undefined ? describeChoices(choices, evidence) : describeRunners(runnersOwn, evidence);
    return {
      ...main,
      evidence: [
        ...main.evidence,
        ...(regions ?? []).map(({ from, value }) => `${phraseOfPlace(from)} is ${quoted(value)}`),
      ],
      fix: [...(main.fix.length > 0 ? main.fix : [ONE_PLACE]), ...(regions === undefined ? [] : [ONE_REGION])],
      ...(choices.length > 1
        ? { table: { head: ['Tool', 'Takes'], rows: choices.map(({ tool, takes }) => [tool, takes]) } }
        : {}),
    };
  },
  subject: ({ choices, runnersOwn }) => (runnersOwn === undefined ? subjectOf(choices) : { kind: 'permissions' }),
});

/** What each tool takes, where two of them would sign with different credentials. */
function choicesOf({ gathered: { tools, credentials } }: Evidence): readonly ToolChoice[] {
  const own = tools.find(({ outcome }) => outcome === 'same')?.plan;
  // One source that two tools read differently is no question of sources.
  const isElsewhere = ({ outcome, refused, plan }: ToolForecast): boolean =>
    outcome === 'other' &&
    refused !== true &&
    (own === undefined || plan === undefined || planInWords(plan) !== planInWords(own));
  if (credentials === undefined || !tools.some(isElsewhere)) return [];
  return tools.map((one) => ({ tool: TOOL_NAMES[one.tool], takes: takenBy(one), decidedBy: decidedBy(one, tools) }));
}

function takenBy({ plan, outcome }: ToolForecast): string {
  if (plan !== undefined) return planInWords(plan);
  return outcome === 'stops' ? 'none: it stops' : 'not known';
}

/** The variable that the tool's choice hangs on, where one does. */
function decidedBy({ tool, plan }: ToolForecast, tools: readonly ToolForecast[]): readonly string[] {
  if (plan === undefined) return [];
  switch (plan.kind) {
    case 'keys':
      return plan.origin.kind === 'variables'
        ? [plan.tokenName === 'AWS_SECURITY_TOKEN' ? plan.tokenName : 'AWS_ACCESS_KEY_ID']
        : profileVariable(tool, plan, tools);
    case 'web-identity':
      return plan.profile === undefined ? ['AWS_WEB_IDENTITY_TOKEN_FILE'] : [];
    default:
      return profileVariable(tool, plan, tools);
  }
}

/** The SDK for JavaScript knows one variable; where the others take another profile, both are told. */
function profileVariable(tool: ToolForecast['tool'], plan: Plan, tools: readonly ToolForecast[]): readonly string[] {
  const name =
    plan.kind === 'role' ? plan.profile : 'origin' in plan && 'profile' in plan.origin ? plan.origin.profile : '';
  if (name === '' || name === 'default') return [];
  const isAlone = tool === 'boto3' && tools.some((other) => other.tool === 'aws-cli' && other.outcome === 'same');
  return [isAlone ? 'AWS_DEFAULT_PROFILE' : 'AWS_PROFILE'];
}

const RUNNERS_OWN: ReadonlySet<string> = new Set(['instance', 'container', 'web-identity']);
const ONE_PLACE = 'In the job, give the credentials in one place only: remove those that are not meant.';
const ONE_REGION =
  'In the job’s `env:`, give `AWS_REGION` and `AWS_DEFAULT_REGION` the same value: boto3 and version 1 of the AWS CLI read only the latter.';

function runnersOwnOf({ settings, gathered: { credentials, job } }: Evidence): string | undefined {
  const lacksPermission = settings.roleToAssume !== undefined && job.runsInActions && job.oidc === undefined;
  return lacksPermission && credentials !== undefined && RUNNERS_OWN.has(credentials.source)
    ? credentials.location
    : undefined;
}

/** Both variables where they name different regions. */
function regionVariables({ gathered: { region } }: Evidence): Ambiguity['regions'] {
  const { from, disagreeing } = region ?? {};
  return region !== undefined && isPlace(from, 'variable', 'AWS_REGION') && disagreeing !== undefined
    ? [region, disagreeing]
    : undefined;
}

function describeRunners(location: string, { gathered: { job } }: Evidence): Explanation {
  const isFork = job.withholding === 'fork-pull-request';
  return {
    title: 'Without id-token: write, the runner’s own credentials take the role’s place',
    explanation:
      'The role of `role-to-assume` can only be assumed from the runner’s own credentials, because the job may not ask GitHub for an OIDC token: AWS tools take those instead without a word.',
    evidence: [
      `this check looked at ${location}`,
      `${job.oidcLacks.map(quoted).join(' and ')} ${job.oidcLacks.length > 1 ? 'are' : 'is'} not set: the job has no \`id-token: write\``,
    ],
    fix: [
      ...(isFork ? [] : GRANT),
      'On a runner whose own credentials are meant to assume the role, change nothing: this is only a warning.',
    ],
    docs: DOCS.oidcGitHub,
    ...(isFork ? {} : PERMISSIONS),
  };
}

function describeChoices(choices: readonly ToolChoice[], { gathered }: Evidence): Explanation {
  const { credentials } = gathered;
  const token =
    credentials?.source === 'environment' && credentials.sessionToken !== undefined
      ? `, with the token of ${nameOfPlace(credentials.names.sessionToken)}`
      : '';
  return {
    title: 'AWS tools in this job would use different credentials',
    explanation:
      'One tool of the deployment may succeed while the next fails or acts as somebody else, because they search in different orders.',
    evidence: [
      ...choices.map(({ tool, takes }) => `${tool}: ${takes}`),
      ...(credentials === undefined ? [] : [`this check looked at ${credentials.location}${token}`]),
    ],
    fix: fixes(choices),
    docs: DOCS.chain,
  };
}

/** One line for the variables that an empty value clears, one for those that name a profile. */
function fixes(choices: readonly ToolChoice[]): readonly string[] {
  const rivals = [...new Set(choices.flatMap(({ decidedBy }) => decidedBy))];
  const profiles = rivals.filter(isProfile);
  // Only botocore reads the old name: with the new one emptied the tools would still differ.
  const isOldToken = rivals.includes('AWS_SECURITY_TOKEN');
  const others = rivals.filter((name) => !isProfile(name) && !(isOldToken && USUAL.has(name)));
  const here = 'In the job’s `env:`, or in the step that exports it,';
  if (rivals.length === 0)
    return [
      'Keep one source of credentials: in the job’s `env:`, set `AWS_PROFILE` to the profile that is meant, or the key variables and no profile.',
    ];
  const everyTool = profiles.includes('AWS_DEFAULT_PROFILE') ? ' Every tool reads `AWS_PROFILE`.' : '';
  return [
    ...(profiles.length === 0
      ? []
      : [
          `${here} take ${profiles.map(quoted).join(' or ')} out where that profile is not meant; an empty value will not do, because the AWS CLI and boto3 then look for a profile without a name.${everyTool}`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `${here} clear what is not meant by an empty value: ${others.map((name) => `\`${name}: ''\``).join(' or ')}.`,
        ]),
  ];
}

function isProfile(name: string): boolean {
  return name.endsWith('_PROFILE');
}

/** The variable that turns some tools away from the rest; the key variables are the usual source, and seldom the odd one. */
function subjectOf(choices: readonly ToolChoice[]): WorkflowSubject {
  const [odd] = choices.flatMap(({ decidedBy }) => decidedBy).filter((name) => !USUAL.has(name));
  return odd === undefined ? { kind: 'step' } : { kind: 'environment', name: odd };
}

const USUAL: ReadonlySet<string> = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN']);

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'ambiguous-sources': true;
  }
}
