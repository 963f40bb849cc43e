import { readFile, stat } from 'node:fs/promises';
import tls from 'node:tls';

import { Breakdown, codeOf } from './failure.ts';
import type { Environment } from './proxy.ts';

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
 * @throws Breakdown when the bundle cannot be read or holds no certificate.
 */
export async function trustedRoots(bundle: CaBundle | undefined, env: Environment): Promise<string[] | undefined> {
  if (bundle === undefined) {
    return undefined;
  }
  return [...(await readBundle(bundle)), ...(await nodesOwnRoots(env))];
}

async function readBundle({ variable, path }: CaBundle): Promise<string[]> {
  const pem = await readRegularFile(path).catch((error: unknown) => {
    throw new Breakdown('tls', codeOf(error), `the file that ${variable} names cannot be read`);
  });
  if (pem === undefined) {
    throw new Breakdown('tls', 'ERR_CA_BUNDLE', `${variable} does not name a regular file of at most 16 MiB`);
  }
  // Node would take a file without certificates in silence, and then trust nothing of it.
  if (!pem.includes('-----BEGIN CERTIFICATE-----') && !pem.includes('-----BEGIN TRUSTED CERTIFICATE-----')) {
    throw new Breakdown('tls', 'ERR_CA_BUNDLE', `the file that ${variable} names holds no PEM certificate`);
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
