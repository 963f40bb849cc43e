import type { RoleEvidence, RoleFault } from '../../model/role-evidence.ts';
import type { Evidence } from '../diagnosis.ts';
import { refusalEvidence } from './refusal.ts';

/** What STS refused of the request for the role. */
export function roleFaultOf(
  { role }: Evidence,
  kind: RoleFault['kind'],
): (RoleFault & { readonly role: RoleEvidence }) | undefined {
  const fault = role?.faults.find((one) => one.kind === kind);
  return role && fault && { ...fault, role };
}

/** STS's refusal as a line of evidence. */
export function roleFaultEvidence(evidence: Evidence, kind: RoleFault['kind']): readonly string[] {
  const fault = roleFaultOf(evidence, kind);
  return fault === undefined ? [] : refusalEvidence({ ...evidence, answer: fault.refusal });
}
