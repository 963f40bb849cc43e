import { Secret } from '../model/secret.ts';
import { goExpiration, javascriptExpiration, pythonExpiration } from './expirations.ts';
import type { Keys, ProcessFault } from '../model/tools.ts';
import type { Rules } from './rules.ts';

type Read = { readonly keys: Keys } | { readonly fault: ProcessFault };

/** What this tool makes of the output of `credential_process`. Never throws. */
export function readProcessOutput(stdout: string, rules: Rules, now: number): Read {
  const hasMark = stdout.startsWith('\uFEFF');
  if (hasMark && rules.process.byteOrderMark === 'stops') return { fault: 'byte-order-mark' };
  const body = parseObject(hasMark ? stdout.slice(1) : stdout);
  if (body === undefined) return { fault: 'not-json' };
  const member = (name: string): unknown => (rules.tool === 'go' ? anyCase(body, name) : body[name]);
  const version = member('Version');
  // Python holds `true == 1` and `1.0 == 1`.
  const isFirst = version === 1 || (rules.files.grammar === 'python' && version === true);
  if (!isFirst) return { fault: 'wrong-version' };
  const accessKeyId = member('AccessKeyId');
  const secretAccessKey = member('SecretAccessKey');
  const token = member('SessionToken');
  if (!isKey(accessKeyId, rules) || !isKey(secretAccessKey, rules)) return { fault: 'incomplete' };
  const expiration = expirationFault(member('Expiration'), rules, now);
  if (expiration !== undefined) return { fault: { expiration } };
  const sessionToken = typeof token === 'string' && token !== '' ? new Secret(token) : undefined;
  return {
    keys: { accessKeyId: new Secret(accessKeyId), secretAccessKey: new Secret(secretAccessKey), sessionToken },
  };
}

function isKey(value: unknown, rules: Rules): value is string {
  return typeof value === 'string' && (value !== '' || rules.tool !== 'go');
}

function expirationFault(value: unknown, rules: Rules, now: number) {
  switch (rules.process.expiration) {
    case 'date with a zone in the future':
      return value === undefined || value === null ? undefined : pythonExpiration(value, now);
    case 'in the future where it is a date':
      return javascriptExpiration(value, now);
    case 'RFC 3339, past or future':
      return goExpiration(value);
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Go's decoder takes a member's name in any case. */
function anyCase(body: Readonly<Record<string, unknown>>, name: string): unknown {
  const found = Object.keys(body).filter((key) => key.toLowerCase() === name.toLowerCase());
  const last = found.at(-1);
  return last === undefined ? undefined : body[last];
}
