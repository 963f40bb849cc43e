import type { CandidateId } from './remedies.ts';

/** A diagnosis that the printed error may come from. */
export interface Candidate {
  readonly id: CandidateId;
  /** Why it is one, in words of our own: nothing of the text is repeated but what cannot be secret. */
  readonly why: string;
}

/** What is printed around a match, and what the whole text gives away. */
export interface Clues {
  /** From somewhat before the match to somewhat behind it, on one line. It may hold a secret: read it, never print it. */
  readonly excerpt: string;
  /** What kind of access key ID the text names, where it names one kind only. */
  readonly key: 'long-term' | 'temporary' | undefined;
  /** The text is known to be an AWS tool's; else it may be any program's. */
  readonly isOfAws: boolean;
}

/**
 * How much an error tells. `cause`: AWS's answer, or a program's word on its own credentials. `network`: no answer came.
 * `umbrella`: printed for whatever went wrong before it.
 */
export type Rank = 'cause' | 'network' | 'umbrella';

/** One kind of error, and how tools print it. */
export interface Sign {
  readonly rank: Rank;
  /** Matched anywhere in the text; white space in it stands for any. */
  readonly form: RegExp;
  /** Not this kind, where the excerpt has this. */
  readonly unless?: RegExp;
  /** What to call it, in the words that tools print; never a piece of the text itself. */
  readonly matched: string | ((clues: Clues) => string);
  /** Likeliest first; none where the excerpt shows that it is no fault of credentials. */
  readonly candidates: (clues: Clues) => readonly Candidate[];
}

/**
 * Any of these texts, in capitals or not. White space counts as any, since logs wrap lines; a word that begins or ends
 * with a letter is matched whole.
 */
export function anyOf(...texts: readonly string[]): RegExp {
  const forms = texts.map((text) => {
    const words = text.split(' ').map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
    const start = /^\w/.test(text) ? String.raw`(?<![A-Za-z0-9_])` : '';
    const end = /\w$/.test(text) ? String.raw`(?![A-Za-z0-9_])` : '';
    return `${start}${words.join(String.raw`\s{1,40}`)}${end}`;
  });
  return new RegExp(forms.join('|'), 'i');
}

/** The first of these texts that the excerpt holds, as it is written here. */
export function firstIn(excerpt: string, texts: readonly string[]): string | undefined {
  return texts.find((text) => anyOf(text).test(excerpt));
}

/** Calls the sign by whichever of its texts was printed. */
export function byText(texts: readonly string[]): Pick<Sign, 'form' | 'matched'> {
  return { form: anyOf(...texts), matched: ({ excerpt }) => firstIn(excerpt, texts) ?? texts[0] ?? '' };
}
