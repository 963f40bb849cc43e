import type { Look } from '../../model/gathered.ts';
import { nameOfPlace } from '../../model/place.ts';
import type {
  EndpointFailure,
  InstanceReason,
  NothingReason,
  SourceReason,
  StsSilence,
  UnusableFile,
} from '../../model/source-problem.ts';
import { timestamp } from './wording.ts';

const MEBIBYTE = 1024 * 1024;

/** What is wrong with a file, as it goes on after the file's name: `is a directory`. */
export function wordsOfFault({ fault, code, limit }: Omit<UnusableFile, 'file'>): string {
  switch (fault) {
    case 'absent':
      return 'does not exist';
    case 'empty':
      return 'is empty';
    case 'not-a-jwt':
      return 'does not hold a JSON web token';
    case 'not-json':
      return 'is not a JSON object';
    case 'no-end':
      return 'does not tell when it ends';
    case 'directory':
      return 'is a directory';
    case 'not-regular':
      return 'is not a regular file';
    case 'link-loop':
      return 'is a loop of symbolic links';
    case 'permission':
      return 'may not be read by the user that runs the job';
    case 'utf-16':
      return 'is in UTF-16, and has to be in UTF-8';
    case 'not-utf-8':
      return 'is not text in UTF-8';
    case 'size':
      return limit === undefined ? 'is too large' : `is larger than ${sizeOf(limit)}`;
    case 'system':
      return `cannot be read${inBrackets(code)}`;
  }
}

function sizeOf(bytes: number): string {
  return bytes % MEBIBYTE === 0 && bytes > MEBIBYTE ? `${bytes / MEBIBYTE} MiB` : `${bytes / 1024} KiB`;
}

/** Why a source cannot be used: one sentence without its full stop. */
export function wordsOfReason(reason: SourceReason): string {
  switch (reason.kind) {
    case 'no-role':
      return `${nameOfPlace(reason.setting)} is not set, so there is no role to assume`;
    case 'file': {
      const { unusable, namedBy } = reason;
      const by = namedBy === undefined ? '' : `, named by ${nameOfPlace(namedBy)},`;
      return `the file ${unusable.file}${by} ${wordsOfFault(unusable)}`;
    }
    case 'cached-token':
      return `the cached token ${reason.unusable.file} ${wordsOfFault(reason.unusable)}`;
    case 'in-clear':
      return 'the token would go to the configured endpoint in clear';
    case 'plain-http':
      return `AWS tools take plain HTTP only on loopback and on the ECS and EKS addresses, not on ${reason.host}`;
    case 'two-sources':
      return 'the profile has both source_profile and credential_source, which AWS tools refuse';
    case 'mfa':
      return 'the role asks for a code of multi-factor authentication, which no job can type';
    case 'no-start':
      return `there are no credentials to assume the role with: ${wordsOfNothing(reason.nothing)}`;
    case 'no-source':
      return 'the profile has neither source_profile nor credential_source, so there is nothing to assume the role with';
    case 'circle':
      return `source_profile leads round in a circle, from ${reason.names.join(' to ')}, and none of them has credentials of its own`;
    case 'long-chain':
      return `source_profile leads on through more than ${reason.most} profiles`;
    case 'refused':
      return `STS refused with ${reason.code} (status ${reason.status}${reason.requestId === undefined ? '' : `, request ID ${reason.requestId}`})`;
    case 'sts-silent':
      return wordsOfSilence(reason.silence);
    default:
      return isSignIn(reason) ? wordsOfSignIn(reason) : wordsOfInstance(reason);
  }
}

type SignInReason = Extract<SourceReason, { kind: `sso-${string}` | `no-sso-${string}` | `sign${string}` }>;

function isSignIn(reason: SourceReason): reason is SignInReason {
  return /^(?:no-)?(?:sso|sign)/.test(reason.kind);
}

function wordsOfSignIn(reason: SignInReason): string {
  switch (reason.kind) {
    case 'no-sso-session':
      return `there is no [sso-session ${reason.session}] in ${reason.file}, which sso_session names`;
    case 'no-sso-settings':
      return `${reason.missing.map(nameOfPlace).join(' and ')} ${reason.missing.length > 1 ? 'are' : 'is'} not set`;
    case 'no-sso-name':
      return 'the profile has neither sso_session nor sso_start_url';
    case 'signed-out':
      return `nobody has signed in on this machine: there is no ${reason.file}`;
    case 'sign-in-ended':
      return reason.at === undefined
        ? 'the sign-in service no longer takes the session (status 401)'
        : `the sign-in ended at ${timestamp(reason.at)}, and only a person can sign in again`;
    case 'sso-no-role':
      return 'the sign-in service answered that this person has no such role in that account (status 403)';
    case 'sso-no-credentials':
      return `the session could not be turned into credentials${reason.status === undefined ? '' : ` (status ${reason.status})`}`;
    case 'sso-silent':
      return wordsOfPortal(reason.silence);
  }
}

function wordsOfInstance(reason: InstanceReason): string {
  switch (reason.kind) {
    case 'invalid-url':
      return 'it holds no valid URL';
    case 'no-instance-profile':
      return 'the instance has no instance profile';
    case 'instance-code':
      return `${reason.origin} answered with the code ${reason.code} in place of credentials`;
    case 'endpoint':
      return `${reason.origin} ${wordsOfFailure(reason.failure)}`;
  }
}

/** As it goes on after the address. */
function wordsOfFailure(failure: EndpointFailure): string {
  switch (failure.kind) {
    case 'slow':
      return `did not answer within ${failure.seconds} s`;
    case 'time-out':
      return 'did not answer before the time-out of this step';
    case 'too-long':
      return 'answered more than 64 KiB';
    case 'refused-connection':
      return `refused the connection${inBrackets(failure.code)}`;
    case 'unknown-host':
      return `has a host name that cannot be resolved${inBrackets(failure.code)}`;
    case 'bad-header':
      return 'cannot be asked: the authorization token holds a character that cannot stand in a header';
    case 'unreachable':
      return `could not be reached${inBrackets(failure.code)}`;
    case 'status':
      return `answered with status ${failure.status}`;
    case 'not-json':
      return 'did not answer a JSON object';
    case 'no-credentials':
      return 'answered without AccessKeyId or SecretAccessKey';
  }
}

function wordsOfSilence({ kind, code, status, detail }: StsSilence): string {
  switch (kind) {
    case 'throttled':
      return 'STS throttled every request';
    case 'service-fault':
      return `STS answered with status ${status ?? 'of a fault of its own'}`;
    case 'unrecognised':
      return `what answered is not STS${detail === undefined ? '' : `: ${detail}`}`;
    case 'time-out':
      return 'STS did not answer before the time-out of this step';
    case 'unreachable':
      return `STS could not be asked to assume the role${inBrackets(code)}`;
  }
}

function wordsOfPortal({ kind, code, status }: StsSilence): string {
  if (kind === 'time-out') return 'the sign-in service did not answer before the time-out of this step';
  return kind === 'unreachable'
    ? `the sign-in service could not be reached${inBrackets(code)}`
    : `the sign-in service answered with status ${status ?? 'none'}`;
}

/** Why a place that was looked at has nothing. */
function wordsOfNothing(reason: NothingReason): string {
  switch (reason.kind) {
    case 'not-configured':
      return 'not configured';
    case 'no-key-id':
      return 'no key ID';
    case 'not-set':
      return 'not set';
    case 'no-default-profile':
      return 'there is no profile default';
    case 'profile-without-credentials':
      return `${reason.location} has no credentials`;
    case 'keys-not-set':
      return 'the key variables are not set';
    case 'unknown-credential-source':
      return 'credential_source is none of Environment, EcsContainer and Ec2InstanceMetadata';
    case 'switched-off':
      return `switched off by ${reason.by}`;
    case 'hosted-runner':
      return 'not asked: GitHub’s own runners have no instance profile';
    case 'role-by-web-identity':
      return 'not asked: the role is assumed by web identity';
    case 'instance':
      return wordsOfInstance(reason.reason);
  }
}

/** What was there, as a cell of the table of places that were looked at. */
export function wordsOfLook({ result }: Look): string {
  switch (result.kind) {
    case 'given':
      return 'given';
    case 'not-given':
      return 'not given';
    case 'absent-file':
      return `names ${result.file}, which does not exist`;
    case 'found':
      return `found: ${result.location}`;
    case 'nothing':
      return wordsOfNothing(result.reason);
    case 'failed':
      return result.problem.kind === 'source-unavailable' ? wordsOfReason(result.problem.reason) : result.problem.kind;
  }
}

function inBrackets(code: string | undefined): string {
  return code === undefined ? '' : ` (${code})`;
}
