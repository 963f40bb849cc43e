import { DOCS } from '../diagnoses/shared/docs.ts';
import type { DiagnosisId } from '../model/evidence.ts';
import type { Remedy } from './remedy.ts';

const REISSUE = 'In the job, run the step that makes the session again, and hand on all three of its values together.';

/** For faults of the values themselves, the clock and the region. */
export const OF_VALUES = {
  'access-key-rejected': {
    title: 'AWS does not know the access key',
    fix: 'In the IAM console, look for the key under the user’s security credentials: activate it, or make a new one and store it.',
    docs: DOCS.accessKeys,
  },
  'secret-access-key-rejected': {
    title: 'the secret access key is not this key’s',
    fix: 'In the secret store, put key ID and secret access key of one and the same key again, both.',
    docs: DOCS.signatures,
  },
  'session-token-missing': {
    title: 'the session token is missing',
    fix: 'In the step, set `AWS_SESSION_TOKEN` beside the two other values of the same session.',
    docs: DOCS.temporaryCredentials,
  },
  'session-token-expired': {
    title: 'the AWS session has expired',
    fix: 'In the job, run the step that makes the session again right before the deployment, or raise its `role-duration-seconds`.',
    docs: DOCS.roleDuration,
  },
  'clock-skew': {
    title: 'the clock of the runner is off',
    fix: 'On a self-hosted runner, let a time service set the clock; on a GitHub-hosted one, run the job again.',
    docs: DOCS.ntp,
  },
  'region-invalid': {
    title: 'the region is not one',
    fix: 'In the workflow, put the name of a region, such as `eu-west-1`.',
    docs: DOCS.regions,
  },
  'region-missing': {
    title: 'no region is set',
    fix: 'In the workflow, set `aws-region` or `AWS_REGION`.',
    docs: DOCS.regions,
  },
  'region-disabled': {
    title: 'the region is not enabled for the account',
    fix: 'In the account settings, enable the region, or activate STS in it; or use another region.',
    docs: DOCS.stsRegions,
  },
  'session-token-region-limited': {
    title: 'the session token is not valid in this region',
    fix: 'In the step that makes the session, use the regional STS endpoint.',
    docs: DOCS.stsRegions,
  },
  'partition-mismatch': {
    title: 'the credentials belong to another partition',
    fix: 'In the workflow, use a region of the partition that the credentials belong to.',
    docs: DOCS.partitions,
  },
  'stray-characters': {
    title: 'a character too many stands in a credential',
    fix: 'In the secret store, put the value again, without a line end, a space or quotes around it.',
    docs: DOCS.signatures,
  },
  'swapped-keys': {
    title: 'key ID and secret access key are swapped',
    fix: 'In the secret store, swap the two values, and make a new key: the secret may be in a log by now.',
    docs: DOCS.signatures,
  },
  'access-key-id-malformed': {
    title: 'the access key ID is none',
    fix: 'In the secret store, put the access key ID: 20 characters that begin with `AKIA` or `ASIA`.',
    docs: DOCS.identifiers,
  },
  'session-token-stale': {
    title: 'a session token is left over beside a long-term key',
    fix: "In the step that sets the key, add `AWS_SESSION_TOKEN: ''`, which clears what an earlier step exported.",
    docs: DOCS.temporaryCredentials,
  },
  'session-token-mismatched': {
    title: 'key and session token come from different sessions',
    fix: REISSUE,
    docs: DOCS.temporaryCredentials,
  },
  'session-token-malformed': {
    title: 'the session token was cut off or altered',
    fix: 'In the secret store, or in the script that hands it on, put the session token again, from its first character to its last.',
    docs: DOCS.temporaryCredentials,
  },
  'secret-access-key-malformed': {
    title: 'the secret access key is not whole',
    fix: 'In the secret store, put the secret access key again, all 40 characters of it.',
    docs: DOCS.accessKeys,
  },
  'unresolved-placeholder': {
    title: 'a placeholder stands where a value belongs',
    fix: 'In the workflow, put the expression that reads the secret, such as `${{ secrets.AWS_ACCESS_KEY_ID }}`, and check its name.',
    docs: DOCS.secrets,
  },
} as const satisfies Readonly<Partial<Record<DiagnosisId, Remedy>>>;
