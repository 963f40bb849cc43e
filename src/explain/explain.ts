import { cleanLog } from './clean-log.ts';
import { NETWORK } from './network.ts';
import { REFUSALS } from './refusals.ts';
import { ROLES } from './roles.ts';
import type { Candidate, Clues, Rank, Sign } from './sign.ts';
import { SOURCES } from './sources.ts';

/** One error that a tool printed, and what it may come from. */
export interface Recognised {
  /** In AWS's own words; nothing of the text itself. */
  readonly matched: string;
  /** Counted from 1 in the text. */
  readonly line: number;
  /** Likeliest first, at least one. */
  readonly candidates: readonly Candidate[];
}

const SIGNS: readonly Sign[] = [...REFUSALS, ...ROLES, ...SOURCES, ...NETWORK];
const RANKS: readonly Rank[] = ['cause', 'network', 'umbrella'];
/** What belongs to one message stands this near to it, in characters. */
const BEFORE = 200;
const BEHIND = 600;

/**
 * Recognises the errors about credentials in what any AWS tool printed (AWS CLI, SDKs, Terraform, CDK, GitHub's
 * actions, raw XML and JSON), and names their likely causes. Only the most telling kind counts: what a tool prints for
 * any failure says nothing beside AWS's own answer. Asks nobody, and gives nothing of the text back. Total.
 *
 * @param text of any length; a job's log as GitHub gives it, too
 * @param isOfAws an AWS tool printed it: then a connection that failed was one to AWS, unless it names another host
 * @returns each kind once, in the order of the text; empty where nothing is recognised
 */
export function explain(text: string, isOfAws = false): readonly Recognised[] {
  const log = cleanLog(text);
  const about = { key: keyIn(log), isOfAws };
  const found = SIGNS.flatMap((sign) => recognise(sign, log, about)).sort((a, b) => a.at - b.at);
  const rank = RANKS.find((each) => found.some((one) => one.rank === each));
  const telling = found.filter((one) => one.rank === rank);
  return telling
    .filter((one, index) => telling.findIndex(({ matched }) => matched === one.matched) === index)
    .map(({ matched, at, candidates }) => ({ matched, line: lineAt(log, at), candidates }));
}

interface Found {
  readonly rank: Rank;
  readonly at: number;
  readonly matched: string;
  readonly candidates: readonly Candidate[];
}

/** The first place that stands for this kind: elsewhere the same words may belong to another. */
function recognise(sign: Sign, log: string, about: Omit<Clues, 'excerpt'>): readonly Found[] {
  for (const match of log.matchAll(new RegExp(sign.form, 'gi'))) {
    const at = match.index;
    const excerpt = log.slice(Math.max(0, at - BEFORE), at + match[0].length + BEHIND).replaceAll(/\s+/g, ' ');
    if (sign.unless?.test(excerpt) === true) continue;
    const clues = { excerpt, ...about };
    const candidates = sign.candidates(clues);
    if (candidates.length === 0) continue;
    const matched = typeof sign.matched === 'string' ? sign.matched : sign.matched(clues);
    return [{ rank: sign.rank, at, matched, candidates }];
  }
  return [];
}

/** Temporary keys begin with ASIA, long-term ones with AKIA; a text that names both tells nothing. */
function keyIn(log: string): Clues['key'] {
  const temporary = /\bASIA[A-Z0-9*…]{4,}/.test(log);
  const longTerm = /\bAKIA[A-Z0-9*…]{4,}/.test(log);
  if (temporary === longTerm) return undefined;
  return temporary ? 'temporary' : 'long-term';
}

function lineAt(log: string, at: number): number {
  return log.slice(0, at).split('\n').length;
}
