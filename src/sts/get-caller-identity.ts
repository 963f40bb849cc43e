import type { Answer, Attempt, Unanswered } from '../model/evidence.ts';
import { readAccessKeyId } from '../read/access-key-id.ts';
import { identityOf } from './answer.ts';
import { callSts, type Connection } from './call.ts';

/**
 * Asks STS who the credentials are. GetCallerIdentity needs no permission, and no IAM policy can deny it
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html), so a refusal speaks of the
 * credentials alone. Never throws.
 */
export async function getCallerIdentity(connection: Connection, attempt: Attempt): Promise<Answer> {
  // A diagnosis has kept such a key ID back already, unless it failed itself.
  if (readAccessKeyId(attempt.accessKeyId.reveal()).unsafe !== undefined) return keptBack(attempt);
  const answer = await callSts(connection, attempt, { name: 'GetCallerIdentity', signed: true });
  if (answer.kind !== 'result') return answer;
  const { fields, ...common } = answer;
  const identity = identityOf(fields);
  return identity === undefined
    ? {
        ...common,
        kind: 'unanswered',
        why: 'unrecognised',
        problem: undefined,
        status: 200,
        detail: 'a result without a 12-digit account and an ARN of that account',
        clock: undefined,
      }
    : { ...common, kind: 'accepted', identity };
}

/** The key ID is sent in clear, so one that may be a secret is not sent at all. */
function keptBack(attempt: Attempt): Unanswered {
  const { hostname, port, protocol } = attempt.endpoint;
  return {
    kind: 'unanswered',
    why: 'unreachable',
    problem: {
      step: 'send',
      code: undefined,
      host: hostname,
      port: Number(port) || (protocol === 'http:' ? 80 : 443),
      proxy: undefined,
      detail: 'the access key ID holds what must not be sent in clear',
    },
    attempt,
    requests: 0,
    requestIds: [],
    status: undefined,
    detail: undefined,
    clock: undefined,
  };
}
