import { element, errorAnswer, refusal, success, type Answer, type Refusal } from './answer.ts';
import { authenticate, type Caller, type Checkpoint } from './authenticate.ts';
import { headerOf, type WireRequest } from './signature.ts';

/** What a signed action does once the caller is known; `result` is XML. */
export type SignedAction = (caller: Caller, parameters: URLSearchParams, at: Checkpoint) => string | Refusal;
/** What an action does that needs no signature. */
export type UnsignedAction = (parameters: URLSearchParams, at: Checkpoint) => string | Refusal;

export interface Actions {
  readonly signed: Readonly<Partial<Record<string, SignedAction>>>;
  readonly unsigned: Readonly<Partial<Record<string, UnsignedAction>>>;
}

/** GetCallerIdentity needs no permission: whoever is authenticated is answered. */
export const getCallerIdentity: SignedAction = ({ arn, userId, account }) => identityXml({ arn, userId, account });

export function identityXml(identity: { arn: string; userId: string; account: string }): string {
  return [element('Arn', identity.arn), element('UserId', identity.userId), element('Account', identity.account)]
    .map((line) => `    ${line}`)
    .join('\n');
}

/** The parameters of a Query request: those of the body, or of the URL in a GET. */
export function parametersOf(request: WireRequest): URLSearchParams {
  const query = request.target.split('?')[1] ?? '';
  const isForm = headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  return new URLSearchParams(isForm ? request.body.toString() : query);
}

/** STS's honest answer to a request. */
export function answerSts(request: WireRequest, at: Checkpoint, actions: Actions): Answer {
  const parameters = parametersOf(request);
  const name = parameters.get('Action') ?? '';
  const result = perform(name, request, parameters, at, actions);
  return typeof result === 'string' ? success(name, result, at.now) : errorAnswer(result, at.now);
}

function perform(
  name: string,
  request: WireRequest,
  parameters: URLSearchParams,
  at: Checkpoint,
  actions: Actions,
): string | Refusal {
  const unsigned = actions.unsigned[name];
  if (unsigned !== undefined) return unsigned(parameters, at);
  const caller = authenticate(request, at);
  if ('refused' in caller) return caller;
  const signed = actions.signed[name];
  if (signed === undefined) {
    const version = parameters.get('Version') ?? 'NO_VERSION_SPECIFIED';
    return refusal(400, 'InvalidAction', `Could not find operation ${name || 'null'} for version ${version}`);
  }
  if (at.behaviour.vpcEndpointDenies) {
    return refusal(
      403,
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:${name} because no VPC endpoint policy allows the sts:${name} action`,
    );
  }
  return signed(caller, parameters, at);
}
