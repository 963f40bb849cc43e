/** A role's ARN, taken apart. `path` begins and ends with a slash. */
export interface RoleArn {
  readonly ok: true;
  readonly partition: string;
  readonly account: string;
  readonly path: string;
  readonly name: string;
  readonly arn: string;
}

export type NotRoleArnKind =
  | 'oidc-provider'
  | 'user'
  | 'assumed-role'
  | 'instance-profile'
  | 'policy'
  | 'other-resource'
  | 'bare-name'
  | 'account-id'
  | 'placeholder'
  | 'white-space'
  | 'other-service'
  | 'bad-account'
  | 'bad-partition'
  | 'malformed';

/** What stands there instead; `correction` is the role ARN it most likely stands for, where that can be told. */
export interface NotRoleArn {
  readonly ok: false;
  readonly is: NotRoleArnKind;
  readonly correction: string | undefined;
}

/** Limits of `RoleArn` in AssumeRole, and of names and paths in CreateRole (API references of STS and IAM). */
const MAX_ARN_LENGTH = 2_048;
const MAX_PATH_LENGTH = 512;
const NAME = /^[A-Za-z0-9_+=,.@-]{1,64}$/;
const PATH = /^[!-~]*$/;
const ACCOUNT = /^\d{12}$/;
const PARTITION = /^aws(-[a-z0-9]+)*$/;

/** Something that was to be filled in: an expression, a variable, a masked value, `<…>`, or a word for the account. */
const PLACEHOLDER = /\$\{|\$[A-Za-z_]|\*\*\*|[<>{}]|^(?:null|undefined|none)$/;
const ACCOUNT_PLACEHOLDER = /^[A-Za-z_-]+$/;
const STRAY = /[\s\p{Cf}\p{Cc}]/gu;

const RESOURCES: Readonly<Record<string, NotRoleArnKind>> = {
  'oidc-provider': 'oidc-provider',
  user: 'user',
  'instance-profile': 'instance-profile',
  policy: 'policy',
};

/**
 * Reads what `role-to-assume` holds. Never trims: a stray character is the fault to name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function readRoleArn(text: string): RoleArn | NotRoleArn {
  if (text.length > MAX_ARN_LENGTH) return refused('malformed');
  if (PLACEHOLDER.test(text)) return refused('placeholder');
  const clean = text.replace(STRAY, '');
  if (clean !== text) return refused(clean === '' ? 'malformed' : 'white-space', arnOf(readRoleArn(clean)));
  const unquoted = /^(["'`])(.*)\1$/.exec(text)?.[2];
  if (unquoted !== undefined) return refused('malformed', arnOf(readRoleArn(unquoted)));
  return text.toLowerCase().startsWith('arn:') ? readArn(text) : readOther(text);
}

function refused(is: NotRoleArnKind, correction?: string): NotRoleArn {
  return { ok: false, is, correction };
}

function arnOf(read: RoleArn | NotRoleArn): string | undefined {
  return read.ok ? read.arn : read.correction;
}

function readOther(text: string): NotRoleArn {
  if (ACCOUNT.test(text)) return refused('account-id');
  const name = text.slice(text.lastIndexOf('/') + 1);
  return refused(NAME.test(name) && PATH.test(text) && !text.includes(':') ? 'bare-name' : 'malformed');
}

function readArn(text: string): RoleArn | NotRoleArn {
  const [, partition, service, region, account, ...rest] = text.split(':');
  if (partition === undefined || service === undefined || region === undefined || account === undefined) {
    return refused('malformed');
  }
  const resource = rest.join(':');
  if (!PARTITION.test(partition)) {
    const lower = partition.toLowerCase();
    return refused('bad-partition', PARTITION.test(lower) ? correctedArn(lower, account, resource) : undefined);
  }
  if (service === 'sts' && resource.startsWith('assumed-role/')) return readAssumedRole(partition, account, resource);
  if (service !== 'iam') return refused('other-service', correctedArn(partition, account, resource));
  return readIamArn(text, partition, region, account, resource);
}

/** An assumed-role ARN leaves the role's path out, so the correction is right for a role without one. */
function readAssumedRole(partition: string, account: string, resource: string): NotRoleArn {
  const name = resource.split('/')[1] ?? '';
  return refused('assumed-role', correctedArn(partition, account, `role/${name}`));
}

function readIamArn(
  text: string,
  partition: string,
  region: string,
  account: string,
  resource: string,
): RoleArn | NotRoleArn {
  const slash = resource.indexOf('/');
  const type = slash < 0 ? resource : resource.slice(0, slash);
  if (type !== 'role') return refused(notARole(type), correctedArn(partition, account, resource));
  if (!ACCOUNT.test(account)) {
    const is = ACCOUNT_PLACEHOLDER.test(account) ? 'placeholder' : 'bad-account';
    return refused(is, correctedArn(partition, account, resource));
  }
  const role = slash < 0 ? undefined : nameAndPath(resource.slice(slash));
  if (role === undefined) return refused('malformed');
  if (region !== '' || !text.startsWith('arn:'))
    return refused('malformed', correctedArn(partition, account, resource));
  return { ok: true, partition, account, ...role, arn: text };
}

function notARole(type: string): NotRoleArnKind {
  if (/^(?:roles?(?::.*)?)?$/is.test(type)) return 'malformed';
  return Object.hasOwn(RESOURCES, type) ? (RESOURCES[type] ?? 'other-resource') : 'other-resource';
}

function nameAndPath(resource: string): { readonly path: string; readonly name: string } | undefined {
  const end = resource.lastIndexOf('/') + 1;
  const path = resource.slice(0, end);
  const name = resource.slice(end);
  return NAME.test(name) && PATH.test(path) && path.length <= MAX_PATH_LENGTH ? { path, name } : undefined;
}

/** The role ARN with hyphens out of the account and a lost leading zero put back; undefined when it is none. */
function correctedArn(partition: string, account: string, resource: string): string | undefined {
  const digits = account.replaceAll('-', '');
  const padded = /^\d{10,11}$/.test(digits) ? digits.padStart(12, '0') : digits;
  const named = /^roles?[/:](.+)$/i.exec(resource)?.[1];
  if (named === undefined || !ACCOUNT.test(padded)) return undefined;
  return nameAndPath(`/${named}`) === undefined ? undefined : `arn:${partition}:iam::${padded}:role/${named}`;
}
