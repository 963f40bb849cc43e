import type { Tool } from '../model/tools.ts';

/** A place where a tool looks for credentials. */
export type Source =
  /** The key variables. */
  | 'environment'
  /** AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN. */
  | 'web-identity-variables'
  /** Those two, each completed by the profile's setting of the same name. */
  | 'web-identity-variables-and-profile'
  /** The profile, in the order that `profile` gives. */
  | 'profile'
  | 'role'
  | 'keys'
  | 'credentials-file-keys'
  | 'config-file-keys'
  | 'web-identity'
  | 'sso'
  | 'login'
  | 'process'
  | 'credential-source'
  | 'container'
  | 'instance';

/** What one tool does, as far as credentials go. Each statement is held against the real tool by `npm run test:tools`. */
export interface Rules {
  readonly tool: Tool;
  /** Where this can be read in the tool's own documentation and source. */
  readonly docs: readonly string[];
  /** Python takes an empty variable for a value; the others for none. */
  readonly emptyVariable: 'a value' | 'none';
  /** Variables that name the profile, first one first. */
  readonly profileVariables: readonly string[];
  /** What a named profile that is in neither file does. */
  readonly missingProfile: 'stops' | 'stops where AWS_PROFILE names it' | 'goes on';
  readonly regionVariables: readonly string[];
  /** Whether AssumeRole needs a region of the job's own. */
  readonly roleNeedsRegion: 'always' | 'unless the endpoint is told' | 'where AWS_REGION is empty';
  /** FIPS or dual stack, beside an endpoint that is told. */
  readonly variantBesideEndpoint: 'stops' | 'goes on';
  /** AWS_CA_BUNDLE, or the profile's ca_bundle. */
  readonly caBundle: 'must be there' | 'must be there for HTTPS' | 'is not read';
  readonly variables: {
    readonly accessKeyId: readonly string[];
    readonly secretAccessKey: readonly string[];
    readonly sessionToken: readonly string[];
    /** What a key ID without a secret does. */
    readonly incomplete: 'stops' | 'goes on';
    /** Whether AWS_CREDENTIAL_EXPIRATION is believed. */
    readonly expiration: 'must be in the future' | 'not believed';
    /** What passes the key variables over. */
    readonly skippedWhere: 'AWS_PROFILE is set' | 'never';
  };
  readonly files: {
    readonly grammar: 'python' | 'javascript' | 'go';
    readonly emptyVariable: 'no-file' | 'default-file';
    readonly expands: 'variables and home' | 'home' | 'nothing';
    readonly folder: 'absent' | 'stops';
    /** Settings of a profile's token, first one first. */
    readonly tokenSettings: readonly string[];
    /** Whether a setting without a value is one. */
    readonly emptyKey: 'a key' | 'none';
  };
  /** The order of the search; the first that has credentials, or that stops the tool, ends it. */
  readonly order: readonly Source[];
  /** The order within the profile, where `order` says `profile`. */
  readonly profile: readonly Source[];
  /** A source that fails in this way lets the tool go on to the next. */
  readonly goesOnAfter: readonly ('process' | 'role' | 'web-identity' | 'nothing-in-profile' | 'endpoint')[];
  readonly role: {
    /** `role_arn` with neither source_profile nor credential_source. */
    readonly withoutSource: 'stops' | 'is no role' | 'is assumed from what the profile has';
    readonly twoSources: 'stops' | 'is no role';
    /** A source profile's own keys go before its role. */
    readonly sourceKeysFirst: boolean;
    readonly loop: 'any profile again' | 'a profile again that has no keys';
    readonly shortestArn: number;
    /** Characters of a web identity token that it sends at all. */
    readonly shortestToken: number;
  };
  readonly process: {
    readonly shell: boolean;
    readonly byteOrderMark: 'stops' | 'is taken off';
    readonly expiration:
      'date with a zone in the future' | 'in the future where it is a date' | 'RFC 3339, past or future';
  };
  /** Variables and settings that must be of a form, or the tool does not start. */
  readonly checks: {
    readonly variables: Readonly<Record<string, Form>>;
    readonly settings: Readonly<Record<string, Form>>;
  };
}

/** What a value must be. `empty` says whether an empty one is let pass. */
export interface Form {
  readonly pattern: RegExp;
  readonly empty: 'passes' | 'stops';
}
