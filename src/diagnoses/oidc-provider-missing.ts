import { providerArn, providerName } from '../read/trust-policy/request.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { WHICH_WAY } from './shared/role-denial-fixes.ts';
import { refusalEvidence } from './shared/refusal.ts';
import { issuerOf, otherAccount, roleRefusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

interface Provider {
  readonly fault: 'missing' | 'thumbprint' | 'keys';
  readonly issuer: string;
  readonly account: string;
  readonly provider: string;
  readonly arn: string;
  readonly audience: string;
}

const GITHUB = 'token.actions.githubusercontent.com';

function providerFault({ role, settings }: Evidence, fault: Provider['fault']): Provider | undefined {
  if (role === undefined) return undefined;
  const issuer = issuerOf(role);
  const provider = providerName(issuer);
  const { account, partition } = role.role;
  const audience = role.claims?.aud[0] ?? settings.audience;
  return { fault, issuer, account, provider, arn: providerArn(partition, account, provider), audience };
}

/** GitHub runs its own issuer, those of single enterprises, and those of `ghe.com`; any other server is somebody's own. */
function isOwnServer(provider: string): boolean {
  const [host = ''] = provider.split('/', 1);
  return host !== GITHUB && !host.endsWith('.ghe.com');
}

const TITLE: Readonly<Record<Provider['fault'], (account: string) => string>> = {
  missing: (account) => `Account ${account} has no OIDC provider for this issuer`,
  thumbprint: () => 'The OIDC provider’s thumbprint does not fit the issuer’s certificate',
  keys: () => 'AWS cannot fetch the keys of this GitHub Enterprise Server',
};

const EXPLANATION: Readonly<Record<Provider['fault'], string>> = {
  missing: 'AWS cannot check the job’s token, because the role’s account does not know who issued it.',
  thumbprint:
    'AWS does not trust the issuer’s server, because its certificate is signed by none that the provider lists.',
  keys: 'AWS cannot check the token’s signature, because it does not reach the issuer’s discovery document and keys.',
};

/** The role's account does not know the issuer, or cannot use what it knows of it. */
export const oidcProviderMissing = entry<Provider>({
  id: 'oidc-provider-missing',
  severity: 'error',
  phases: ['role'],
  when: 'the role’s account has no usable OIDC provider for the issuer of the job’s token',
  exceptions: 'A provider made some seconds ago may not be known everywhere yet.',
  references: [DOCS.oidcProvider],
  detect(evidence) {
    const kind = roleRefusalOf(evidence)?.kind;
    if (kind === 'no-provider') return providerFault(evidence, 'missing');
    if (kind === 'thumbprint') return providerFault(evidence, 'thumbprint');
    // On GitHub's own servers it passes by itself; a server of one's own has to be reachable from AWS.
    const keys = kind === 'verification-key' ? providerFault(evidence, 'keys') : undefined;
    return keys !== undefined && isOwnServer(keys.provider) ? keys : undefined;
  },
  describe(fault, evidence) {
    const { issuer, account, provider } = fault;
    return {
      title: TITLE[fault.fault](account),
      explanation: EXPLANATION[fault.fault],
      evidence: [
        `the token’s issuer is ${quoted(issuer)}`,
        ...(fault.fault === 'missing' && provider !== GITHUB
          ? [`that is an issuer of its own: a provider for ${quoted(`https://${GITHUB}`)} does not serve it`]
          : []),
        `the role is ${quoted(evidence.role?.role.arn ?? '')}`,
        ...(fault.fault === 'missing' ? otherAccount(evidence, account) : []),
        ...refusalEvidence(evidence),
      ],
      fix: evidence.role?.bothRefused === true ? [WHICH_WAY] : fixes(fault, otherAccount(evidence, account).length > 0),
      docs: DOCS.oidcProvider,
    };
  },
  subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});

function fixes({ fault, issuer, account, provider, arn, audience }: Provider, perhapsElsewhere: boolean): string[] {
  switch (fault) {
    case 'missing': {
      const add = `In IAM of account ${account} (Identity providers), add an OpenID Connect provider for ${quoted(issuer)} with the audience ${quoted(audience)}; its ARN will be ${quoted(arn)}.`;
      const check =
        'In this step, check the account in `role-to-assume`: the provider must be in the role’s own account.';
      return perhapsElsewhere ? [check, add] : [add, check];
    }
    case 'thumbprint':
      return [
        `In IAM of account ${account} (Identity providers → ${quoted(provider)}), replace the thumbprint by that of the certificate authority behind ${quoted(issuer)}.`,
      ];
    case 'keys':
      return [
        `On the GitHub Enterprise Server, let AWS reach ${quoted(`${issuer}/.well-known/openid-configuration`)} and the keys that it names, over public HTTPS.`,
      ];
  }
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'oidc-provider-missing': true;
  }
}
