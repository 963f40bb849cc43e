import { accessKeyCompromised } from './access-key-compromised.ts';
import type { CatalogueEntry } from './diagnosis.ts';
import { permissionDenied } from './permission-denied.ts';
import { permissionUnknown } from './permission-unknown.ts';
import { targetAccountMismatch } from './target-account-mismatch.ts';
import { targetNotFound } from './target-not-found.ts';
import { targetPartitionMismatch } from './target-partition-mismatch.ts';
import { targetRegionMismatch } from './target-region-mismatch.ts';

/** What is said of targets and permissions; it loads only where one of them is asked for. */
export const BEYOND: readonly CatalogueEntry[] = [
  accessKeyCompromised,
  targetPartitionMismatch,
  targetAccountMismatch,
  targetRegionMismatch,
  targetNotFound,
  permissionDenied,
  permissionUnknown,
];
