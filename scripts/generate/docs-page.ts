import type { CatalogueEntry } from '../../src/diagnoses/diagnosis.ts';
import type { DiagnosisId } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/report.ts';
import type { StepAnnotation } from '../../simulator/step.ts';
import { annotationBlock } from '../../testing/golden.ts';
import { normalise } from '../../testing/normalise.ts';

/** What a page says that no run tells. */
export type PageTexts = Pick<CatalogueEntry, 'when' | 'exceptions' | 'references'> & {
  readonly id: DiagnosisId;
  readonly severity: string;
};

/** What the built action said in a diagnosis's first scenario. */
export interface Seen {
  readonly scenario: string;
  readonly finding: Finding;
  readonly annotation: StepAnnotation;
}

export const GENERATED =
  '<!-- Written by `npm run generate:docs` from the catalogue and its scenarios: edit those. -->';

/** The page of one diagnosis. */
export function pageOf(texts: PageTexts, seen: Seen | undefined): string {
  const parts = [
    `# ${texts.id}`,
    GENERATED,
    `Severity: ${texts.severity}`,
    `## It is this when\n\n${sentence(texts.when)}`,
    ...(seen === undefined ? [] : whatIsSeen(seen)),
    `## Exceptions\n\n${texts.exceptions}`,
    ...(texts.references.length === 0
      ? []
      : [`## Read more\n\n${texts.references.map((link) => `- <${link}>`).join('\n')}`]),
    '[All diagnoses](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}

function whatIsSeen({ scenario, finding, annotation }: Seen): string[] {
  const shown = annotationBlock(annotation);
  // The step after a failed job has no report, so its annotation says all of it.
  const fixes = ((finding as Partial<Finding>).fix ?? []).map((fix) => `- ${outsideCode(fix)}`).join('\n');
  return [
    `## What you will see\n\nFor example (${outsideCode(scenario)}):\n\n${normalise(shown, { retries: true })}`,
    ...(fixes === '' ? [] : [`## What to change\n\n${normalise(fixes)}`]),
  ];
}

/** The index, in the order of the list of IDs. */
export function indexOf(pages: readonly PageTexts[]): string {
  const rows = pages.map(({ id, severity, when }) => `| [\`${id}\`](${id}.md) | ${severity} | ${cell(when)} |`);
  return [
    '# Diagnoses',
    '',
    GENERATED,
    '',
    'In the order in which a report names them.',
    '',
    '| Diagnosis | Severity | It is this when |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

export function cell(text: string): string {
  return outsideCode(text.replace(/\s+/g, ' ').trim()).replaceAll('|', '\\|');
}

/** What HTML would swallow, escaped except in code. */
function outsideCode(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('*', '\\*')))
    .join('`');
}

function sentence(text: string): string {
  const escaped = outsideCode(text);
  return `${escaped.charAt(0).toUpperCase()}${escaped.slice(1)}.`;
}
