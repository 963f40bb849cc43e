import { providerName } from '../read/trust-policy/request.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { issuerOf, refusalEvidence, roleRefusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

interface Rejected {
  readonly audience: string;
  readonly provider: string;
  readonly account: string;
  readonly usual: string;
}

/** The provider is there, and does not accept tokens made for this audience. */
export const oidcAudienceRejected = entry<Rejected>({
  id: 'oidc-audience-rejected',
  severity: 'error',
  phases: ['role'],
  when: 'the OIDC provider in IAM does not list the token’s audience',
  exceptions: 'None.',
  references: [DOCS.oidcProvider],
  detect(evidence) {
    const refusal = roleRefusalOf(evidence);
    if (refusal?.kind !== 'audience') return undefined;
    const { role } = refusal;
    const { account, partition } = role.role;
    const audience = role.claims?.aud[0] ?? evidence.settings.audience;
    const usual = partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
    return { audience, provider: providerName(issuerOf(role)), account, usual };
  },
  describe({ audience, provider, account, usual }, evidence) {
    const add = `In IAM of account ${account} (Identity providers → ${quoted(provider)} → Audiences), add ${quoted(audience)}.`;
    const ask = `In this step, and where the deployment assumes the role, set \`audience\` to one that is listed there: ${quoted(usual)} is the usual one.`;
    return {
      title: 'The OIDC provider does not list the token’s audience',
      explanation:
        'AWS refuses the token, because it was made for an audience that the identity provider in IAM does not accept.',
      evidence: [
        `the token’s \`aud\` is ${quoted(audience)}${audience === evidence.settings.audience ? ', as `audience` of this step asks' : ''}`,
        `the provider is ${quoted(provider)} in account ${account}`,
        ...refusalEvidence(evidence),
      ],
      fix: audience === usual ? [add, ask] : [ask, add],
      docs: DOCS.oidcProvider,
    };
  },
  subject: () => ({ kind: 'input', name: 'audience' }),
  change: ({ audience, usual }) =>
    audience === usual ? undefined : { kind: 'set-input', name: 'audience', value: usual },
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'oidc-audience-rejected': true;
  }
}
