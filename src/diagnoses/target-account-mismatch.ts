import type { Contradiction } from '../model/beyond.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { contradicting, identityLine, placesOf, targetLines, targetSubject } from './shared/targets.ts';
import { quoted } from './shared/wording.ts';

interface OtherAccount {
  readonly all: readonly Contradiction[];
  readonly own: string;
  /** A target's account that `allowed-account-ids` leaves out. */
  readonly excluded: string | undefined;
}

/** Another account may be meant, since a resource's policy can let this one in: then it is a warning. */
export const targetAccountMismatch = entry<OtherAccount>({
  id: 'target-account-mismatch',
  severity: ({ excluded }) => (excluded === undefined ? 'warning' : 'error'),
  otherwise: 'warning',
  phases: ['beyond'],
  when: 'what the job will touch is in another account than the credentials; an error where `allowed-account-ids` excludes that account',
  exceptions: 'Where another account’s resource lets this one in by its own policy: leave it out of `targets`.',
  references: [DOCS.chain],
  detect(evidence) {
    const all = contradicting(evidence, 'account');
    const own = all?.[0]?.expected;
    if (all === undefined || own === undefined) return undefined;
    return { all, own, excluded: excludedBy(evidence, all) };
  },
  describe({ all, own, excluded }, evidence) {
    const [place = ''] = placesOf(all);
    return {
      title:
        all.length === 1
          ? `The target is in account ${place}, the credentials are in ${own}`
          : `${all.length} targets are in other accounts than the credentials (${own})`,
      explanation: 'AWS would refuse the call, or the deployment would go to another account than it is meant for.',
      evidence: [
        ...targetLines(all),
        ...identityLine(evidence),
        ...(excluded === undefined ? [] : [`\`allowed-account-ids\` does not have ${quoted(excluded)}`]),
      ],
      fix:
        excluded === undefined
          ? [
              `In the step that makes the credentials, use a role of account ${quoted(place)}.`,
              'If the resource’s own policy lets this account in: take the line out of `targets`.',
            ]
          : [
              `In the workflow, name the resource of account ${quoted(own)} instead.`,
              `If account ${quoted(excluded)} is right: use a role of that account, and add it to \`allowed-account-ids\`.`,
            ],
      docs: DOCS.chain,
    };
  },
  subject: ({ all }) => targetSubject(all),
});

function excludedBy({ settings }: Evidence, all: readonly Contradiction[]): string | undefined {
  const { allowedAccountIds: allowed } = settings;
  if (allowed.length === 0) return undefined;
  return all.find(({ is, literal }) => literal === undefined && !allowed.includes(is))?.is;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'target-account-mismatch': true;
  }
}
