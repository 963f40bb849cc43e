import type { Attempt } from '../model/evidence.ts';
import type { PlaceholderFacts } from '../read/placeholder.ts';
import { unsendable } from '../read/stray-characters.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
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
  describe({ account, expired, placeholder }, evidence) {
    const name = nameOf('sessionToken', evidence);
    const { job, credentials } = evidence.gathered;
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
      fix: [
        credentials?.source === 'inputs'
          ? `In this step, remove the input ${quoted(name)}, or hand on the three values of one session.`
          : credentials?.source === 'environment' && job.runsInActions
            ? `In the step or job that sets the key, add \`${name}: ''\`, which clears what an earlier step exported.`
            : `Remove ${quoted(name)}.`,
        placeholder === undefined
          ? 'In the earlier step that assumed a role, keep its credentials to itself (`output-env-credentials: false`), if they are not meant for this one.'
          : 'In the step or setting that fills in the token, leave it out: only temporary keys (`ASIA…`) have one.',
      ],
      docs: DOCS.temporaryCredentials,
    };
  },
  subject: (_detail, evidence) => subjectOf('sessionToken', evidence),
  change: (_detail, evidence) => {
    const entry = subjectOf('sessionToken', evidence);
    return entry && { kind: 'unset', entry };
  },
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-stale': true;
  }
}
