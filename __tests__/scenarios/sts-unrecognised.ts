import type { Fault } from '../../simulator/faults.ts';
import { heldBack } from '../../testing/held-back.ts';
import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const FOREIGN = {
  verdict: 'unknown',
  diagnoses: ['sts-unrecognised'],
  status: 1,
  requests: 1,
  title: 'Something that is not AWS answered in its place',
} as const satisfies Expected;

function spoilt(title: string, fault: Fault, message: RegExp): Scenario {
  return {
    title,
    arrange(simulator) {
      simulator.faults.standing.push(fault);
      return { env: environment(session(simulator)), inputs: { timeout: '5s' } };
    },
    expect: { ...FOREIGN, message: [message] },
  };
}

/** A refusal that says nothing of the credentials, and is not told to anybody else. */
function refused(
  title: string,
  refusal: { readonly status: number; readonly code: string; readonly message: string },
  expected: string | RegExp,
): Scenario {
  return {
    title,
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'refusal', ...refusal });
      return { env: environment(session(simulator)) };
    },
    expect: { ...FOREIGN, title: expected, message: [new RegExp(refusal.code)], absent: /tell this action’s authors/ },
  };
}

/** In STS's form, but for one thing. */
function forged(title: string, from: string, to: string): Scenario {
  const honest = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/deployer</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
  const headers = { 'x-amzn-RequestId': '01234567-89ab-cdef-0123-456789abcdef' };
  return spoilt(
    title,
    { kind: 'answer', status: 200, headers, body: honest.replace(from, to) },
    /XML that is not STS’s/,
  );
}

export const scenarios: readonly Scenario[] = [
  spoilt('a captive portal', { kind: 'captive-portal' }, /HTML page/),
  spoilt(
    'a redirect to a captive portal',
    { kind: 'captive-portal', form: 'redirect' },
    /redirect to the host `?portal.example/,
  ),
  spoilt('a web filter’s page', { kind: 'proxy-refusal' }, /HTML page/),
  spoilt('an empty body', { kind: 'empty' }, /empty body/),
  spoilt('XML that breaks off', { kind: 'truncated-xml' }, /breaks off/),
  spoilt('a news feed', { kind: 'foreign-xml' }, /not STS’s/),
  forged('a namespace that is not STS’s', 'https://sts.amazonaws.com/doc/2011-06-15/', 'http://evil/'),
  forged('two accounts', '<Account>', '<Account>999999999999</Account><Account>'),
  spoilt(
    'a refusal in a namespace that is not AWS’s',
    {
      kind: 'answer',
      status: 403,
      headers: { 'x-amzn-RequestId': '01234567-89ab-cdef-0123-456789abcdef' },
      body: '<ErrorResponse xmlns="http://evil/"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error></ErrorResponse>',
    },
    /XML that is not STS’s/,
  ),
  spoilt('no request ID', { kind: 'no-request-id' }, /without the request ID/),
  spoilt('an account that is not the ARN’s', { kind: 'account', account: '999999999999' }, /identity|account/),
  {
    title: 'bytes that are no HTTP',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'garbage' });
      return { env: environment(session(simulator)), inputs: { timeout: '3s' } };
    },
    expect: { ...FOREIGN, requests: [1, 9] },
  },
  spoilt('an answer out of a cache', { kind: 'age', seconds: 600 }, /cache on the way/),
  refused(
    'an endpoint of another region',
    {
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
    },
    'The endpoint that was asked does not serve eu-west-1',
  ),
  refused(
    'the Authorization header was taken off',
    { status: 403, code: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' },
    'STS found no signature on a request that was signed',
  ),
  refused(
    'the Authorization header was altered',
    { status: 400, code: 'IncompleteSignature', message: "Authorization header requires 'Credential' parameter." },
    'STS cannot read the signature: the request was altered on the way',
  ),
  refused(
    'RequestExpired with a right clock',
    { status: 400, code: 'RequestExpired', message: 'Request has expired.' },
    /^STS refuses the signature’s date, but the clock is only \d s off$/,
  ),
  {
    title: 'held back until its signature expired, again and again',
    arrange(simulator) {
      simulator.faults.standing.push({
        kind: 'refusal',
        status: 403,
        code: 'SignatureDoesNotMatch',
        message: heldBack(),
      });
      return { env: environment(session(simulator)) };
    },
    expect: { ...FOREIGN, requests: 2, title: 'The request reached STS only when its signature had expired' },
  },
  {
    title: 'a refusal that is not known',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'refusal', status: 400, code: 'BrandNewException', message: 'New.' });
      return { env: environment(session(simulator)) };
    },
    expect: { ...FOREIGN, title: 'STS refused with an error that is not known here', message: [/BrandNewException/] },
  },
];
