import { GITHUB_ISSUER } from '../simulator/github-claims.ts';
import type { TrustPolicy } from '../simulator/trust.ts';

const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${new URL(GITHUB_ISSUER).host}`;

/** Trusts any job that GitHub issued a token for AWS. */
export const WEB_TRUST: TrustPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: PROVIDER },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${new URL(GITHUB_ISSUER).host}:aud`]: 'sts.amazonaws.com' } },
    },
  ],
};

/** Trusts everybody in its own account who may call AssumeRole. */
export const ACCOUNT_TRUST: TrustPolicy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' }],
};
