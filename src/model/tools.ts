import type { Secret } from './secret.ts';

/** The tools whose next step is predicted, in the order in which their credentials are checked. */
export const TOOLS = ['aws-cli', 'boto3', 'javascript', 'go'] as const;

export type Tool = (typeof TOOLS)[number];

/** One file as it is, without judgement. `text` keeps its byte order mark; bytes that are not UTF-8 become U+FFFD. */
export type FileFact =
  | { readonly kind: 'text'; readonly text: string; readonly isUtf8: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'folder' }
  /** Permission, a loop of links, or too large for this check. */
  | { readonly kind: 'unreadable' };

/** How `credential_process` ended. */
export type ProcessFact =
  | { readonly kind: 'ended'; readonly stdout: Secret }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not-started' }
  /** It was still running when the time of this check was up. */
  | { readonly kind: 'unknown' };

/** Keys that an endpoint gave, or that a cache holds. */
export interface Keys {
  readonly accessKeyId: Secret;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret | undefined;
}

export type EndpointFact =
  | { readonly kind: 'answers'; readonly keys: Keys }
  | { readonly kind: 'fails' }
  /** Nobody asked: the machine has none by design. */
  | { readonly kind: 'unknown' };

/** Something outside of the environment that a prediction hangs on. */
export type Need =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'process'; readonly command: string; readonly shell: boolean; readonly profile: string }
  | { readonly kind: 'container' }
  | { readonly kind: 'instance' };

/** What is known of the machine; `undefined` where nobody has looked yet. */
export interface Facts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  /** Milliseconds since 1970, by AWS's clock where it is known. */
  readonly now: number;
  /** A profile that every tool is given by name (`--profile`), so that key variables no longer count. */
  readonly profile?: string | undefined;
  file(path: string): FileFact | undefined;
  process(command: string, shell: boolean): ProcessFact | undefined;
  container(): EndpointFact | undefined;
  instance(): EndpointFact | undefined;
}

/** Where keys stand, as data: the renderer makes words of it. */
export type Origin =
  | { readonly kind: 'variables' }
  | { readonly kind: 'profile'; readonly profile: string; readonly file: 'config' | 'credentials' }
  | { readonly kind: 'process'; readonly profile: string }
  | { readonly kind: 'sso'; readonly profile: string }
  | { readonly kind: 'login'; readonly profile: string }
  | { readonly kind: 'container' }
  | { readonly kind: 'instance' };

/** What a tool would sign with. */
export type Plan =
  | ({ readonly kind: 'keys'; readonly origin: Origin; readonly tokenName: string | undefined } & Keys)
  /** Keys that are made on the way and that nobody has made yet. */
  | { readonly kind: 'session'; readonly origin: Origin }
  | {
      readonly kind: 'role';
      readonly roleArn: string;
      readonly profile: string;
      /** AssumeRole with these. */
      readonly source: Plan;
    }
  | {
      readonly kind: 'web-identity';
      readonly roleArn: string;
      readonly tokenFile: string;
      /** Undefined: the variables name it. */
      readonly profile: string | undefined;
    };

export type SharedFileName = 'config' | 'credentials';

/** Why a tool stops before it signs anything. */
export type StopCause =
  | { readonly kind: 'profile-missing'; readonly profile: string; readonly variable: string | undefined }
  | {
      readonly kind: 'file-unreadable';
      readonly file: SharedFileName;
      readonly path: string;
      readonly fault: FileParseFault;
    }
  | { readonly kind: 'keys-incomplete'; readonly origin: Origin; readonly missing: 'accessKeyId' | 'secretAccessKey' }
  | { readonly kind: 'process'; readonly profile: string; readonly fault: ProcessFault }
  | { readonly kind: 'expiration-variable'; readonly fault: ExpirationFault }
  | { readonly kind: 'role'; readonly profile: string; readonly fault: RoleFault; readonly named?: string }
  | {
      readonly kind: 'web-identity';
      readonly profile: string | undefined;
      readonly fault: 'no-role' | 'no-file' | 'empty-file';
    }
  | { readonly kind: 'sso'; readonly profile: string; readonly fault: SsoFault }
  | { readonly kind: 'login'; readonly profile: string; readonly fault: 'not-signed-in' }
  | { readonly kind: 'no-region'; readonly profile: string }
  | { readonly kind: 'variable-invalid'; readonly variable: string; readonly isEmpty: boolean }
  | { readonly kind: 'setting-invalid'; readonly setting: string; readonly profile: string }
  /** `setting` cannot stand beside an endpoint of the job's own. */
  | { readonly kind: 'endpoint-conflict'; readonly setting: string }
  | { readonly kind: 'ca-bundle'; readonly path: string }
  | { readonly kind: 'types-collide'; readonly profile: string; readonly settings: readonly string[] }
  | { readonly kind: 'endpoint'; readonly source: 'container' | 'instance' }
  /** A character that no header may have. */
  | { readonly kind: 'not-sendable'; readonly origin: Origin; readonly value: 'accessKeyId' | 'sessionToken' }
  /** It signs, and STS refuses: told of a tool beside others that work. */
  | { readonly kind: 'refused'; readonly plan: Plan }
  | { readonly kind: 'nothing-found' };

export type FileParseFault =
  | { readonly kind: 'folder' }
  | { readonly kind: 'encoding' }
  | { readonly kind: 'byte-order-mark' }
  | { readonly kind: 'line' | 'heading-twice' | 'setting-twice' | 'nested'; readonly line: number };

export type ExpirationFault = 'past' | 'no-zone' | 'not-a-date' | 'empty';

export type ProcessFault =
  | 'not-started'
  | 'failed'
  | 'byte-order-mark'
  | 'not-json'
  | 'wrong-version'
  | 'incomplete'
  | { readonly expiration: ExpirationFault };

export type RoleFault =
  | 'no-source'
  | 'two-sources'
  | 'source-missing'
  | 'source-without-keys'
  | 'loop'
  | 'credential-source-unknown'
  | 'credential-source-empty'
  | 'no-role-arn'
  | 'arn-too-short'
  | 'mfa';

export type SsoFault = 'incomplete' | 'session-missing' | 'session-differs' | 'not-signed-in' | 'sign-in-ended';

/** What one tool does. */
export type Prediction =
  | { readonly kind: 'takes'; readonly plan: Plan }
  | { readonly kind: 'stops'; readonly cause: StopCause }
  | { readonly kind: 'unknown' };

/** A shared file as one tool reads it. Settings of one level below are not among `values`. */
export interface IniSection {
  readonly values: ReadonlyMap<string, string>;
  /** Settings one level below, by the setting above them. */
  readonly nested: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export type ParsedFile =
  | { readonly kind: 'sections'; readonly sections: ReadonlyMap<string, IniSection> }
  | { readonly kind: 'fault'; readonly fault: FileParseFault };

/** What one tool would do in the next step, as data. */
export interface ToolForecast {
  readonly tool: Tool;
  /**
   * `same`: it signs with the credentials that were checked; `other`: with other ones; `stops`: it fails before it signs;
   * `unknown`: not predicted.
   */
  readonly outcome: 'same' | 'other' | 'stops' | 'unknown';
  /** What it signs with, where that is known. */
  readonly plan: Plan | undefined;
  /** STS refused what it signs with. */
  readonly refused?: true;
  /** Why it stops. */
  readonly cause: StopCause | undefined;
}
