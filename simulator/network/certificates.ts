import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

import {
  bitString,
  boolean,
  contextual,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from './der.ts';

/** PEM texts, as Node's TLS takes them. */
export interface KeyAndCertificate {
  readonly key: string;
  /** The certificate, with those above it where they are sent. */
  readonly cert: string;
}

export interface LeafOptions {
  /** Host names and IP addresses (default: `localhost`, `127.0.0.1`, `::1`). */
  readonly names?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Whether the authority's certificate is sent along (default: true). */
  readonly withAuthority?: boolean;
}

export interface Authority {
  /** The root, as PEM. */
  readonly certificate: string;
  issue(options?: LeafOptions): KeyAndCertificate;
}

const DAY = 24 * 60 * 60 * 1000;
const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Makes a certificate authority of our own, for tests: nothing but this process knows its key. */
export function createAuthority(name = 'Preflight Test CA'): Authority {
  const { privateKey, publicKey } = newKeyPair();
  const certificate = toPem(
    makeCertificate({
      subject: name,
      issuer: name,
      publicKey,
      signer: privateKey,
      extensions: [basicConstraints(true)],
    }),
  );
  return {
    certificate,
    issue: ({ names = LOOPBACK, withAuthority = true, ...validity } = {}) => {
      const leaf = newKeyPair();
      const extensions = [basicConstraints(false), subjectAltName(names)];
      const subject = names[0] ?? 'nobody';
      const der = makeCertificate({
        subject,
        issuer: name,
        publicKey: leaf.publicKey,
        signer: privateKey,
        extensions,
        ...validity,
      });
      return { key: keyPem(leaf.privateKey), cert: toPem(der) + (withAuthority ? certificate : '') };
    },
  };
}

/** A certificate that nobody but itself vouches for. */
export function selfSigned(names: readonly string[] = LOOPBACK): KeyAndCertificate {
  const { privateKey, publicKey } = newKeyPair();
  const name = names[0] ?? 'nobody';
  const extensions = [subjectAltName(names)];
  const der = makeCertificate({ subject: name, issuer: name, publicKey, signer: privateKey, extensions });
  return { key: keyPem(privateKey), cert: toPem(der) };
}

interface Content {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** An X.509 version 3 certificate (RFC 5280), signed with ECDSA over P-256. */
function makeCertificate(content: Content): Buffer {
  const { notBefore = new Date(Date.now() - DAY), notAfter = new Date(Date.now() + DAY) } = content;
  const serial = randomBytes(16);
  serial[0] = 0x01;
  const toBeSigned = sequence(
    contextual(0, integer(Buffer.from([2])), true),
    integer(serial),
    ECDSA_WITH_SHA256,
    commonName(content.issuer),
    sequence(time(notBefore), time(notAfter)),
    commonName(content.subject),
    content.publicKey.export({ type: 'spki', format: 'der' }),
    contextual(3, sequence(...content.extensions), true),
  );
  return sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(sign('sha256', toBeSigned, content.signer)));
}

function commonName(text: string): Buffer {
  return sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(text))));
}

function basicConstraints(isAuthority: boolean): Buffer {
  const value = isAuthority ? sequence(boolean(true)) : sequence();
  return sequence(objectIdentifier('2.5.29.19'), boolean(true), octetString(value));
}

function subjectAltName(names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const [tag, bytes] = isIP(name) === 0 ? [2, Buffer.from(name)] : [7, addressBytes(name)];
    return contextual(tag, bytes, false);
  });
  return sequence(objectIdentifier('2.5.29.17'), octetString(sequence(...entries)));
}

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) {
    return Buffer.from(address.split('.').map(Number));
  }
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .map((group) => parseInt(group, 16));
  const zeros = new Array<number>(8 - groups(head).length - groups(tail).length).fill(0);
  return Buffer.from([...groups(head), ...zeros, ...groups(tail)].flatMap((group) => [group >> 8, group & 0xff]));
}

function newKeyPair(): { privateKey: KeyObject; publicKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function keyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`;
}
