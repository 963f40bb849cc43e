import { FIELDS, type Facts, type Field } from '../read/facts.ts';
import type { PlaceholderFacts } from '../read/placeholder.ts';
import { unsendable } from '../read/stray-characters.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { nameOf, nounOf, quoted, subjectOf, whereToFix } from './shared/wording.ts';

interface Placeholders {
  readonly values: readonly { readonly field: Field; readonly kind: PlaceholderFacts['kind'] }[];
}

export const WHAT_PLACEHOLDER: Readonly<Record<PlaceholderFacts['kind'], string>> = {
  expression: 'still the text of an expression, `${{ … }}`',
  'shell-variable': 'still the name of a variable, such as `$NAME`',
  masked: 'asterisks: a value copied from a log in which it was masked',
  'null-literal': 'a word for nothing, such as `null` or `undefined`',
  template: 'a text to be filled in, such as `<your-key>`',
  'documentation-example': 'the example from AWS’s documentation',
  emulator: 'a made-up value for an emulator, such as `test`',
};

const FIX: Readonly<Record<PlaceholderFacts['kind'], string>> = {
  expression:
    'In the workflow, look at the quoting: GitHub fills in `${{ … }}` only in the workflow file itself, not in scripts, files or other secrets.',
  'shell-variable': 'In the workflow, use `${{ secrets.NAME }}`: `env:` and `with:` do not expand shell variables.',
  masked: 'In the GitHub secret, enter the value from where it was made; logs show only asterisks.',
  'null-literal': 'In the step that makes the value, check its output: a JSON query that finds nothing prints `null`.',
  template: 'In the GitHub secret, enter the real value.',
  'documentation-example': 'In the IAM console, make an access key, and enter it in the secret store.',
  emulator: 'In the environment, remove what was meant for a local emulator, or set its endpoint with `sts-endpoint`.',
};

/** A value that nobody filled in. STS judges it first, where it can be sent at all: an emulator takes any value. */
export const unresolvedPlaceholder = entry<Placeholders>({
  id: 'unresolved-placeholder',
  severity: 'error',
  phases: ['before', 'refused'],
  evident: true,
  when: 'a value is still `${{ … }}`, `$VAR`, `***`, `null`, `<your-key>`, or AWS’s documentation example',
  exceptions: 'Emulators such as LocalStack take any value: what STS accepts is never called a placeholder.',
  references: [DOCS.secrets],
  detect(evidence) {
    const kind = refusalOf(evidence);
    if (evidence.facts === undefined || kind === 'time' || kind === 'denied') return undefined;
    const placeholder = placeholdersOf(evidence.facts);
    if (kind === undefined && !HEADERS.some((field) => placeholder[field] && cannotBeSent(field, evidence))) {
      return undefined;
    }
    const values = FIELDS.flatMap((field) => {
      const found = placeholder[field];
      return found === undefined ? [] : [{ field, kind: found.kind }];
    });
    return values.length === 0 ? undefined : { values };
  },
  describe({ values }, evidence) {
    const [first] = values;
    return {
      title:
        values.length === 1 && first !== undefined
          ? `The ${nounOf(first.field)} is a placeholder, not a value`
          : 'The credentials are placeholders, not values',
      explanation: 'AWS knows no such key, because the text was never replaced by the real value.',
      evidence: [
        ...values.map(({ field, kind }) => `${quoted(nameOf(field, evidence))} is ${WHAT_PLACEHOLDER[kind]}`),
        ...refusalEvidence(evidence),
      ],
      fix: [
        ...new Set(values.map(({ kind }) => FIX[kind])),
        ...values.map(({ field }) => `${whereToFix(field, evidence)}, put the real ${nounOf(field)}.`),
      ],
      docs: DOCS.secrets,
    };
  },
  subject: ({ values }, evidence) => (values[0] === undefined ? undefined : subjectOf(values[0].field, evidence)),
  change: ({ values }, evidence) => ({ kind: 'map', entries: values.map(({ field }) => subjectOf(field, evidence)) }),
});

/** A long-term key takes no token, so one beside it is only left over, whatever it holds. */
function placeholdersOf({ placeholder, accessKeyId }: Facts): Facts['placeholder'] {
  if (placeholder.accessKeyId !== undefined || accessKeyId.kind !== 'long-term') return placeholder;
  return Object.fromEntries(Object.entries(placeholder).filter(([field]) => field !== 'sessionToken'));
}

/** The values that travel in a header. */
const HEADERS = ['accessKeyId', 'sessionToken'] as const;

function cannotBeSent(field: Field, { attempt }: Evidence): boolean {
  return unsendable(attempt?.[field]?.reveal() ?? '') !== undefined;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'unresolved-placeholder': true;
  }
}
