import { parseArn } from '../read/arn.ts';
import type { Decision, Permission } from '../model/beyond.ts';

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html */
const QUARANTINE = /^(?:.*\/)?AWSCompromisedKeyQuarantine(?:V\d+)?$/;

/**
 * Services whose resources have policies of their own that may allow what no identity policy does
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html).
 */
const WITH_RESOURCE_POLICIES: ReadonlySet<string> = new Set([
  's3',
  's3express',
  's3-object-lambda',
  's3-outposts',
  'kms',
  'sqs',
  'sns',
  'lambda',
  'secretsmanager',
  'ecr',
  'dynamodb',
  'kinesis',
  'events',
  'codeartifact',
  'elasticfilesystem',
  'glacier',
  'sts',
]);

/** Calls of theirs that concern no resource, so that no resource's policy can allow them. */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set(
  [
    's3:ListAllMyBuckets',
    'kms:CreateKey',
    'kms:ListKeys',
    'kms:ListAliases',
    'sqs:ListQueues',
    'sns:ListTopics',
    'lambda:ListFunctions',
    'lambda:ListLayers',
    'lambda:GetAccountSettings',
    'secretsmanager:ListSecrets',
    'secretsmanager:GetRandomPassword',
    'ecr:GetAuthorizationToken',
    'dynamodb:ListTables',
    'kinesis:ListStreams',
  ].map((action) => action.toLowerCase()),
);

/**
 * An explicit deny, the organisation and the boundary decide whatever a resource's policy says. That no identity policy
 * allows an action decides only where no resource's policy can
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 *
 * @param account - of the principal: another account's resource needs an allow on both sides
 */
export function permissionOf(decision: Decision, account: string): Permission {
  if (decision.decision === 'explicitDeny' && decision.policies.some((name) => QUARANTINE.test(name))) {
    return { kind: 'denied', decision, by: 'quarantine' };
  }
  if (decision.organization === false) return { kind: 'denied', decision, by: 'organization' };
  if (decision.decision === 'explicitDeny') return { kind: 'denied', decision, by: 'policy' };
  if (decision.boundary === false) return { kind: 'denied', decision, by: 'boundary' };
  if (decision.decision === 'allowed') return { kind: 'allowed', decision };
  if (decision.missing.length > 0) return { kind: 'unknown', decision, why: 'context' };
  return mayResourceAllow(decision, account)
    ? { kind: 'unknown', decision, why: 'resource-policy' }
    : { kind: 'denied', decision, by: 'nothing' };
}

function mayResourceAllow({ action, resource }: Decision, account: string): boolean {
  const [service = ''] = action.toLowerCase().split(':');
  if (!WITH_RESOURCE_POLICIES.has(service) || WITHOUT_RESOURCE.has(action.toLowerCase())) return false;
  const owner = parseArn(resource)?.account ?? '';
  return !/^\d{12}$/.test(owner) || owner === account;
}
