import type { CredentialSource } from '../../model/evidence.ts';
import type { ExpirationFault, Origin, Plan, ProcessFault, RoleFault, StopCause, Tool } from '../../model/tools.ts';
import { quoted } from './wording.ts';

/** What readers call each tool. */
export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  'aws-cli': 'AWS CLI',
  boto3: 'boto3',
  javascript: 'SDK for JavaScript',
  go: 'SDK for Go',
};

/** "AWS CLI, boto3 and SDK for Go". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export function sourceOfPlan(plan: Plan): Exclude<CredentialSource, 'none' | 'inputs'> {
  switch (plan.kind) {
    case 'keys':
    case 'session':
      return SOURCES[plan.origin.kind];
    case 'role':
      return 'profile';
    case 'web-identity':
      return 'web-identity';
  }
}

const SOURCES = {
  variables: 'environment',
  profile: 'profile',
  process: 'process',
  sso: 'sso',
  login: 'sso',
  container: 'container',
  instance: 'instance',
} as const satisfies Readonly<Record<Origin['kind'], CredentialSource>>;

/** What a tool signs with, within a sentence. */
export function planInWords(plan: Plan): string {
  switch (plan.kind) {
    case 'keys': {
      const token = plan.tokenName === undefined ? '' : `, with the token of ${quoted(plan.tokenName)}`;
      return `${originInWords(plan.origin)}${token}`;
    }
    case 'session':
      return originInWords(plan.origin);
    case 'role':
      return `the role of profile ${quoted(plan.profile)}`;
    case 'web-identity':
      return plan.profile === undefined
        ? 'the web identity of `AWS_WEB_IDENTITY_TOKEN_FILE`'
        : `the web identity of profile ${quoted(plan.profile)}`;
  }
}

export function originInWords(origin: Origin): string {
  switch (origin.kind) {
    case 'variables':
      return 'the key variables';
    case 'profile':
      return `profile ${quoted(origin.profile)} in the ${origin.file} file`;
    case 'process':
      return `\`credential_process\` of profile ${quoted(origin.profile)}`;
    case 'sso':
    case 'login':
      return `the sign-in of profile ${quoted(origin.profile)}`;
    case 'container':
      return 'the container endpoint';
    case 'instance':
      return 'the instance profile';
  }
}

/** Why a tool stops, and the change after which every tool goes on. */
export interface CauseInWords {
  readonly why: string;
  readonly fix: string;
  /** The variable that decides. */
  readonly variable?: string;
}

const EXPIRATION: Readonly<Record<ExpirationFault, string>> = {
  past: 'is in the past',
  'no-zone': 'has no time zone',
  'not-a-date': 'is not a date and time',
  empty: 'is empty',
};

export function causeInWords(cause: StopCause): CauseInWords {
  switch (cause.kind) {
    case 'profile-missing':
      return profileMissing(cause.profile, cause.variable);
    case 'file-unreadable':
      return fileUnreadable(cause);
    case 'keys-incomplete': {
      const half = cause.missing === 'secretAccessKey' ? 'a key ID without a secret' : 'a secret without a key ID';
      return {
        why: `${originInWords(cause.origin)} has ${half}`,
        fix: `Complete or remove the pair in ${originInWords(cause.origin)}: both settings belong in the same file.`,
      };
    }
    case 'process':
      return processInWords(cause.profile, cause.fault);
    case 'expiration-variable':
      return {
        why: `\`AWS_CREDENTIAL_EXPIRATION\` ${EXPIRATION[cause.fault]}`,
        fix: 'In the job’s `env:`, or in the step that exports it, take `AWS_CREDENTIAL_EXPIRATION` out, or set it to the session’s end with a time zone, as in `2036-01-01T00:00:00Z`.',
        variable: 'AWS_CREDENTIAL_EXPIRATION',
      };
    case 'role':
      return roleInWords(cause.profile, cause.fault, cause.named);
    case 'web-identity':
      return webIdentityInWords(cause.fault, cause.profile);
    case 'sso':
      return {
        why: `the IAM Identity Center settings of profile ${quoted(cause.profile)} cannot be used (${SSO[cause.fault]})`,
        fix: `Remove the \`sso_\` settings from profile ${quoted(cause.profile)}: nobody can sign in within a job.`,
      };
    case 'login':
      return {
        why: `\`login_session\` of profile ${quoted(cause.profile)} needs a person who signs in`,
        fix: `Remove \`login_session\` from profile ${quoted(cause.profile)}: nobody can sign in within a job.`,
      };
    case 'no-region':
      return {
        why: 'a role is to be assumed, and it finds no region where it looks for one',
        fix: 'In the job’s `env:`, set both `AWS_REGION` and `AWS_DEFAULT_REGION` to the region.',
        variable: 'AWS_DEFAULT_REGION',
      };
    default:
      return settingInWords(cause);
  }
}

type Handled = 'profile-missing' | 'file-unreadable' | 'keys-incomplete' | 'process' | 'expiration-variable' | 'role';
type Rest = Exclude<StopCause, { kind: Handled | 'web-identity' | 'sso' | 'login' | 'no-region' }>;

function settingInWords(cause: Rest): CauseInWords {
  switch (cause.kind) {
    case 'variable-invalid':
      return {
        why: `${quoted(cause.variable)} is ${cause.isEmpty ? 'an empty string' : 'of no value that it takes'}`,
        fix: `In the job’s \`env:\`, or in the step that exports it, take ${quoted(cause.variable)} out, or give it a valid value.`,
        variable: cause.variable,
      };
    case 'setting-invalid':
      return {
        why: `${quoted(cause.setting)} of profile ${quoted(cause.profile)} has a value that it does not take`,
        fix: `Remove ${quoted(cause.setting)} from profile ${quoted(cause.profile)}, or give it a valid value.`,
      };
    case 'endpoint-conflict':
      return {
        why: `${quoted(cause.setting)} cannot stand beside an endpoint of the job’s own`,
        fix: `Remove ${quoted(cause.setting)}: the endpoint that the job sets is used as it is.`,
        ...(cause.setting.startsWith('AWS_') ? { variable: cause.setting } : {}),
      };
    case 'ca-bundle':
      return {
        why: `the file of root certificates ${quoted(cause.path)} cannot be read`,
        fix: 'In the job’s `env:`, take `AWS_CA_BUNDLE` out, or name a file that exists.',
        variable: 'AWS_CA_BUNDLE',
      };
    case 'types-collide':
      return {
        why: `profile ${quoted(cause.profile)} has ${cause.settings.map(quoted).join(' and ')}, and only one of them is allowed`,
        fix: `In profile ${quoted(cause.profile)}, keep one of ${cause.settings.map(quoted).join(' and ')}.`,
      };
    case 'endpoint':
      return {
        why: `the ${cause.source} endpoint gives no credentials`,
        fix: 'In the job’s `env:`, take `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` and `AWS_CONTAINER_CREDENTIALS_FULL_URI` out.',
      };
    case 'not-sendable':
      return {
        why: `a value of ${originInWords(cause.origin)} has a line break or another control character in it`,
        fix: `Write the value of ${originInWords(cause.origin)} again without the line break.`,
      };
    case 'refused':
      return {
        why: `it signs with ${planInWords(cause.plan)}, which STS refuses`,
        fix: `In the job’s \`env:\`, or in the step that exports it, remove what STS refuses: ${planInWords(cause.plan)}.`,
        ...(cause.plan.kind === 'keys' && cause.plan.tokenName !== undefined ? { variable: cause.plan.tokenName } : {}),
      };
    case 'nothing-found':
      return {
        why: 'it finds no credentials',
        fix: 'In the job’s `env:`, set `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, with a session, `AWS_SESSION_TOKEN`: every tool reads them.',
      };
  }
}

function profileMissing(profile: string, variable: string | undefined): CauseInWords {
  const name = variable ?? 'AWS_PROFILE';
  const isEmpty = profile === '';
  return {
    why: isEmpty
      ? `${quoted(name)} is an empty string, which it takes for the name of a profile`
      : `${quoted(name)} names the profile ${quoted(profile)}, which is in neither shared file`,
    fix: `In the job’s \`env:\`, or in the step that exports it, take ${quoted(name)} out${
      isEmpty ? ': an empty value does not unset it.' : ', or write that profile in an earlier step.'
    }`,
    variable: name,
  };
}

function fileUnreadable({ file, fault }: Extract<StopCause, { kind: 'file-unreadable' }>): CauseInWords {
  const at = 'line' in fault ? `, line ${fault.line},` : '';
  const what: Readonly<Record<typeof fault.kind, string>> = {
    folder: 'is a folder',
    encoding: 'is not in UTF-8',
    'byte-order-mark': 'starts with a byte order mark',
    line: 'has a line that is neither a heading nor a setting',
    'heading-twice': 'has the same heading twice',
    'setting-twice': 'has the same setting twice',
    nested: 'has a nested line without `=`',
  };
  return {
    why: `the ${file} file${at} ${what[fault.kind]}`,
    fix: `Correct the ${file} file${at} in the step that writes it: it ${what[fault.kind]}.`,
    variable: file === 'config' ? 'AWS_CONFIG_FILE' : 'AWS_SHARED_CREDENTIALS_FILE',
  };
}

const PROCESS: Readonly<Record<Extract<ProcessFault, string>, string>> = {
  'not-started': 'cannot be started without a shell',
  failed: 'fails',
  'byte-order-mark': 'prints a byte order mark before its answer',
  'not-json': 'prints something that is not JSON',
  'wrong-version': 'does not say `"Version": 1`',
  incomplete: 'does not print both keys',
};

function processInWords(profile: string, fault: ProcessFault): CauseInWords {
  const setting = `\`credential_process\` of profile ${quoted(profile)}`;
  if (typeof fault !== 'string') {
    return {
      why: `the \`Expiration\` that ${setting} prints ${EXPIRATION[fault.expiration]}`,
      fix: `Have ${setting} print an \`Expiration\` in the future with a time zone, as in \`2036-01-01T00:00:00Z\`, or none.`,
    };
  }
  const fix =
    fault === 'not-started'
      ? `In ${setting}, write the program’s full path, and no \`~\`, variable or pipe: the AWS CLI and boto3 start it without a shell.`
      : `Change what ${setting} runs: it ${PROCESS[fault]}.`;
  return { why: `${setting} ${PROCESS[fault]}`, fix };
}

const ROLE: Readonly<Record<RoleFault, string>> = {
  'no-source': 'has `role_arn`, but neither `source_profile` nor `credential_source`',
  'two-sources': 'has both `source_profile` and `credential_source`',
  'source-missing': 'names a source profile that does not exist',
  'source-without-keys': 'names a source profile that has no credentials',
  loop: 'leads back to itself by `source_profile`',
  'credential-source-unknown':
    'has a `credential_source` that is none of `Environment`, `EcsContainer` and `Ec2InstanceMetadata`',
  'credential-source-empty': 'names a `credential_source` that has no credentials',
  'no-role-arn': 'has no `role_arn` for the source that it names',
  'arn-too-short': 'has a `role_arn` that is none',
  mfa: 'asks for a code of multi-factor authentication',
};

function roleInWords(profile: string, fault: RoleFault, named: string | undefined): CauseInWords {
  const about = named === undefined ? '' : ` (${quoted(named)})`;
  return {
    why: `profile ${quoted(profile)} ${ROLE[fault]}${about}`,
    fix: `Correct profile ${quoted(profile)}: it ${ROLE[fault]}${about}.`,
  };
}

const SSO = {
  incomplete: 'they are incomplete',
  'session-missing': 'the session that they name is missing',
  'session-differs': 'profile and session differ',
  'not-signed-in': 'nobody has signed in on this machine',
  'sign-in-ended': 'the sign-in has ended',
} as const;

function webIdentityInWords(fault: 'no-role' | 'no-file' | 'empty-file', profile: string | undefined): CauseInWords {
  const where = profile === undefined ? 'the variables' : `profile ${quoted(profile)}`;
  const variable = profile === undefined ? { variable: 'AWS_WEB_IDENTITY_TOKEN_FILE' } : {};
  if (fault === 'no-role') {
    return {
      why: `the web identity in ${where} has no role`,
      fix: 'Set `AWS_ROLE_ARN` and `AWS_WEB_IDENTITY_TOKEN_FILE` together, both in the job’s `env:`.',
      ...variable,
    };
  }
  const what = fault === 'empty-file' ? 'is empty' : 'cannot be read';
  return {
    why: `the web identity token file of ${where} ${what}`,
    fix: `Write the token file that ${where} name${profile === undefined ? '' : 's'} in an earlier step, with its full path.`,
    ...variable,
  };
}
