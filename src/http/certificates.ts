import { readFile, stat } from 'node:fs/promises';
import tls, { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { printable } from '../model/text.ts';
import { StepError, codeOf } from './failure.ts';
import type { Environment } from './proxy.ts';

/** What the other side's certificate says, noted before Node judges it. Undefined when it could not be read. */
export interface PresentedCertificate {
  readonly issuer: string;
  readonly matchesHost: boolean;
  /** The names it is for, at most three. */
  readonly names: string;
  /** RFC 3339 dates without the time. */
  readonly from: string;
  readonly to: string;
}

/** The chain does not end in a root that is trusted here. */
const UNTRUSTED = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);
/** Nothing but a wrong certificate, or a wrong clock, gives these. */
const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** Reads the certificate of a socket whose handshake is complete. */
export function readCertificate(socket: TLSSocket, host: string): PresentedCertificate | undefined {
  // Before a handshake, and where there is no certificate, Node gives null or an object without fields.
  const certificate = socket.getPeerCertificate(true) as Partial<DetailedPeerCertificate> | null;
  if (certificate?.issuer === undefined) {
    return undefined;
  }
  return {
    issuer: printable(nameOf(certificate.issuer)),
    matchesHost: checkServerIdentity(host, certificate as DetailedPeerCertificate) === undefined,
    names: namesOf(certificate),
    from: dateOf(certificate.valid_from),
    to: dateOf(certificate.valid_to),
  };
}

/** Why Node refused the certificate, in our own words; `undefined` when `code` is not about the certificate. */
export function certificateDetail(
  code: string | undefined,
  presented: PresentedCertificate | undefined,
): string | undefined {
  if (code === undefined) {
    return undefined;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `the certificate is for other names${presented === undefined ? '' : ` (${presented.names})`}`;
  }
  if (OUT_OF_TIME.has(code)) {
    return outOfTimeDetail(code, presented);
  }
  return UNTRUSTED.has(code) ? untrustedDetail(presented) : undefined;
}

function outOfTimeDetail(code: string, presented: PresentedCertificate | undefined): string {
  const dates = presented === undefined ? '' : ` (it is valid from ${presented.from} to ${presented.to})`;
  const state = code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not yet valid';
  return `the certificate, or one above it, ${state}${dates}: is the clock right?`;
}

function untrustedDetail(presented: PresentedCertificate | undefined): string {
  if (presented === undefined) {
    return 'the certificate is not issued by a trusted authority';
  }
  const issued = `issued by "${presented.issuer}", which is not trusted here`;
  // Only who stands in between has reason to make a certificate for this very host.
  return presented.matchesHost
    ? `a certificate for this host, ${issued}: a TLS-intercepting proxy`
    : `a certificate for other names (${presented.names}), ${issued}: another server answers at this address`;
}

function nameOf(issuer: Partial<Record<string, string | string[]>>): string {
  const name = issuer['CN'] ?? issuer['O'] ?? issuer['OU'];
  return (typeof name === 'string' ? name : name?.[0]) ?? 'an unnamed authority';
}

function namesOf(certificate: Partial<DetailedPeerCertificate>): string {
  const all = (certificate.subjectaltname ?? '').split(', ').map((entry) => entry.slice(entry.indexOf(':') + 1));
  const names = all.filter((name) => name !== '');
  const shown = names.slice(0, 3).map((name) => printable(name));
  return shown.length === 0 ? 'none' : [...shown, ...(names.length > 3 ? ['and more'] : [])].join(', ');
}

function dateOf(text: string | undefined): string {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? 'an unknown date' : new Date(time).toISOString().slice(0, 10);
}

/** A file of certificates to trust, and the variable that names it. */
export interface CaBundle {
  readonly variable: string;
  readonly path: string;
}

/** Far above any real bundle (Mozilla's whole list takes 0.3 MB). */
const LARGEST_BUNDLE = 16 * 1024 * 1024;

/**
 * The roots to trust, as PEM: Node's own, those of `NODE_EXTRA_CA_CERTS` and the bundle's; `undefined` without a
 * bundle, which leaves it to Node. (The AWS CLI takes the bundle instead of its own roots; a bundle that holds only a
 * proxy's root would then refuse AWS where no proxy stands, which is no fault of the credentials.)
 *
 * @throws StepError when the bundle cannot be read or holds no certificate.
 */
export async function trustedRoots(bundle: CaBundle | undefined, env: Environment): Promise<string[] | undefined> {
  if (bundle === undefined) {
    return undefined;
  }
  return [...(await readBundle(bundle)), ...(await nodesOwnRoots(env))];
}

async function readBundle({ variable, path }: CaBundle): Promise<string[]> {
  const pem = await readRegularFile(path).catch((error: unknown) => {
    throw new StepError('tls', codeOf(error), `the file that ${variable} names cannot be read`);
  });
  if (pem === undefined) {
    throw new StepError('tls', 'ERR_CA_BUNDLE', `${variable} does not name a regular file of at most 16 MiB`);
  }
  // Node would take a file without certificates in silence, and then trust nothing of it.
  if (!pem.includes('-----BEGIN CERTIFICATE-----') && !pem.includes('-----BEGIN TRUSTED CERTIFICATE-----')) {
    throw new StepError('tls', 'ERR_CA_BUNDLE', `the file that ${variable} names holds no PEM certificate`);
  }
  return [pem];
}

/** A named pipe or a device could be read for ever. */
async function readRegularFile(path: string): Promise<string | undefined> {
  const facts = await stat(path);
  return facts.isFile() && facts.size <= LARGEST_BUNDLE ? await readFile(path, 'latin1') : undefined;
}

async function nodesOwnRoots(env: Environment): Promise<readonly string[]> {
  // Missing in Node 20, whatever the types say.
  const getCertificates = tls.getCACertificates as typeof tls.getCACertificates | undefined;
  return getCertificates?.('default') ?? [...tls.rootCertificates, ...(await extraRoots(env))];
}

async function extraRoots(env: Environment): Promise<string[]> {
  const path = env['NODE_EXTRA_CA_CERTS'];
  // Node itself goes on with a warning where this file cannot be read.
  const pem = path === undefined || path === '' ? undefined : await readRegularFile(path).catch(() => undefined);
  return pem === undefined ? [] : [pem];
}
