import { checkServerIdentity } from 'node:tls';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

import { printable } from './printable.ts';

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
