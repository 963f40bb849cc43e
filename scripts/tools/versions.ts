/**
 * The tools that the tables in `src/tools/` are held against, each at the version that was measured. The weekly workflow
 * takes the newest of each instead, so that a tool that behaves otherwise shows up as a failing row.
 */
export const VERSIONS = {
  /** Version of Debian's package `awscli`, which is version 2 of the AWS CLI. PyPI has version 1 only. */
  awsCli2: '2.38.1-1',
  /** Version 1 of the AWS CLI, from PyPI; it reads what boto3 reads. */
  awsCli1: '1.46.3',
  boto3: '1.44.8',
  credentialProviderNode: '3.972.98',
  clientSts: '3.1174.0',
  goConfig: 'v1.33.18',
  goSts: 'v1.52.0',
} as const;

export type Versions = Readonly<Record<keyof typeof VERSIONS, string>>;

/** What installers take for the newest version. */
export const NEWEST: Versions = {
  awsCli2: 'newest',
  awsCli1: 'newest',
  boto3: 'newest',
  credentialProviderNode: 'latest',
  clientSts: 'latest',
  goConfig: 'latest',
  goSts: 'latest',
};
