import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const USAGE = {
  verdict: 'bad',
  diagnoses: ['usage'],
  status: 1,
  requests: 0,
  outputs: { diagnosis: 'usage', 'credential-source': 'none', 'aws-region': '' },
} as const satisfies Expected;

function bad(input: string, value: string, message?: RegExp): Scenario {
  return {
    title: `${input} is ${JSON.stringify(value)}`,
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { [input]: value } }),
    expect: {
      ...USAGE,
      title: `The input ${input} has a value that cannot be used`,
      message: [message ?? new RegExp(`\`${input}\``)],
    },
  };
}

export const scenarios: readonly Scenario[] = [
  bad('timeout', 'soon', /30s|45m|duration/),
  bad('timeout', '0'),
  bad('timeout', '2h'),
  bad('max-clock-skew', 'five minutes'),
  bad('min-remaining', '45 minutes or so'),
  bad('expires-at', 'tomorrow'),
  bad('expires-at', '3600'),
  bad('allowed-account-ids', '12345'),
  bad('allowed-account-ids', ','),
  bad('allowed-account-ids', '123456789012;210987654321'),
  bad('expected-arn', 'deploy'),
  bad('sts-endpoint', 'sts.eu-west-1.amazonaws.com'),
  bad('sts-endpoint', 'http://sts.example.com'),
  bad('sts-endpoint', 'https://user:password-of-somebody@sts.example.com'),
  bad('confirm', 'yes'),
  bad('on-missing', 'ignore', /"fail", "skip"/),
  bad('fail-on', 'notice'),
  bad('on-unknown', 'ignore'),
  bad('summary', 'sometimes'),
  bad('mask-aws-account-id', '1'),
  {
    title: 'several at once',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { timeout: 'soon', 'fail-on': 'notice', 'allowed-account-ids': '1' },
    }),
    expect: { ...USAGE, title: '3 inputs have values that cannot be used' },
  },
  {
    title: 'a secret in the wrong input is not shown',
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials), inputs: { 'min-remaining': credentials.secretAccessKey } };
    },
    expect: USAGE,
  },
  {
    title: 'account IDs are masked where that is wanted',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'allowed-account-ids': '123456789012 210987654321', 'mask-aws-account-id': 'TRUE' },
    }),
    expect: { ...USAGE, absent: /\d{12}/ },
  },
  {
    title: 'a workflow command in a value',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'fail-on': 'x\n::error title=forged::not ours\r\n::add-mask::e' },
    }),
    expect: { ...USAGE, types: ['error'], absent: /^::error title=forged/m },
  },
];
