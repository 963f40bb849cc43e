import type { Attempt } from '../model/evidence.ts';
import type { PlaceholderFacts } from '../read/placeholder.ts';
import { unsendable } from '../read/stray-characters.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { unsetCommands } from './shared/commands.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { WHAT_PLACEHOLDER } from './unresolved-placeholder.ts';
import { keyOf, nameOf, quoted, subjectOf } from './shared/wording.ts';

interface Stale {
  readonly account: string | undefined;
  readonly expired: boolean;
  /** What stands there instead of a token. */
  readonly placeholder: PlaceholderFacts['kind'] | undefined;
}

/** A long-term key takes no token: one that is there is another session's, and AWS then refuses the key with it. */
export const sessionTokenStale = entry<Stale>({
  id: 'session-token-stale',
  severity: 'error',
  phases: ['before', 'refused'],
  evident: true,
  when: 'the key is long-term (`AKIA…`) and a session token is left over from another session',
  exceptions: 'None once STS has refused.',
  references: [DOCS.temporaryCredentials],
  detect(evidence) {
    const kind = refusalOf(evidence);
    const { facts } = evidence;
    if (facts?.accessKeyId.kind !== 'long-term' || facts.sessionToken === undefined) return undefined;
    if (kind === 'time' || kind === 'denied') return undefined;
    const { placeholder } = facts;
    // Nobody filled in any of them: then the token is no other's.
    if (placeholder.accessKeyId !== undefined && placeholder.sessionToken !== undefined) return undefined;
    // Before anything is asked, only a token that cannot enter a header.
    if (kind === undefined && unsendable(evidence.attempt?.sessionToken?.reveal() ?? '') === undefined)
      return undefined;
    return {
      account: facts.sessionToken.account,
      expired: kind === 'expired',
      placeholder: placeholder.sessionToken?.kind,
    };
  },
  repair: (attempt): Attempt => ({ ...attempt, sessionToken: undefined }),
  once: () => 'the session token is left out',
  describe({ account, expired, placeholder }, evidence) {
    const name = nameOf('sessionToken', evidence);
    return {
      title:
        placeholder === undefined
          ? 'A session token is left over beside a long-term access key'
          : 'A placeholder stands as session token beside a long-term access key',
      explanation: `AWS refuses the key, because ${quoted(name)} ${placeholder === undefined ? 'belongs to another session' : 'is not empty'}, and a long-term key takes no token.`,
      evidence: [
        `${quoted(keyOf(evidence))} begins with \`AKIA\`: it is long-term`,
        placeholder === undefined
          ? `${quoted(name)} is set${account === undefined ? '' : `; it was issued in account ${account}`}`
          : `${quoted(name)} is ${WHAT_PLACEHOLDER[placeholder]}`,
        ...(expired ? ['STS says that the token has expired; the key itself has no end'] : []),
        ...refusalEvidence(evidence),
      ],
      fix: fixes(name, evidence, placeholder !== undefined),
      docs: DOCS.temporaryCredentials,
    };
  },
  subject: (_detail, evidence) => subjectOf('sessionToken', evidence),
  change: (_detail, evidence) => {
    const entry = subjectOf('sessionToken', evidence);
    return entry && { kind: 'unset', entry };
  },
});

/** What the earlier step wrote to GITHUB_ENV wins over `env:` of the job, so only another write takes it away. */
function fixes(
  name: string,
  { gathered: { job, credentials, platform } }: Evidence,
  isPlaceholder: boolean,
): readonly string[] {
  if (credentials?.source === 'inputs') {
    return [`In this step, remove the input ${quoted(name)}: a long-term key takes no token.`];
  }
  if (credentials?.source !== 'environment') return [`Remove ${quoted(name)}.`];
  if (!job.runsInActions) return unsetCommands([name], platform);
  return [
    `Before the first step that uses AWS, add the step \`run: echo "${name}=" >> "$GITHUB_ENV"\`.`,
    isPlaceholder
      ? `If the workflow sets ${quoted(name)} itself: remove that entry.`
      : 'If an earlier step assumed a role that only it needs: set `output-env-credentials: false` there instead.',
  ];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-stale': true;
  }
}
