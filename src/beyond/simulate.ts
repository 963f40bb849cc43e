import type { Decision, NotSimulated, RequiredActions, Undecided } from '../model/beyond.ts';
import type { Attempt, Identity } from '../model/evidence.ts';
import { matchesArn, parseArn, roleArnOfAssumedRole } from '../read/arn.ts';
import { readRoleArn } from '../read/role-arn.ts';
import { child, parseDocument } from '../read/xml.ts';
import type { Connection } from '../sts/call.ts';
import { callIam, type IamAnswer } from './iam.ts';
import { readSimulation } from './simulation.ts';

export interface Simulation {
  readonly connection: Connection;
  /** Whose key signs: its endpoint is IAM's, its region that of the signature. */
  readonly attempt: Attempt;
  readonly identity: Identity;
  /** Role ARNs that the user has named: they may tell the role's path, which a session's ARN does not. */
  readonly namedRoles: readonly string[];
  /** For the condition key `aws:RequestedRegion`. */
  readonly region: string;
}

export interface Simulated {
  readonly decisions: readonly Decision[];
  readonly undecided: readonly Undecided[];
  readonly source: string | undefined;
}

/** So that an answer stays well below what is read of one. */
const MOST_ACTIONS = 40;
const MOST_PAGES = 50;
const AT_ONCE = 3;

/** Asks IAM's policy simulator what the principal may do. Never throws. */
export async function simulate(required: readonly RequiredActions[], simulation: Simulation): Promise<Simulated> {
  const [first, ...others] = questionsOf(required);
  const source = sourceOf(simulation);
  if (first === undefined) return { decisions: [], undecided: [], source: undefined };
  if (typeof source !== 'string')
    return { decisions: [], undecided: [{ ...merged([first, ...others]), reason: source }], source: undefined };
  const begun = await askFirst(first, source, simulation);
  const rest = await inTurns(others, (question) => ask(question, begun.source, simulation));
  const answers = [begun.answer, ...rest];
  return {
    decisions: answers.flatMap(({ decisions }) => decisions),
    undecided: answers.flatMap(({ undecided }) => undecided),
    source: begun.source,
  };
}

/** Actions with the same resources go together; none is asked twice. */
function questionsOf(required: readonly RequiredActions[]): readonly RequiredActions[] {
  const groups = new Map<string, { actions: Set<string>; resources: readonly string[] }>();
  for (const { actions, resources } of required) {
    const distinct = [...new Set(resources)];
    const key = [...distinct].sort().join('\n');
    const group = groups.get(key) ?? { actions: new Set<string>(), resources: distinct };
    for (const action of actions) group.actions.add(action);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ actions, resources }) => {
    const all = [...actions];
    const chunks = Array.from({ length: Math.ceil(all.length / MOST_ACTIONS) }, (_, index) =>
      all.slice(index * MOST_ACTIONS, (index + 1) * MOST_ACTIONS),
    );
    return chunks.map((chunk) => ({ actions: chunk, resources }));
  });
}

function merged(questions: readonly RequiredActions[]): RequiredActions {
  return {
    actions: [...new Set(questions.flatMap(({ actions }) => actions))],
    resources: [...new Set(questions.flatMap(({ resources }) => resources))],
  };
}

/** The simulator takes a user's or a role's ARN, never a session's; the path that a session's ARN drops may be named elsewhere. */
function sourceOf({ identity, namedRoles }: Simulation): string | NotSimulated {
  if (identity.principalType === 'user') return identity.arn;
  const role = roleArnOfAssumedRole(identity.arn);
  if (identity.principalType !== 'assumed-role' || role === undefined) {
    const { principalType: type } = identity;
    return { why: 'no-source', principal: type === 'root' || type === 'federated-user' ? type : 'other' };
  }
  const named = namedRoles.find((arn) => readRoleArn(arn).ok && !/[*?]/.test(arn) && matchesArn(arn, identity.arn));
  return named ?? role;
}

interface Answered {
  readonly decisions: readonly Decision[];
  readonly undecided: readonly Undecided[];
}

/** Where IAM does not know the role without a path, or keeps it from the caller, IAM is asked for its ARN, and then again. */
async function askFirst(
  question: RequiredActions,
  source: string,
  simulation: Simulation,
): Promise<{ readonly answer: Answered; readonly source: string }> {
  const answer = await ask(question, source, simulation);
  const why = answer.undecided[0]?.reason.why;
  if (simulation.identity.principalType !== 'assumed-role' || (why !== 'no-entity' && why !== 'denied')) {
    return { answer, source };
  }
  const told = await roleArnFromIam(source, simulation);
  if (told === undefined || told === source) return { answer, source };
  return { answer: await ask(question, told, simulation), source: told };
}

async function roleArnFromIam(role: string, { connection, attempt }: Simulation): Promise<string | undefined> {
  const name = role.split('/').at(-1) ?? '';
  const answer = await callIam(connection, attempt, { Action: 'GetRole', RoleName: name });
  if (answer.kind !== 'result') return undefined;
  const result = child(parseDocument(answer.body.trim())?.root, 'GetRoleResult');
  const arn = child(child(result, 'Role'), 'Arn');
  const read = typeof arn === 'string' ? readRoleArn(arn.trim()) : undefined;
  const isSame = read?.ok === true && read.name === name && read.account === parseArn(role)?.account;
  return isSame ? read.arn : undefined;
}

async function ask(question: RequiredActions, source: string, simulation: Simulation): Promise<Answered> {
  const decisions: Decision[] = [];
  let marker: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await callIam(simulation.connection, simulation.attempt, {
      ...parametersOf(question, source, simulation.region),
      ...(marker === undefined ? {} : { Marker: marker }),
    });
    const read = answer.kind === 'result' ? readSimulation(answer.body, question.resources) : undefined;
    if (read === undefined) {
      return { decisions, undecided: leftOut(question, decisions, reasonOf(answer, source, simulation.attempt)) };
    }
    decisions.push(...read.decisions);
    if (read.marker === undefined || read.marker === marker) break;
    marker = read.marker;
  }
  return { decisions, undecided: leftOut(question, decisions, { why: 'left-out' }) };
}

function parametersOf({ actions, resources }: RequiredActions, source: string, region: string): Record<string, string> {
  const list = (name: string, values: readonly string[]): [string, string][] =>
    values.map((value, index) => [`${name}.member.${index + 1}`, value]);
  return {
    Action: 'SimulatePrincipalPolicy',
    PolicySourceArn: source,
    ...Object.fromEntries([...list('ActionNames', actions), ...list('ResourceArns', resources)]),
    'ContextEntries.member.1.ContextKeyName': 'aws:RequestedRegion',
    'ContextEntries.member.1.ContextKeyType': 'string',
    'ContextEntries.member.1.ContextKeyValues.member.1': region,
  };
}

/** What the answers say nothing of. */
function leftOut(
  { actions, resources }: RequiredActions,
  decisions: readonly Decision[],
  reason: NotSimulated,
): readonly Undecided[] {
  const decided = new Set(decisions.map(({ action }) => action.toLowerCase()));
  const open = actions.filter((action) => !decided.has(action.toLowerCase()));
  return open.length === 0 ? [] : [{ actions: open, resources, reason }];
}

function reasonOf(answer: IamAnswer, source: string, { endpoint }: Attempt): NotSimulated {
  if (answer.kind === 'result')
    return { why: 'no-answer', host: endpoint.hostname, detail: 'no result of the simulator' };
  if (answer.kind === 'no-answer') return { why: 'no-answer', host: endpoint.hostname, detail: answer.detail };
  const { code, message } = answer;
  if (code === 'NoSuchEntity') return { why: 'no-entity', source };
  if (code.startsWith('PolicyEvaluation')) return { why: 'evaluation' };
  if (code.startsWith('AccessDenied')) return { why: 'denied', explicit: /explicit deny/i.test(message), source };
  return { why: 'refused', code };
}

/** A few at a time: the simulator's rate is low. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
}
