import type { Contradiction } from '../../model/beyond.ts';
import type { WorkflowSubject } from '../../model/report.ts';
import type { Evidence } from '../diagnosis.ts';
import { quoted } from './wording.ts';

/** As many as a reader looks at; the rest is counted. */
const MOST_SHOWN = 5;

/** The targets that contradict what was checked in this way; undefined where none does. */
export function contradicting({ beyond }: Evidence, kind: Contradiction['kind']): readonly Contradiction[] | undefined {
  const all = beyond?.contradictions.filter((one) => one.kind === kind) ?? [];
  return all.length === 0 ? undefined : all;
}

/** One line of evidence a target. */
export function targetLines(all: readonly Contradiction[]): readonly string[] {
  const lines = all.slice(0, MOST_SHOWN).map(({ target, is, saidByS3, literal, kind }) => {
    const place = literal === undefined ? '`targets`' : literal.place;
    if (kind === 'missing') return `${place} has ${quoted(target)}`;
    return `${place} has ${quoted(target)}, which is in ${quoted(is)}${saidByS3 ? ', as S3 says' : ''}`;
  });
  const more = all.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/** The distinct places in which the targets are. */
export function placesOf(all: readonly Contradiction[]): readonly string[] {
  return [...new Set(all.map(({ is }) => is))];
}

/** Whom the targets are compared with. */
export function identityLine({ role, answer }: Evidence): readonly string[] {
  const identity = role?.identity ?? (answer?.kind === 'accepted' ? answer.identity : undefined);
  return identity === undefined ? [] : [`STS says that the credentials are ${quoted(identity.arn)}`];
}

export function targetSubject(all: readonly Contradiction[]): WorkflowSubject | undefined {
  return all.some(({ literal }) => literal === undefined) ? { kind: 'input', name: 'targets' } : undefined;
}

/** A literal in a step may be meant: only what the input names is an error. */
export function isDeclared(all: readonly Contradiction[]): boolean {
  return all.some(({ literal }) => literal === undefined);
}
