import type { Action, Principal } from './policy.ts';
import { providerArn, type WebIdentityRequest } from './request.ts';
import { patternMatches } from './value-pattern.ts';
import { patternTokens } from '../string-like.ts';
import { anyOf, not, truth, type Truth } from './truth.ts';

/**
 * Whether the identity provider of the request is the statement's principal: the one of its issuer in the role's own
 * account. A part of an ARN cannot be a wildcard there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function evaluatePrincipal(principal: Principal, request: WebIdentityRequest): Truth {
  const arn = providerArn(request.partition, request.roleAccount, request.provider);
  const matches = principal.everyone ? 'holds' : anyOf(federated(principal).map((value) => isProvider(value, arn)));
  return principal.negated ? not(matches) : matches;
}

/** AWS does not say what `"Federated": "*"` matches. */
function isProvider(value: string, arn: string): Truth {
  return value === '*' ? 'undetermined' : truth(value === arn);
}

/** The identity providers that a principal names. */
export function federated(principal: Principal): readonly string[] {
  return principal.entries.filter(({ type }) => type === 'Federated').flatMap(({ values }) => values);
}

/**
 * Whether a statement is about the request's action. Prefix and name of an action are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function evaluateAction(action: Action, request: WebIdentityRequest): Truth {
  const matches = action.patterns.some((pattern) => patternMatches(patternTokens(pattern), request.action, true));
  return truth(matches !== action.negated);
}
