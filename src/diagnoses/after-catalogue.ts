import { credentialsNotTheCause } from './credentials-not-the-cause.ts';
import { credentialsReplaced } from './credentials-replaced.ts';
import type { CatalogueEntry } from './diagnosis.ts';
import { sessionExpiredInJob } from './session-expired-in-job.ts';

/** What is said after a failed job; it loads only then. */
export const AFTER: readonly CatalogueEntry[] = [sessionExpiredInJob, credentialsReplaced, credentialsNotTheCause];
