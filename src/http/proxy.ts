import type { TransportProblem } from '../model/evidence.ts';
import { Secret } from '../model/secret.ts';
import { reachOf } from '../read/reach.ts';

/** A proxy that an environment variable names. */
export interface Proxy {
  /** The variable, spelled as it is set. */
  readonly variable: string;
  /** Whether the proxy itself is spoken to over TLS. */
  readonly secure: boolean;
  /** Host without brackets. */
  readonly host: string;
  readonly port: number;
  /** The value of the Proxy-Authorization header. */
  readonly authorization: Secret | undefined;
}

/** What kept a proxy out of the way. */
export type Direct = NonNullable<TransportProblem['direct']>;

/** A proxy variable is set, and its value names no proxy that can be used. */
export class ProxySettingError extends Error {
  override readonly name = 'ProxySettingError';
  readonly code: 'ERR_PROXY_URL' | 'ERR_PROXY_SCHEME';
  readonly variable: string;

  constructor(code: ProxySettingError['code'], variable: string, message: string) {
    super(message);
    this.code = code;
    this.variable = variable;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a URL, as the AWS CLI chooses it: botocore (1.43) asks Python's urllib, which takes `<scheme>_proxy`
 * in any case, lower case first, an empty lower-case one switching it off. `ALL_PROXY` is not read. Python's fallback to
 * the settings of macOS and Windows is not followed. Unlike the CLI, no other machine's proxy is asked for a host on
 * loopback: it could not reach it, and plain HTTP to an emulator would carry the session token out in clear.
 *
 * @throws ProxySettingError when the variable's value is not an `http` or `https` URL.
 * @see https://docs.python.org/3/library/urllib.request.html#urllib.request.getproxies
 */
export function proxyFor(url: URL, env: Environment): Proxy | undefined {
  const setting = proxyVariable(env, url.protocol.replace(':', ''));
  if (setting === undefined || isExempt(url, proxyVariable(env, 'no')?.value)) {
    return undefined;
  }
  const proxy = parseProxy(setting.variable, setting.value);
  return isOutOfItsReach(url, proxy) ? undefined : proxy;
}

/**
 * Why no proxy is asked for the URL although a variable names one; undefined where none does.
 *
 * @throws ProxySettingError as `proxyFor` does
 */
export function whyDirect(url: URL, env: Environment): Direct | undefined {
  const name = url.protocol.replace(':', '');
  const setting = proxyVariable(env, name);
  if (setting === undefined) return shadowed(env, `${name}_proxy`);
  const exempting = proxyVariable(env, 'no');
  if (exempting !== undefined && isExempt(url, exempting.value)) {
    return { because: 'exempt', variable: exempting.variable, instead: setting.variable };
  }
  return isOutOfItsReach(url, parseProxy(setting.variable, setting.value))
    ? { because: 'loopback', variable: setting.variable, instead: setting.variable }
    : undefined;
}

function shadowed(env: Environment, name: string): Direct | undefined {
  const other = Object.entries(env).find(([key, value]) => key.toLowerCase() === name && Boolean(value));
  return env[name] === '' && other !== undefined ? { because: 'empty', variable: name, instead: other[0] } : undefined;
}

function isOutOfItsReach(url: URL, proxy: Proxy): boolean {
  const isIp6 = proxy.host.includes(':');
  return reachOf(url.hostname) === 'loopback' && reachOf(isIp6 ? `[${proxy.host}]` : proxy.host) !== 'loopback';
}

function proxyVariable(env: Environment, scheme: string): { variable: string; value: string } | undefined {
  const name = `${scheme}_proxy`;
  const inLowerCase = env[name];
  if (inLowerCase !== undefined) {
    return inLowerCase === '' ? undefined : { variable: name, value: inLowerCase };
  }
  // Python lets the last one win where several spellings are set.
  const other = Object.entries(env).findLast(([key, value]) => key.toLowerCase() === name && Boolean(value));
  return other?.[1] === undefined ? undefined : { variable: other[0], value: other[1] };
}

/**
 * Whether `NO_PROXY` exempts the URL, as urllib's `proxy_bypass_environment` decides: names and their subdomains, with
 * or without a leading dot or a port; `*` only on its own; no address ranges and no patterns.
 */
function isExempt(url: URL, noProxy: string | undefined): boolean {
  if (noProxy === undefined) {
    return false;
  }
  if (noProxy === '*') {
    return true;
  }
  const hosts = [url.hostname.toLowerCase(), url.host.toLowerCase()];
  return noProxy
    .split(',')
    .map((entry) => entry.trim().toLowerCase().replace(/^\.+/, ''))
    .some((name) => name !== '' && hosts.some((host) => host === name || host.endsWith(`.${name}`)));
}

function parseProxy(variable: string, value: string): Proxy {
  const url = parseUrl(withScheme(value));
  if (url === undefined || url.hostname === '') {
    throw new ProxySettingError('ERR_PROXY_URL', variable, `${variable} does not hold a URL`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ProxySettingError('ERR_PROXY_SCHEME', variable, `${variable} names a proxy that is not an HTTP proxy`);
  }
  const secure = url.protocol === 'https:';
  return {
    variable,
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    authorization: authorizationOf(url),
  };
}

/** botocore puts `http:` in front of whatever has no scheme. */
function withScheme(value: string): string {
  if (value.startsWith('//')) {
    return `http:${value}`;
  }
  return value.includes('://') ? value : `http://${value}`;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** botocore sends the header only where there are both a user name and a password. */
function authorizationOf(url: URL): Secret | undefined {
  if (url.username === '' || url.password === '') {
    return undefined;
  }
  const pair = `${unquote(url.username)}:${unquote(url.password)}`;
  return new Secret(`Basic ${Buffer.from(pair).toString('base64')}`);
}

function unquote(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare percent sign stands for itself, as in Python's unquote.
    return text;
  }
}
