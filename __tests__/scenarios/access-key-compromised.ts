import { allowing, QUARANTINE } from '../../simulator/policy.ts';
import { endpoints } from '../../testing/beyond.ts';
import { environment } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import type { Scenario } from '../../testing/scenario.ts';

/** AWS found the key in public, and its quarantine policy denies what the job needs. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'the quarantine policy denies a required action',
    arrange(simulator) {
      const credentials = user(simulator, { policies: [allowing('AdministratorAccess', ['*']), QUARANTINE] });
      return {
        env: { ...environment(credentials), ...endpoints(simulator) },
        inputs: { 'required-actions': 'ec2:RunInstances\ns3:GetObject arn:aws:s3:::releases/*' },
      };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['access-key-compromised'],
      status: 1,
      requests: 1,
      title: 'AWS has quarantined this access key: it leaked',
      message: [/deactivate the key at once/, /Do not detach the policy/],
    },
  },
];
