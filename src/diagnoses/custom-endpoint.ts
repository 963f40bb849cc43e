import { entryOfPlace, inputPlace, phraseOfPlace, type Place } from '../model/place.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { isAwsEndpoint } from './shared/region-change.ts';
import { reachOf } from '../read/reach.ts';
import { quoted } from './shared/wording.ts';

interface Elsewhere {
  readonly from: Place;
  /** Undefined where the setting holds no URL. */
  readonly host: string | undefined;
  readonly plain: boolean;
  /** Plain HTTP to a public host: the session token would be there for all to read, so nothing is sent. */
  readonly isOpen: boolean;
}

/** A left-over endpoint makes any key look valid, or sends STS calls to nowhere. */
export const customEndpoint = entry<Elsewhere>({
  id: 'custom-endpoint',
  severity: ({ isOpen }) => (isOpen ? 'error' : 'warning'),
  otherwise: 'warning',
  phases: ['before', 'end'],
  when: '`AWS_ENDPOINT_URL` or `AWS_ENDPOINT_URL_STS` sends STS calls somewhere that is not AWS',
  exceptions:
    'Where it is meant, as with LocalStack, set the input `sts-endpoint` instead: then it is your choice and no warning.',
  references: [DOCS.endpointSettings],
  detect({ gathered, settings, answer, role }) {
    const wasAsked = answer !== undefined || role !== undefined;
    if (settings.stsEndpoint !== undefined) {
      const { hostname, protocol, host } = settings.stsEndpoint;
      return wasAsked && protocol === 'http:' && reachOf(hostname) !== 'loopback'
        ? { from: inputPlace('sts-endpoint'), host, plain: true, isOpen: false }
        : undefined;
    }
    if (gathered.endpoint === undefined) return undefined;
    const url = URL.parse(gathered.endpoint.value);
    if (url?.protocol === 'https:' && isAwsEndpoint(url)) return undefined;
    const isOpen = url?.protocol === 'http:' && reachOf(url.hostname) === 'public';
    if (!isOpen && !wasAsked) return undefined;
    const usable = url !== null && /^https?:$/.test(url.protocol);
    return {
      from: gathered.endpoint.from,
      host: usable ? url.host : undefined,
      plain: url?.protocol === 'http:' && reachOf(url.hostname) !== 'loopback',
      isOpen,
    };
  },
  describe: ({ from, host, plain, isOpen }) => ({
    title:
      host === undefined
        ? 'The STS endpoint that is set is not a URL'
        : plain
          ? 'STS calls go over plain HTTP, in clear'
          : 'STS calls go to a host that is not AWS’s',
    explanation:
      host === undefined
        ? 'AWS tools stop at it; this check asked AWS’s own endpoint instead.'
        : isOpen
          ? 'AWS tools would send the session token in clear, for everybody on the way to read. This check sent nothing.'
          : plain
            ? 'The session token travels in clear, and whatever answers there decides what is accepted.'
            : 'What answers there decides what is accepted: an emulator takes any key.',
    evidence: [
      host === undefined
        ? `${phraseOfPlace(from)} holds no http or https URL`
        : `${phraseOfPlace(from)} leads to ${quoted(host)}`,
    ],
    fix: [
      `In ${phraseOfPlace(from)}: remove it, or leave it empty.`,
      `If the endpoint is meant: set it as \`sts-endpoint\` of this step${plain ? ', with https' : ''}.`,
    ],
    docs: DOCS.endpointSettings,
  }),
  subject: ({ from }) => entryOfPlace(from) ?? { kind: 'step' },
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'custom-endpoint': true;
  }
}
