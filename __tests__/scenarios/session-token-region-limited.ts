import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const LIMITED = {
  verdict: 'bad',
  diagnoses: ['session-token-region-limited'],
  status: 1,
  requests: 2,
  confirmed: ['session-token-region-limited'],
  title: 'The session token is not valid in the opt-in region ap-east-1',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  ...([0x17, 0x15] as const).map((tokenType): Scenario => ({
    title: `a token of type 0x${tokenType.toString(16)} in an opt-in region`,
    arrange(simulator) {
      const credentials = session(simulator, { tokenType });
      simulator.world.accounts.get('123456789012')?.optInRegions.add('ap-east-1');
      return { env: environment(credentials, { AWS_REGION: 'ap-east-1' }) };
    },
    expect: LIMITED,
  })),
];
