import { type Environment, firstVariable, variable } from '../model/environment.ts';
import type { FoundCredentials, StatedExpiration } from '../model/gathered.ts';
import { inputPlace, variablePlace } from '../model/place.ts';
import { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';

/**
 * Variables that tell when the session in the environment ends: the official one first, then those of
 * aws-vault before version 7 and granted, awsume, and home-made scripts.
 */
const EXPIRATION_VARIABLES = [
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_SESSION_EXPIRATION',
  'AWSUME_EXPIRATION',
  'AWS_CREDENTIALS_EXPIRATION',
  'AWS_EXPIRATION',
];

/** The inputs' own values, when any of the three is given. They are never completed from the environment: half a pair from elsewhere would be another fault. */
export function fromInputs(settings: Settings): FoundCredentials | undefined {
  const { accessKeyId, secretAccessKey, sessionToken } = settings;
  if ((accessKeyId ?? secretAccessKey ?? sessionToken) === undefined) return undefined;
  return {
    source: 'inputs',
    location: 'the inputs of this step',
    accessKeyId,
    secretAccessKey,
    sessionToken,
    names: {
      accessKeyId: inputPlace('aws-access-key-id'),
      secretAccessKey: inputPlace('aws-secret-access-key'),
      sessionToken: inputPlace('aws-session-token'),
    },
    expirations: [],
  };
}

/** The key variables, when any is set. AWS_SECURITY_TOKEN, the token's first name, stands in when AWS_SESSION_TOKEN is unset, as botocore has it. */
export function fromEnvironment(env: Environment): FoundCredentials | undefined {
  const token = firstVariable(env, ['AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN']);
  const accessKeyId = secret(variable(env, 'AWS_ACCESS_KEY_ID'));
  const secretAccessKey = secret(variable(env, 'AWS_SECRET_ACCESS_KEY'));
  const sessionToken = secret(token?.value);
  if ((accessKeyId ?? secretAccessKey ?? sessionToken) === undefined) return undefined;
  return {
    source: 'environment',
    location: 'the environment variables',
    accessKeyId,
    secretAccessKey,
    sessionToken,
    names: {
      accessKeyId: variablePlace('AWS_ACCESS_KEY_ID'),
      secretAccessKey: variablePlace('AWS_SECRET_ACCESS_KEY'),
      sessionToken: variablePlace(token?.name ?? 'AWS_SESSION_TOKEN'),
    },
    expirations: environmentExpirations(env),
  };
}

/** What the environment says of its session's end. A bare number in AWS_EXPIRATION is some tool's lifetime in seconds, not a date. */
export function environmentExpirations(env: Environment): readonly StatedExpiration[] {
  return EXPIRATION_VARIABLES.flatMap((name) => {
    const text = variable(env, name);
    if (text === undefined) return [];
    if (name === 'AWS_EXPIRATION' && !/^\s*["']?\d{4}-\d{2}-\d{2}[T ]/.test(text)) return [];
    return [{ text, place: variablePlace(name) }];
  });
}

function secret(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : new Secret(text);
}

/** Variables whose values must not appear in a log, whichever source is under check. */
const SECRET_VARIABLES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
];

/** The values of those that are set. */
export function secretVariables(env: Environment): readonly Secret[] {
  return SECRET_VARIABLES.flatMap((name) => {
    const value = variable(env, name);
    return value === undefined ? [] : [new Secret(value)];
  });
}
