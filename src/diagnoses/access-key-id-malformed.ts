import type { Attempt } from '../model/evidence.ts';
import type { KeyIdFlaw } from '../read/access-key-id.ts';
import { unsendable } from '../read/stray-characters.ts';
import { Secret } from '../model/secret.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { characters, nameOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

interface Malformed {
  readonly flaw: KeyIdFlaw;
  /** Why nothing was sent; undefined where STS has refused. */
  readonly keptBack: 'unsafe' | 'unsendable' | undefined;
}

/** Before anything is asked only what must not or cannot be sent; else STS judges first. */
export const accessKeyIdMalformed = entry<Malformed>({
  id: 'access-key-id-malformed',
  severity: 'error',
  phases: ['before', 'refused'],
  evident: true,
  when: 'the value is not of the form of an access key ID (an `AIDA…` or `AROA…` unique ID, another length or alphabet)',
  exceptions: 'Keys of an unusual form that STS accepts are never reported.',
  references: [DOCS.identifiers, DOCS.accessKeys],
  detect(evidence) {
    const { facts } = evidence;
    const flaw = facts?.accessKeyId.flaw;
    if (facts === undefined || flaw === undefined || evidence.found.includes('swapped-keys')) return undefined;
    if (evidence.answer === undefined && facts.accessKeyId.unsafe !== undefined) return { flaw, keptBack: 'unsafe' };
    if (facts.placeholder.accessKeyId !== undefined || facts.stray.accessKeyId !== undefined) return undefined;
    if (evidence.answer === undefined) return isUnsendable(evidence) ? { flaw, keptBack: 'unsendable' } : undefined;
    const kind = refusalOf(evidence);
    return kind === 'time' || kind === 'denied' || flaw.kind === 'emulator' ? undefined : { flaw, keptBack: undefined };
  },
  repair: (attempt, { flaw }): Attempt | undefined =>
    flaw.kind === 'lower-case'
      ? { ...attempt, accessKeyId: new Secret(attempt.accessKeyId.reveal().toUpperCase()) }
      : undefined,
  once: () => 'the access key ID is in capital letters',
  describe({ flaw, keptBack }, evidence) {
    return {
      title: titleOf(flaw),
      explanation: EXPLANATION[keptBack ?? 'refused'],
      evidence: [`${quoted(nameOf('accessKeyId', evidence))} holds ${factOf(flaw)}`, ...refusalEvidence(evidence)],
      fix: [
        `${whereToFix('accessKeyId', evidence)}, put the access key ID${flaw.kind === 'unique-id' ? '; the IAM console shows it under the user’s security credentials' : ''}.`,
        ...(keptBack === 'unsafe'
          ? ['If other tools have run with this value, replace the credential in it: error texts and logs may hold it.']
          : []),
      ],
      docs: flaw.kind === 'unique-id' ? DOCS.identifiers : DOCS.accessKeys,
    };
  },
  subject: (_detail, evidence) => subjectOf('accessKeyId', evidence),
});

const EXPLANATION = {
  refused:
    'AWS knows no such key, because an access key ID has 20 characters: `AKIA` (long-term) or `ASIA` (temporary) and 16 capital letters and digits.',
  unsafe: 'Nothing was sent to AWS, because the key ID travels in clear, and this value must not.',
  unsendable:
    'No AWS tool can send it, because the key ID travels in a header of the request, which cannot hold such a character.',
} as const;

function isUnsendable({ attempt }: Evidence): boolean {
  return unsendable(attempt?.accessKeyId.reveal() ?? '') !== undefined;
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) && !noun.startsWith('user') ? 'an' : 'a'} ${noun}`;
}

function titleOf(flaw: KeyIdFlaw): string {
  switch (flaw.kind) {
    case 'secret':
      return 'A secret access key is where the access key ID belongs';
    case 'session-token':
      return 'A session token is where the access key ID belongs';
    case 'unique-id':
      return `The unique ID of ${article(flaw.of.replace('IAM user', 'user'))} is where the access key ID belongs`;
    case 'arn':
      return 'An ARN is where the access key ID belongs';
    case 'account-id':
      return 'An account ID is where the access key ID belongs';
    case 'email':
      return 'An e-mail address is where the access key ID belongs';
    case 'base64':
      return 'The access key ID is encoded in base64';
    case 'doubled':
      return 'The access key ID stands there twice';
    case 'lower-case':
      return 'The access key ID is written in lower case';
    case 'length':
      return `The access key ID has ${characters(flaw.actual)} instead of ${flaw.expected}`;
    case 'character':
      return `The access key ID has a character that none has (${flaw.codePoint})`;
    default:
      return 'The access key ID does not begin as one does';
  }
}

function factOf(flaw: KeyIdFlaw): string {
  switch (flaw.kind) {
    case 'empty':
      return 'nothing';
    case 'secret':
      return 'the shape of a secret access key';
    case 'session-token':
      return 'the shape of a session token';
    case 'unique-id':
      return `the unique ID of ${article(flaw.of)}, which is no key`;
    case 'arn':
      return 'an ARN';
    case 'account-id':
      return 'the 12 digits of an account ID';
    case 'email':
      return 'an e-mail address';
    case 'lower-case':
      return 'small letters; access key IDs have capital letters only';
    case 'length':
      return flaw.inFront === undefined
        ? `${characters(flaw.actual)}; access key IDs have ${flaw.expected}`
        : `${characters(flaw.actual)}: a whole key ID, and ${characters(flaw.inFront)} in front of it`;
    case 'base64':
      return 'a text that, decoded from base64, has the form of an access key ID';
    case 'doubled':
      return 'an access key ID twice, 40 characters';
    case 'character':
      return `the character ${flaw.codePoint} at position ${flaw.position}; access key IDs have capital letters and digits only`;
    case 'emulator':
      return 'a key of an emulator';
    case 'prefix':
      return 'a text that begins with neither `AKIA` nor `ASIA`';
  }
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'access-key-id-malformed': true;
  }
}
