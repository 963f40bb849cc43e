/** How this STS answers, where AWS's endpoints differ or a test wants one particular case. May change while it runs. */
export interface Behaviour {
  /** Regions that this endpoint serves; undefined: whichever the request is signed for. */
  regions: readonly string[] | undefined;
  /** Which refusal wins when several apply. Not documented by AWS; JSON services were seen to check the date first. */
  dateCheck: 'before-key' | 'before-expiry' | 'after-expiry';
  /** A signature's date may lie this many minutes in the past or in the future. */
  pastWindowMinutes: number;
  futureWindowMinutes: number;
  /** After a wrong signature, another secret for the same key ID is refused for this long, even the right one. 0: never. */
  falseMismatchSeconds: number;
  /** Adds the canonical request and the string to sign to "The request signature we calculated …". */
  canonicalStringInErrors: boolean;
  /** AWS's older messages echo the Authorization header, newer ones a hash of it. */
  authorizationEcho: 'raw' | 'hashed';
  /** AccessDenied of AssumeRole names the kind of policy that refused; AWS does so in many cases, not in all. */
  deniedReasons: boolean;
  /** A VPC endpoint policy refuses every call. */
  vpcEndpointDenies: boolean;
  /** More requests than this within a second are throttled. */
  requestsPerSecond: number;
}

export const DEFAULT_BEHAVIOUR: Readonly<Behaviour> = {
  regions: undefined,
  dateCheck: 'before-expiry',
  pastWindowMinutes: 15,
  futureWindowMinutes: 15,
  falseMismatchSeconds: 5,
  canonicalStringInErrors: false,
  authorizationEcho: 'raw',
  deniedReasons: true,
  vpcEndpointDenies: false,
  requestsPerSecond: Infinity,
};
