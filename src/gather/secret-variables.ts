import { Secret } from '../secret.ts';
import { type Environment, variable } from './environment.ts';

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
