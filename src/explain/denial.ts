/** Which kind of policy decided, as AWS words it. */
export type DenyingPolicy =
  'identity' | 'resource' | 'boundary' | 'session' | 'service-control' | 'resource-control' | 'vpc-endpoint' | 'trust';

/**
 * A denial, taken apart by AWS's grammar of it
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html): `User: ARN is not authorized to
 * perform: ACTION on resource: RES because no TYPE allows the ACTION action`, or `… with an explicit deny in a TYPE: ARN`.
 * What is not in the text is undefined: not every service writes all of it.
 */
export interface Denial {
  readonly identity: string | undefined;
  /** Such as `s3:PutObject`. */
  readonly action: string | undefined;
  readonly resource: string | undefined;
  readonly policy: DenyingPolicy | undefined;
  readonly policyArn: string | undefined;
  /** A Deny statement decided: then no Allow helps. */
  readonly isExplicit: boolean;
  /** AWS put its quarantine policy on the identity, since a key of it was found in public. */
  readonly isQuarantine: boolean;
  /** The organisation's policies are its owner's, not the account's. */
  readonly isOfOrganisation: boolean;
}

const POLICIES: readonly (readonly [RegExp, DenyingPolicy])[] = [
  [/service control polic|\bSCP\b|policy\/[\w-]{1,60}\/service_control_policy/i, 'service-control'],
  [/resource control polic|\bRCP\b|policy\/[\w-]{1,60}\/resource_control_policy/i, 'resource-control'],
  [/permissions? boundary/i, 'boundary'],
  [/session polic/i, 'session'],
  [/VPC endpoint polic/i, 'vpc-endpoint'],
  [/trust polic/i, 'trust'],
  [/resource-based polic|bucket polic|key polic/i, 'resource'],
  [/identity-based polic/i, 'identity'],
];

const ARN = String.raw`arn:aws[\w-]{0,20}:[\w-]{1,40}:[\w-]{0,30}:[\w*-]{0,20}:[\w+=,.@/:*$-]{1,300}`;
const IDENTITY = new RegExp(
  String.raw`(?:User|Principal|caller|Role)?:? ?\(?["']?(${ARN})["']?\)? (?:is|are) not authorized`,
  'i',
);
const ACTION = /not authorized to perform:? \[?["'`]?([a-z0-9-]{1,40}:\*?[A-Za-z*]{1,60})/i;
const ALLOWS = /(?:policy|boundary) allows the ([a-z0-9-]{1,40}:[A-Za-z*]{1,60}) action/i;
const RESOURCE = new RegExp(String.raw`on (?:the )?(?:following )?resources?:? ?["'\[]{0,2}(${ARN}|\*)`, 'i');
const POLICY_ARN =
  /explicit deny in an? [a-zA-Z -]{3,40}: ?["']?(arn:aws[\w-]{0,20}:(?:iam|organizations)::[\w-]{1,20}:[\w+=,.@/-]{1,300})/i;

/** Never throws; takes linear time. */
export function readDenial(text: string): Denial {
  const reason =
    /(?:because no|with an explicit deny in|explicitly denied by|denied by)[^.]{0,300}/i.exec(text)?.[0] ?? '';
  const policy = POLICIES.find(([form]) => form.test(reason))?.[1];
  const policyArn = tidyArn(POLICY_ARN.exec(text)?.[1]);
  const isExplicit = /explicit(?:ly)? den(?:y|ied)/i.test(text);
  return {
    identity: tidyArn(IDENTITY.exec(text)?.[1]),
    action: ACTION.exec(text)?.[1] ?? ALLOWS.exec(text)?.[1],
    resource: tidyArn(RESOURCE.exec(text)?.[1]),
    policy,
    policyArn,
    isExplicit,
    isQuarantine: /AWSCompromisedKeyQuarantine/i.test(text),
    isOfOrganisation:
      policy === 'service-control' || policy === 'resource-control' || (policyArn ?? '').includes(':organizations::'),
  };
}

/** A sentence's own end is no part of an ARN. */
function tidyArn(arn: string | undefined): string | undefined {
  return arn?.replace(/[.,:;]+$/, '');
}
