import { readRefusal, type RefusalKind } from '../read/refusal.ts';
import type { Evidence } from './diagnosis.ts';

/** What STS's refusal says; undefined where it did not refuse. */
export function refusalOf({ answer }: Evidence): RefusalKind | undefined {
  return answer?.kind === 'refused' ? readRefusal(answer.code, answer.message.reveal()) : undefined;
}

/** The refusal as a line of evidence: code, status and request ID; AWS's own text is never printed. */
export function refusalEvidence({ answer }: Evidence): string[] {
  if (answer?.kind !== 'refused') return [];
  const id = answer.requestIds.at(-1);
  return [
    `STS answered \`${answer.code.replace(/[^A-Za-z0-9.]/g, '').slice(0, 60)}\` (status ${answer.status})${
      id === undefined ? '' : `, request ID \`${id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 64)}\``
    }`,
  ];
}
