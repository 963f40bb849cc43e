import type { Attempt } from '../model/evidence.ts';
import { readAccessKeyId } from '../read/access-key-id.ts';
import { FIELDS, type Facts, type Field } from '../read/facts.ts';
import { isSecretAccessKey } from '../read/unsafe-content.ts';
import type { StrayFacts, StrayKind } from '../read/stray-characters.ts';
import { Secret } from '../model/secret.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { characters, nameOf, nounOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

interface Strays {
  readonly values: readonly { readonly field: Field; readonly stray: StrayFacts; readonly length: number }[];
  /** Whether the secret was asked as it stands: then it must not be asked again with another. */
  readonly secretWasAsked: boolean;
}

/**
 * Characters that came along with a value. Before anything is asked, only what cannot be sent, or cannot be right, is
 * taken: a control character in a header; a secret that has the form of one once the strays are gone. The same key ID
 * with two different secrets makes AWS answer the second falsely, so such a secret is asked in its repaired form only.
 */
export const strayCharacters = entry<Strays>({
  id: 'stray-characters',
  severity: 'error',
  phases: ['before', 'refused'],
  evident: true,
  when: 'white space, line breaks, quotes, a BOM, zero-width characters, URL-encoding or a `NAME=` came along with a value',
  exceptions:
    'A space at the end of a session token does no harm, since HTTP drops it: whatever STS accepts is not reported.',
  references: [DOCS.secrets],
  detect(evidence) {
    const { facts } = evidence;
    if (facts === undefined) return undefined;
    const values = strays(evidence, facts);
    if (values.length === 0) return undefined;
    if (evidence.answer === undefined) {
      return values.some((value) => cannotBeAsked(value, evidence)) ? { values, secretWasAsked: false } : undefined;
    }
    const kind = refusalOf(evidence);
    return kind === 'time' || kind === 'denied' ? undefined : { values, secretWasAsked: true };
  },
  repair(attempt, { values, secretWasAsked }) {
    if (secretWasAsked && values.some(({ field }) => field === 'secretAccessKey')) return undefined;
    const repaired = values.reduce<Attempt>(
      (changed, { field, stray }) => ({ ...changed, [field]: new Secret(stray.repaired) }),
      attempt,
    );
    // What was pasted into the key ID's place may turn out to be a secret, which must not travel in clear.
    return readAccessKeyId(repaired.accessKeyId.reveal()).unsafe === undefined ? repaired : undefined;
  },
  once: ({ values }) =>
    `${values.length === 1 ? KIND_NAME[values[0]?.stray.kinds[0] ?? 'white-space'] : 'the stray characters'} ${(values.length === 1 && (values[0]?.stray.kinds[0] ?? '').endsWith('quotes')) || values.length > 1 ? 'are' : 'is'} removed`,
  describe({ values }, evidence) {
    const [first] = values;
    const what = first === undefined ? '' : KIND_NAME[first.stray.kinds[0] ?? 'white-space'];
    return {
      title:
        values.length === 1 && first !== undefined
          ? `The ${nounOf(first.field)} has ${what}${what.endsWith(' it') ? '' : ' in it'}`
          : 'Stray characters came along with the AWS credentials',
      explanation: isComment(values, evidence) ? COMMENT : UNTRIMMED,
      evidence: [
        ...values.map(
          ({ field, stray, length }) =>
            `${quoted(nameOf(field, evidence))} has ${characters(length)}; ${places(stray)}`,
        ),
        ...refusalEvidence(evidence),
      ],
      fix: [
        `${values.map(({ field }) => whereToFix(field, evidence)).join('; ')}, enter the ${values.map(({ field }) => nounOf(field)).join(' and the ')} again, without it.`,
        ...(values.some(({ stray }) => stray.kinds.includes('line-end')) && evidence.gathered.job.runsInActions
          ? ['If you set the secret from a terminal: `printf %s "$VALUE" | gh secret set NAME` adds no line break.']
          : []),
      ],
      docs: DOCS.secrets,
      change: { kind: 'trim', entries: values.map(({ field }) => subjectOf(field, evidence)) },
    };
  },
  subject: ({ values }, evidence) => (values[0] === undefined ? undefined : subjectOf(values[0].field, evidence)),
});

const UNTRIMMED = 'AWS takes every character as part of the value.';
const COMMENT =
  'What stands behind the value is no comment to all tools: the AWS CLI and boto3 take it as part of the value, and only some SDKs drop it.';

/** Only in a file do some tools take it for one. */
function isComment(values: Strays['values'], { gathered }: Evidence): boolean {
  return gathered.credentials?.source === 'profile' && values.some(({ stray }) => stray.kinds.includes('comment'));
}

function strays(evidence: Evidence, facts: Facts): Strays['values'] {
  return FIELDS.flatMap((field) => {
    const stray = facts.stray[field];
    return stray === undefined ? [] : [{ field, stray, length: evidence.attempt?.[field]?.length ?? 0 }];
  });
}

function cannotBeAsked({ field, stray }: Strays['values'][number], { settings }: Evidence): boolean {
  if (field === 'secretAccessKey') return settings.confirm && isSecretAccessKey(stray.repaired);
  return !stray.sendable;
}

const KIND_NAME: Readonly<Record<StrayKind, string>> = {
  'white-space': 'white space',
  'line-end': 'a line break',
  quotes: 'quotes',
  'smart-quotes': 'typographic quotes',
  'byte-order-mark': 'a byte order mark',
  'zero-width': 'an invisible character',
  'no-break-space': 'a no-break space',
  control: 'a control character',
  'url-encoding': 'URL-encoding',
  escape: 'a backslash escape',
  assignment: 'a NAME= in front of it',
  comment: 'a comment behind it',
  'trailing-separator': 'a separator behind it',
};

function places({ kinds, places: found }: StrayFacts): string {
  const kindsText = kinds.map((kind) => KIND_NAME[kind]).join(', ');
  const where = found.map(({ codePoint, name, position }) => {
    const at = position === 'first' || position === 'last' ? `the ${position}` : `number ${position}`;
    return `${at} is ${codePoint} (${name})`;
  });
  return where.length === 0 ? `it has ${kindsText}` : `${where.join(', ')}: ${kindsText}`;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'stray-characters': true;
  }
}
