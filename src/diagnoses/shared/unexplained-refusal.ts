import { wasHeldBack } from '../../read/signature-window.ts';
import type { Evidence } from '../diagnosis.ts';
import { refusalOf } from './refusal.ts';
import { quoted, spell } from './wording.ts';

export type Texts = readonly [title: string, why: string, ...fix: string[]];

/** What a refusal means that says nothing of the credentials, by what STS complains of. */
export function explainRefusal(evidence: Evidence): Texts {
  const { answer } = evidence;
  if (answer?.kind !== 'refused') return UNKNOWN_CODE;
  const { host } = answer.attempt.endpoint;
  switch (refusalOf(evidence)) {
    case 'scope':
      return scope(answer.attempt.region, host);
    case 'unsigned':
      return [
        'STS found no signature on a request that was signed',
        'Something on the way took the `Authorization` header off.',
        unchanged(host),
      ];
    case 'incomplete':
      return [
        'STS cannot read the signature: the request was altered on the way',
        'The `Authorization` header arrived in another form than it was sent in, and the values in it are clean.',
        unchanged(host),
      ];
    case 'time':
      return wasHeldBack(answer.message.reveal(), evidence.clock) ? HELD_BACK : expired(evidence);
    default:
      return UNKNOWN_CODE;
  }
}

function unchanged(host: string): string {
  return `In the network, look for a proxy or a gateway that rewrites requests, and let those to ${quoted(host)} pass unchanged.`;
}

function scope(region: string, host: string): Texts {
  return [
    `The endpoint that was asked does not serve ${region.slice(0, 30)}`,
    `The request was signed for STS in ${quoted(region)}, and the endpoint ${quoted(host)} belongs to another region or service.`,
    'In the workflow, set `aws-region` to the region of the endpoint.',
    `In \`sts-endpoint\` or \`AWS_ENDPOINT_URL_STS\`, where one is set, put the STS endpoint of ${quoted(region)}, or remove it.`,
  ];
}

function expired({ clock }: Evidence): Texts {
  return [
    clock === undefined
      ? 'STS refuses the date of the signature, and its own clock cannot be read'
      : `STS refuses the signature’s date, but the clock is only ${spell(clock.skewSeconds)} off`,
    'The request may have been held back on the way, or something changed its `x-amz-date` header.',
    'In GitHub’s interface, run the job again.',
    'In the network, if it comes again, look for a proxy that queues, repeats or rewrites requests.',
  ];
}

const HELD_BACK: Texts = [
  'The request reached STS only when its signature had expired',
  'The clock is right, but the request was held back between the runner and AWS until the last moment that its signature allows.',
  'On a virtual machine or laptop that sleeps, run the job again when it is awake.',
  'In the network, if it comes again, look for a proxy that queues or repeats requests.',
];

const UNKNOWN_CODE: Texts = [
  'STS refused with an error that is not known here',
  'The refusal fits none of the known faults.',
  'In AWS’s list of common errors, look the code up; and tell this action’s authors, so that it is explained the next time.',
];
