import type { AttachedPolicy } from '../simulator/policy.ts';
import { addRole, type RoleOptions } from '../simulator/role-builders.ts';
import type { Simulator } from '../simulator/server.ts';
import { environment } from './credentials.ts';
import { session } from './principals.ts';
import { policy } from './roles.ts';
import type { Arranged } from './scenario.ts';

/** What a job with the endpoints of the simulator has. */
export function endpoints({ iam, s3 }: Simulator): Record<string, string> {
  return { AWS_ENDPOINT_URL_IAM: iam.url, AWS_ENDPOINT_URL_S3: s3.url };
}

/** A session of the role `deploy` that has these policies, and what the step is asked to look for. */
export function deploying(
  simulator: Simulator,
  inputs: Readonly<Record<string, string>>,
  role: Partial<RoleOptions> & { readonly policies?: readonly AttachedPolicy[] } = {},
): Arranged & { readonly env: Record<string, string> } {
  const added = addRole(simulator.world, { trustPolicy: policy(), ...role });
  const credentials = session(simulator, { role: added });
  return { env: { ...environment(credentials), ...endpoints(simulator) }, inputs };
}
