import type { Identity } from '../../model/evidence.ts';
import type { Evidence } from '../diagnosis.ts';
import { quoted } from './wording.ts';

/** Who the expectations are about: the role where one was proved, else the checked credentials. */
export function identitiesOf({ answer, role }: Evidence): readonly Identity[] {
  if (role !== undefined) return role.identity === undefined ? [] : [role.identity];
  return answer?.kind === 'accepted' ? [answer.identity] : [];
}

/** Whose identity it is, for the sentences that name it. */
export function whose({ role }: Evidence, identity: Identity): 'role' | 'credentials' {
  return role?.identity === identity ? 'role' : 'credentials';
}

export function told(evidence: Evidence, identity: Identity): string {
  return `STS says that ${whose(evidence, identity) === 'role' ? 'the role’s session is' : 'they are'} ${quoted(identity.arn)}`;
}
