import {
  addExpiredSession,
  addSession,
  addUser,
  type SessionOptions,
  type UserOptions,
} from '../simulator/builders.ts';
import { newSecretAccessKey } from '../simulator/key-id.ts';
import type { Simulator } from '../simulator/server.ts';
import { KEY_ID, SESSION_KEY_ID } from './credentials.ts';

/** A user with a long-term key in account 123456789012. */
export function user({ world }: Simulator, options: UserOptions = {}): ReturnType<typeof addUser> {
  return addUser(world, { accessKeyId: KEY_ID, ...options });
}

/** An hour of the role `deploy` in the same account. */
export function session({ world }: Simulator, options: SessionOptions = {}): ReturnType<typeof addSession> {
  return addSession(world, { accessKeyId: SESSION_KEY_ID, ...options });
}

/** The same, ended 42 minutes ago; the odd seconds keep every rounding in one place. */
export function expiredSession(
  { world }: Simulator,
  options: SessionOptions & { readonly ago?: number } = {},
): ReturnType<typeof addExpiredSession> {
  return addExpiredSession(world, { accessKeyId: SESSION_KEY_ID, ago: 2540, ...options });
}

/** A secret in which `/` is the tenth character and `+` the thirtieth, and nothing else is a sign. */
export function secretWithSigns(): string {
  const plain = newSecretAccessKey().replace(/[+/]/g, 'Q');
  return `${plain.slice(0, 9)}/${plain.slice(10, 29)}+${plain.slice(30)}`;
}
