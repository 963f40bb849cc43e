/** Makes the table of partitions and regions from the partition data that the AWS SDK ships. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const DATA = 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';

/**
 * Regions launched before 20 March 2019 are enabled by default, all others of the partition `aws` are opt-in.
 * Source: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html, read on 2026-11-21.
 */
const ENABLED_BY_DEFAULT = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

interface SdkPartition {
  readonly id: string;
  readonly outputs: {
    readonly dnsSuffix: string;
    readonly dualStackDnsSuffix: string;
    readonly implicitGlobalRegion: string;
  };
  readonly regionRegex: string;
  readonly regions: Readonly<Record<string, unknown>>;
}

interface SdkData {
  readonly partitionsInfo: { readonly partitions: readonly SdkPartition[]; readonly version: string };
}

function row({ id, outputs, regionRegex, regions }: SdkPartition): object {
  const names = Object.keys(regions).sort();
  const real = names.filter((name) => !name.endsWith('-global'));
  return {
    id,
    dnsSuffix: outputs.dnsSuffix,
    dualStackDnsSuffix: outputs.dualStackDnsSuffix,
    defaultRegion: outputs.implicitGlobalRegion,
    regionRegex,
    regions: real,
    optIn: id === 'aws' ? real.filter((name) => !ENABLED_BY_DEFAULT.has(name)) : [],
    pseudoRegions: names.filter((name) => name.endsWith('-global')),
  };
}

/** Text of src/read/partitions.generated.ts. Throws where the SDK no longer ships the data in this place or form. */
export async function partitionsModule(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@aws-sdk/core/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string };
  const { partitionsInfo } = (await import(new URL(DATA, pathToFileURL(manifest)).href)) as SdkData;
  const rows = partitionsInfo.partitions.map(row);
  const missing = [...ENABLED_BY_DEFAULT].filter((name) => !JSON.stringify(rows).includes(`"${name}"`));
  if (rows.length === 0 || missing.length > 0) {
    throw new Error(`the partition data of @aws-sdk/core ${version} lacks regions: ${missing.join(', ')}`);
  }
  return `// Written by scripts/generate/partitions.ts: do not edit.
// Source: partition data (version ${partitionsInfo.version}) of @aws-sdk/core ${version}, and the default regions of
// https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html as of 2026-11-21.

export interface Partition {
  readonly id: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly defaultRegion: string;
  readonly regionRegex: string;
  readonly regions: readonly string[];
  /** Regions that an account has to enable first. */
  readonly optIn: readonly string[];
  /** Names that stand for no region, such as aws-global. */
  readonly pseudoRegions: readonly string[];
}

export const PARTITIONS: readonly Partition[] = ${JSON.stringify(rows, null, 2)};
`;
}
