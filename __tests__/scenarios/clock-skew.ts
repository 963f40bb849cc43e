import { existsSync } from 'node:fs';
import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const REFUSED = {
  verdict: 'bad',
  diagnoses: ['clock-skew'],
  status: 1,
  requests: 2,
  confirmed: ['clock-skew'],
} as const satisfies Expected;
/** STS still takes it; other tools of the job may not. */
const FORGIVEN = { ...REFUSED, requests: 1, confirmed: [] } as const satisfies Expected;
const WARNING = { ...FORGIVEN, verdict: 'ok', status: 0 } as const satisfies Expected;

/** `seconds`: how far AWS's clock is ahead of the runner's. */
function off(
  title: string,
  seconds: number,
  expected: Expected,
  more: Partial<Record<'inputs' | 'env', Record<string, string>>> = {},
): Scenario {
  return {
    title,
    arrange(simulator) {
      simulator.setClockOffset(seconds);
      return {
        inputs: more.inputs ?? {},
        env: {
          ...environment(seconds < 86_400 ? session(simulator, { lifetime: 36_000 }) : user(simulator)),
          ...more.env,
        },
      };
    },
    expect: expected,
  };
}

const FAKETIME = '/usr/bin/faketime';
/** In continuous integration the tool must be there. */
const noFaketime = !existsSync(FAKETIME) && process.env['CI'] !== 'true';

/** A clock that is really wrong: the process's own. */
function faked(title: string, shift: string, expected: Expected): Scenario {
  return {
    title: `${title} (faketime)`,
    skip: noFaketime,
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      wrapper: [FAKETIME, '-f', shift],
    }),
    expect: expected,
  };
}

export const scenarios: readonly Scenario[] = [
  {
    ...off('behind', 2430, { ...REFUSED, title: 'The runner’s clock is 40 min 30 s behind AWS' }),
    installedNode: true,
  },
  off('ahead', -2430, { ...REFUSED, title: 'The runner’s clock is 40 min 30 s ahead of AWS' }),
  off('a day behind', 86_400 + 1830, { ...REFUSED, title: 'The runner’s clock is 1 d behind AWS' }),
  off('years behind', 10 * 365 * 86_400 + 1830, { ...REFUSED, title: 'The runner’s clock is 3650 d behind AWS' }),
  off('STS forgives it, other services do not', 450, {
    ...FORGIVEN,
    title: 'The runner’s clock is 7 min 30 s behind AWS',
    message: [/STS still accepts it/],
  }),
  off('ahead, and STS forgives it', -450, { ...FORGIVEN, title: 'The runner’s clock is 7 min 30 s ahead of AWS' }),
  off('above a quarter of what is allowed', 150, {
    ...WARNING,
    title: 'The runner’s clock is 2 min 30 s behind AWS',
    types: ['warning'],
  }),
  off('a warning that is to fail the step', 150, { ...WARNING, status: 1 }, { inputs: { 'fail-on': 'warning' } }),
  off(
    'max-clock-skew: 10s',
    30,
    { ...FORGIVEN, title: 'The runner’s clock is 30 s behind AWS' },
    { inputs: { 'max-clock-skew': '10s' } },
  ),
  off(
    'max-clock-skew: 1h does not help where STS refuses',
    2430,
    { ...REFUSED, title: 'The runner’s clock is 40 min 30 s behind AWS' },
    { inputs: { 'max-clock-skew': '1h' } },
  ),
  off(
    'a self-hosted Linux runner',
    2430,
    { ...REFUSED, message: [/timedatectl/] },
    { env: { RUNNER_ENVIRONMENT: 'self-hosted' } },
  ),
  off(
    'a self-hosted Windows runner',
    2430,
    { ...REFUSED, message: [/w32tm \/resync/] },
    { env: { RUNNER_ENVIRONMENT: 'self-hosted', RUNNER_OS: 'Windows' } },
  ),
  off(
    'a self-hosted macOS runner',
    2430,
    { ...REFUSED, message: [/sntp/] },
    { env: { RUNNER_ENVIRONMENT: 'self-hosted', RUNNER_OS: 'macOS' } },
  ),
  off('without confirmation', 2430, { ...REFUSED, requests: 1, confirmed: [] }, { inputs: { confirm: 'false' } }),
  {
    title: 'no Date header: the times in AWS’s refusal tell',
    arrange(simulator) {
      simulator.setClockOffset(2430);
      simulator.faults.standing.push({ kind: 'no-date' });
      return { env: environment(session(simulator, { lifetime: 36_000 })) };
    },
    expect: {
      ...REFUSED,
      title: 'The runner’s clock is 40 min 30 s behind AWS',
      message: [/by the times in AWS’s refusal/],
    },
  },
  {
    title: 'a proxy writes its own Date: the times in AWS’s refusal tell',
    arrange(simulator) {
      simulator.setClockOffset(2430);
      simulator.faults.standing.push({ kind: 'local-date' });
      return { env: environment(session(simulator, { lifetime: 36_000 })) };
    },
    expect: {
      ...REFUSED,
      title: 'The runner’s clock is 40 min 30 s behind AWS',
      message: [/the Date header of the answer says otherwise/],
      summary: [/-24\d\d\.\d . \d+\.\d s against AWS/],
    },
  },
  {
    title: 'AWS accepts nothing, and says nothing of the clock',
    arrange(simulator) {
      simulator.setClockOffset(450);
      return { env: environment(user(simulator, { status: 'Inactive' })) };
    },
    expect: {
      ...FORGIVEN,
      requests: 1,
      diagnoses: ['clock-skew', 'access-key-rejected'],
      message: [/^(?![\s\S]*STS still accepts it)[\s\S]*Other tools of this job/],
    },
  },
  ...[false, true].map((confirm): Scenario => ({
    title: `two minutes off do not explain that AWS does not know the key (confirm: ${confirm})`,
    arrange(simulator) {
      simulator.setClockOffset(120);
      return {
        env: environment(user(simulator, { status: 'Inactive' })),
        inputs: { confirm: String(confirm), 'on-unknown': 'warn' },
      };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['access-key-rejected', 'clock-skew'],
      status: 1,
      requests: 1,
      types: ['error', 'warning'],
    },
  })),
  {
    title: 'nor that the secret is another',
    arrange(simulator) {
      simulator.setClockOffset(-120);
      const { accessKeyId } = user(simulator);
      const secretAccessKey = 'a'.repeat(40);
      return { env: environment({ accessKeyId, secretAccessKey }), inputs: { confirm: 'false' } };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['secret-access-key-rejected', 'clock-skew'],
      status: 1,
      requests: 1,
      types: ['error', 'warning'],
    },
  },
  {
    title: 'an answer of some age, whose date is of no use',
    arrange(simulator) {
      simulator.setClockOffset(2430);
      simulator.faults.queue.push({ kind: 'age', seconds: 60 });
      simulator.faults.standing.push({ kind: 'no-date' });
      return { env: environment(session(simulator, { lifetime: 36_000 })) };
    },
    expect: { ...REFUSED, title: 'The runner’s clock is 40 min 30 s behind AWS' },
  },
  {
    title: 'STS with a window of five minutes',
    arrange(simulator) {
      simulator.setClockOffset(450);
      simulator.behaviour.pastWindowMinutes = 5;
      return { env: environment(session(simulator, { lifetime: 36_000 })) };
    },
    expect: { ...REFUSED, title: 'The runner’s clock is 7 min 30 s behind AWS' },
  },
  faked('behind', '-2430s', { ...REFUSED, title: /^The runner’s clock is (?:39|40) min(?: 30 s)? behind AWS$/ }),
  faked('ahead', '+2430s', { ...REFUSED, title: /^The runner’s clock is (?:39|40) min(?: 30 s)? ahead of AWS$/ }),
  faked('behind, and STS forgives it', '-450s', { ...FORGIVEN, title: 'The runner’s clock is 7 min 30 s behind AWS' }),
  faked('a warning', '+150s', { ...WARNING, title: 'The runner’s clock is 2 min 30 s ahead of AWS' }),
];
