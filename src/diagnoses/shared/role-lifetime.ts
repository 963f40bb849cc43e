import type { Evidence } from '../diagnosis.ts';

/** "Role chaining limits your AWS CLI or AWS API role session to a maximum of one hour" (IAM User Guide). */
const LONGEST_CHAINED = 3600;
/** The most that a role's maximum session duration can be set to, and what it is where nobody set it (IAM User Guide). */
const LONGEST_ROLE_SESSION = 43_200;
export const USUAL_ROLE_SESSION = 3600;

/** Whether the role is assumed from another role’s session. */
function isChained({ role }: Evidence): boolean {
  return role?.path === 'chained' && role.chainedFrom?.principalType === 'assumed-role';
}

/** What ends a role's session at the latest. */
export interface RoleLimit {
  readonly because: 'chaining' | 'role';
  readonly seconds: number;
}

/** The longest session that the proved role can have, where `min-remaining` asks for more. */
export function roleLimit(evidence: Evidence, wanted: number): RoleLimit | undefined {
  const chained = isChained(evidence);
  const seconds = chained ? LONGEST_CHAINED : LONGEST_ROLE_SESSION;
  return wanted <= seconds ? undefined : { because: chained ? 'chaining' : 'role', seconds };
}
