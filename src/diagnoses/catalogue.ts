import { accessDenied } from './access-denied.ts';
import { accessKeyIdMalformed } from './access-key-id-malformed.ts';
import { accessKeyRejected } from './access-key-rejected.ts';
import { ambiguousSources } from './ambiguous-sources.ts';
import { clockSkew } from './clock-skew.ts';
import type { CatalogueEntry } from './diagnosis.ts';
import { accountNotAllowed, identityUnexpected, longTermCredentials, rootCredentials } from './expectations.ts';
import { incompleteCredentials } from './incomplete-credentials.ts';
import { expiresTooSoon, expiryUnknown } from './lifetime.ts';
import { noCredentials, secretsWithheld } from './no-credentials.ts';
import { oidcPermissionMissing } from './oidc-permission-missing.ts';
import { oidcAudienceRejected, oidcProviderMissing } from './oidc-provider.ts';
import { oidcTokenUnavailable } from './oidc-token-unavailable.ts';
import { oidcTrustDenied } from './oidc-trust-denied.ts';
import { partitionMismatch } from './partition-mismatch.ts';
import { regionDisabled, regionPerhapsDisabled } from './region-disabled.ts';
import { regionInvalid } from './region-invalid.ts';
import { roleArnInvalid } from './role-arn-invalid.ts';
import { roleAssumptionDenied } from './role-assumption-denied.ts';
import { secretAccessKeyMalformed } from './secret-access-key-malformed.ts';
import { secretAccessKeyRejected } from './secret-access-key-rejected.ts';
import { sessionTokenExpired } from './session-token-expired.ts';
import { sessionTokenMalformed } from './session-token-malformed.ts';
import { sessionTokenMismatched } from './session-token-mismatched.ts';
import { sessionTokenMissing } from './session-token-missing.ts';
import { sessionTokenRegionLimited } from './session-token-region-limited.ts';
import { sessionTokenStale } from './session-token-stale.ts';
import {
  credentialProcessFailed,
  credentialsFileInvalid,
  profileNotFound,
  sourceUnavailable,
} from './source-problems.ts';
import { strayCharacters } from './stray-characters.ts';
import { customEndpoint, regionMissing } from './surroundings.ts';
import { swappedKeys } from './swapped-keys.ts';
import { stsUnrecognised } from './sts-unrecognised.ts';
import { stsThrottled, stsUnavailable, stsUnreachable } from './unanswered.ts';
import { unresolvedPlaceholder } from './unresolved-placeholder.ts';

/** Every fault there is, in the order in which they are looked for: what hides another comes before it. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  secretsWithheld,
  oidcPermissionMissing,
  profileNotFound,
  credentialsFileInvalid,
  credentialProcessFailed,
  sourceUnavailable,
  noCredentials,
  incompleteCredentials,
  swappedKeys,
  unresolvedPlaceholder,
  strayCharacters,
  accessKeyIdMalformed,
  regionInvalid,
  clockSkew,
  sessionTokenMissing,
  sessionTokenStale,
  sessionTokenMalformed,
  sessionTokenMismatched,
  sessionTokenExpired,
  partitionMismatch,
  sessionTokenRegionLimited,
  regionDisabled,
  regionPerhapsDisabled,
  accessKeyRejected,
  secretAccessKeyMalformed,
  secretAccessKeyRejected,
  accessDenied,
  roleArnInvalid,
  oidcProviderMissing,
  oidcAudienceRejected,
  oidcTrustDenied,
  roleAssumptionDenied,
  oidcTokenUnavailable,
  stsUnrecognised,
  stsUnreachable,
  stsThrottled,
  stsUnavailable,
  accountNotAllowed,
  identityUnexpected,
  expiresTooSoon,
  expiryUnknown,
  ambiguousSources,
  customEndpoint,
  regionMissing,
  rootCredentials,
  longTermCredentials,
];
