import { readRegion } from '../read/region.ts';
import { byText, type Candidate, type Clues, type Sign } from './sign.ts';

/** A host of AWS's, whichever partition's. */
const HOST = /\b([a-z0-9-]{1,36}(?:\.[a-z0-9-]{1,36}){0,4}\.(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu))\b/i;
/** STS's regional host, the FIPS one too. */
const STS_HOST = /\bsts(?:-fips)?\.([a-z0-9-]{0,24})\.(?:amazonaws\.com|api\.aws)/i;
const SAYS_AWS = /amazonaws\.|\.api\.aws|\bAWS\b|\bSTS\b|botocore|aws-sdk|sts:/i;

const LOCAL = /localhost|\b127\.\d|\[?::1\b/i;
/** The addresses of the instance's and the container's endpoint. */
const METADATA = /169\.254\.169\.254|169\.254\.170\.2\b|\[?fd00:ec2::254/i;

const REFUSED = ['ECONNREFUSED', 'connection refused', 'ENETUNREACH', 'EHOSTUNREACH', 'network is unreachable'];
const TLS = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'self-signed certificate in certificate chain',
  'self signed certificate in certificate chain',
  'unable to get local issuer certificate',
  'SSL validation failed',
  'CERTIFICATE_VERIFY_FAILED',
  'certificate signed by unknown authority',
];

const NO_METADATA: Candidate = {
  id: 'source-unavailable',
  why: 'the instance’s or container’s endpoint does not answer: the tool found no other credentials, and there is none here',
};

function unreachable(why: string, texts: readonly string[], noName = false): Sign {
  return {
    rank: 'network',
    ...byText(texts),
    candidates(clues) {
      if (!isAboutAws(clues)) return [];
      if (METADATA.test(clues.excerpt)) return [NO_METADATA];
      return [...(noName ? regionOfHost(clues) : []), { id: 'sts-unreachable', why: `${why}${hostIn(clues)}` }];
    },
  };
}

function isAboutAws({ excerpt, isOfAws }: Clues): boolean {
  return SAYS_AWS.test(excerpt) || (isOfAws && !LOCAL.test(excerpt));
}

function hostIn({ excerpt }: Clues): string {
  const host = HOST.exec(excerpt)?.[1]?.toLowerCase();
  return host === undefined ? '' : ` (\`${host}\`)`;
}

/** A host without an address is most often a region with a typing error. */
function regionOfHost({ excerpt }: Clues): readonly Candidate[] {
  const region = STS_HOST.exec(excerpt)?.[1]?.toLowerCase();
  if (region === undefined) return [];
  const { known, nearest, dnsSuffix } = readRegion(region);
  if (known) {
    const suffix = dnsSuffix === undefined || excerpt.toLowerCase().includes(`${region}.${dnsSuffix}`);
    if (suffix) return [];
    const why = `the hosts of \`${region}\` end in \`${dnsSuffix}\`: the tool does not know the region’s partition`;
    return [{ id: 'partition-mismatch', why }];
  }
  const meant = nearest[0] === undefined ? '' : `; \`${nearest[0]}\` may be meant`;
  return [{ id: 'region-invalid', why: `the host has no address, and \`${region}\` is no known region${meant}` }];
}

/** What tools print when no answer comes. Other programs print the same of other hosts, so AWS must be named around it. */
export const NETWORK: readonly Sign[] = [
  unreachable(
    'the name of the host could not be resolved',
    [
      'getaddrinfo ENOTFOUND',
      'getaddrinfo EAI_AGAIN',
      'no such host',
      'Could not resolve host',
      'Name or service not known',
      'Temporary failure in name resolution',
      'Could not connect to the endpoint URL',
      'Inaccessible host:',
      'UnknownHostException',
    ],
    true,
  ),
  unreachable('the host did not answer in time', [
    'ETIMEDOUT',
    'Connect timeout on endpoint URL',
    'Read timeout on endpoint URL',
    'i/o timeout',
    'ConnectTimeoutError',
    'context deadline exceeded',
    'TimeoutError',
  ]),
  unreachable('the connection was refused', REFUSED),
  unreachable('the connection broke off', ['ECONNRESET', 'connection reset by peer', 'socket hang up']),
  unreachable('a proxy opens TLS connections, and its root is not trusted', TLS),
  unreachable('the proxy refuses the connection', [
    'Failed to connect to proxy URL',
    'Proxy Authentication Required',
    'ProxyConnectionError',
  ]),
];
