import type { Environment, Host } from './environment.ts';
import type { SharedConfig } from './shared-config.ts';
import type { StsAccess } from './sts-role.ts';

/** What the sources read from and ask. */
export interface World {
  readonly env: Environment;
  readonly host: Host;
  readonly config: SharedConfig;
  readonly sts: StsAccess;
  readonly deadline: AbortSignal;
}
