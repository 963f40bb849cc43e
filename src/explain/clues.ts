import { readRegion } from '../read/region.ts';
import type { LogLine, ReadLog } from './log.ts';

/** What a whole log gives away of the credentials, whichever error it is read for. */
export interface Clues {
  /** What kind of access key ID it names, where it names one kind only, or what a step was given. */
  readonly key: 'long-term' | 'temporary' | undefined;
  /** A step of aws-actions/configure-aws-credentials took a role by web identity. */
  readonly isOidc: boolean;
  /** A step had keys as its inputs. */
  readonly isStatic: boolean;
  /** Where somebody authenticated, and when: milliseconds since the epoch. */
  readonly logins: readonly { readonly line: number; readonly time: number | undefined }[];
  /** Regions that it names, the latest first. */
  readonly regions: readonly { readonly line: number; readonly name: string }[];
  /** Account of the session that was made. */
  readonly account: string | undefined;
  /** The runner's words for an event that gets no secrets. */
  readonly isFork: boolean;
}

const REGION =
  /(?:--region[ =]"?|\b(?:aws-region|AWS_REGION|AWS_DEFAULT_REGION|region(?:_name)?)["']?[:=] ?["']?|\bin (?:the )?region |(?:[a-z0-9-]{1,30}\.)|aws:\/\/\d{12}\/)([a-z]{2}(?:-[a-z]{2,10}){1,3}-\d{1,2})(?=[\s"'`/.,:)]|$)/gi;
const MOST_REGIONS = 500;

/** Never throws. */
export function cluesIn({ lines }: ReadLog): Clues {
  const text = (form: RegExp): boolean => lines.some((line) => form.test(line.text));
  const temporary = text(/\bASIA[A-Z0-9*…]{4,}/);
  const longTerm = text(/\bAKIA[A-Z0-9*…]{4,}/);
  const isOidc = text(/Assuming role with OIDC|role-to-assume: \S|Authenticated as assumedRoleId/);
  const isStatic = lines.some((line) => line.isHeader && /^aws-access-key-id: \S/.test(line.text));
  const named = temporary === longTerm ? undefined : temporary ? 'temporary' : 'long-term';
  const made =
    isOidc && !isStatic
      ? 'temporary'
      : isStatic && !isOidc && !text(/^AWS_SESSION_TOKEN: \S|^aws-session-token: \S/)
        ? 'long-term'
        : undefined;
  return {
    key: named ?? made,
    isOidc,
    isStatic,
    logins: lines
      .filter((line) =>
        /^Authenticated as |Successfully (?:authenticated|assumed role)|Role assumed successfully/.test(line.text),
      )
      .map((line) => ({ line: line.number, time: line.time })),
    regions: lines.flatMap(regionsOf).slice(-MOST_REGIONS).reverse(),
    account: lines
      .map(
        ({ text: words }) =>
          /^Authenticated as .{0,200}account (\d{12})/.exec(words)?.[1] ??
          /assumed-role.{0,100}account: (\d{12})/.exec(words)?.[1],
      )
      .find((found) => found !== undefined),
    isFork: text(/pull request from a fork|dependabot\[bot\]|from forked repositor/i),
  };
}

function regionsOf({ text, number }: LogLine): readonly { readonly line: number; readonly name: string }[] {
  if (!text.includes('-')) return [];
  return [...text.matchAll(REGION)].map((match) => ({ line: number, name: (match[1] ?? '').toLowerCase() }));
}

/** The region that a text names, of a host, an option, a setting or an ARN. */
export function regionIn(text: string): string | undefined {
  for (const match of text.matchAll(REGION)) return (match[1] ?? '').toLowerCase();
  return /\barn:aws[\w-]{0,20}:[\w-]{1,40}:([a-z]{2}(?:-[a-z]{2,10}){1,3}-\d{1,2}):/.exec(text)?.[1];
}

/** The region that a call at this line was made in, as far as the log tells: its own, or the last one named before. */
export function regionAt(clues: Clues, excerpt: string, line: number): string | undefined {
  return regionIn(excerpt) ?? clues.regions.find((one) => one.line <= line)?.name ?? clues.regions.at(-1)?.name;
}

export function isOptIn(region: string | undefined): boolean {
  return region !== undefined && readRegion(region).known && readRegion(region).optIn;
}

/** GovCloud, China and the sovereign clouds have credentials of their own. */
export function partitionOf(region: string | undefined): string | undefined {
  return region === undefined ? undefined : readRegion(region).partition;
}
