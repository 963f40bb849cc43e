import { accessDenied } from './access-denied.ts';
import { accessKeyIdMalformed } from './access-key-id-malformed.ts';
import { accessKeyRejected } from './access-key-rejected.ts';
import { accountNotAllowed } from './account-not-allowed.ts';
import { ambiguousSources } from './ambiguous-sources.ts';
import { clockOff, clockSkew } from './clock-skew.ts';
import { credentialProcessFailed } from './credential-process-failed.ts';
import { credentialsFileInvalid } from './credentials-file-invalid.ts';
import { customEndpoint } from './custom-endpoint.ts';
import type { CatalogueEntry } from './diagnosis.ts';
import { expiresTooSoon } from './expires-too-soon.ts';
import { expiryUnknown } from './expiry-unknown.ts';
import { identityUnexpected } from './identity-unexpected.ts';
import { incompleteCredentials } from './incomplete-credentials.ts';
import { longTermCredentials } from './long-term-credentials.ts';
import { noCredentials } from './no-credentials.ts';
import { oidcAudienceRejected } from './oidc-audience-rejected.ts';
import { oidcPermissionMissing } from './oidc-permission-missing.ts';
import { oidcProviderMissing } from './oidc-provider-missing.ts';
import { oidcTokenUnavailable } from './oidc-token-unavailable.ts';
import { oidcTrustDenied } from './oidc-trust-denied.ts';
import { partitionMismatch } from './partition-mismatch.ts';
import { profileNotFound } from './profile-not-found.ts';
import { regionDisabled, regionPerhapsDisabled } from './region-disabled.ts';
import { regionInvalid } from './region-invalid.ts';
import { regionMissing } from './region-missing.ts';
import { roleArnInvalid } from './role-arn-invalid.ts';
import { roleDurationExceeded } from './role-duration-exceeded.ts';
import { sessionPolicyTooLarge } from './session-policy-too-large.ts';
import { sessionTaggingDenied } from './session-tagging-denied.ts';
import { roleAssumptionDenied } from './role-assumption-denied.ts';
import { rootCredentials } from './root-credentials.ts';
import { secretAccessKeyMalformed } from './secret-access-key-malformed.ts';
import { secretAccessKeyRejected } from './secret-access-key-rejected.ts';
import { secretsWithheld } from './secrets-withheld.ts';
import { sessionTokenExpired } from './session-token-expired.ts';
import { sessionTokenMalformed } from './session-token-malformed.ts';
import { sessionTokenMismatched } from './session-token-mismatched.ts';
import { sessionTokenMissing } from './session-token-missing.ts';
import { sessionTokenRegionLimited } from './session-token-region-limited.ts';
import { sessionTokenStale } from './session-token-stale.ts';
import { sourceUnavailable } from './source-unavailable.ts';
import { strayCharacters } from './stray-characters.ts';
import { stsThrottled } from './sts-throttled.ts';
import { stsUnavailable } from './sts-unavailable.ts';
import { stsUnreachable } from './sts-unreachable.ts';
import { stsUnrecognised } from './sts-unrecognised.ts';
import { swappedKeys } from './swapped-keys.ts';
import { toolWouldFail } from './tool-would-fail.ts';
import { unresolvedPlaceholder } from './unresolved-placeholder.ts';
import { usage } from './usage.ts';

/**
 * Every diagnosis there is, and the only list of them. Its order is the order in which faults are looked for, so what
 * hides another comes before it, and also the order in which a report names the faults of one severity.
 */
export const CATALOGUE: readonly CatalogueEntry[] = [
  usage,
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
  sessionTokenMissing,
  sessionTokenStale,
  sessionTokenMalformed,
  sessionTokenMismatched,
  sessionTokenExpired,
  partitionMismatch,
  sessionTokenRegionLimited,
  regionDisabled,
  regionPerhapsDisabled,
  clockSkew,
  clockOff,
  accessKeyRejected,
  secretAccessKeyMalformed,
  secretAccessKeyRejected,
  accessDenied,
  accountNotAllowed,
  identityUnexpected,
  expiresTooSoon,
  roleArnInvalid,
  oidcProviderMissing,
  oidcAudienceRejected,
  oidcTrustDenied,
  roleAssumptionDenied,
  roleDurationExceeded,
  sessionTaggingDenied,
  sessionPolicyTooLarge,
  oidcTokenUnavailable,
  stsUnreachable,
  stsThrottled,
  stsUnavailable,
  stsUnrecognised,
  toolWouldFail,
  ambiguousSources,
  customEndpoint,
  regionMissing,
  expiryUnknown,
  rootCredentials,
  longTermCredentials,
];
