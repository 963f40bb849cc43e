import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, test } from '@jest/globals';
import { redactOutput } from '../../src/gather/credential-process.ts';
import { Home, SECRET_KEY, SESSION_KEY_ID, gatherIn, revealed, told } from './surroundings.ts';

function answer(more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: SESSION_KEY_ID,
    SecretAccessKey: SECRET_KEY,
    SessionToken: 't',
    ...more,
  });
}

/** A home whose profile runs a script with the given lines. */
function homeRunning(script: string): Home {
  const home = new Home({ helper: script });
  home.write('.aws/config', `[profile ci]\ncredential_process = sh ${home.at('helper')} --token ${SECRET_KEY}\n`);
  return home;
}

function run(home: Home, milliseconds?: number) {
  return gatherIn(home, { AWS_PROFILE: 'ci' }, {}, milliseconds);
}

describe('credential_process', () => {
  it('gives credentials and when they end', async () => {
    using home = homeRunning(`cat <<'END'\n${answer({ Expiration: '2100-01-01T00:00:00Z' })}\nEND`);
    const gathered = await run(home);
    expect(told(gathered.problems)).toEqual([]);
    expect(told(gathered.credentials)).toMatchObject({
      source: 'process',
      location: 'credential_process of profile ci in ~/.aws/config',
    });
    expect(revealed(gathered)).toEqual([SESSION_KEY_ID, SECRET_KEY, 't']);
    expect(told(gathered.expirations)).toMatchObject([{ text: '2100-01-01T00:00:00Z' }]);
  });

  it('gets the environment that was handed in', async () => {
    using home = homeRunning(`echo '${answer()}' | sed "s/\\"t\\"/\\"$FLAVOUR\\"/"`);
    const gathered = await gatherIn(home, { AWS_PROFILE: 'ci', FLAVOUR: 'mint' });
    expect(revealed(gathered)[2]).toBe('mint');
  });

  test.each([
    ['its exit status', 'exit 3', { reason: 'exit', status: 3 }],
    ['the signal', 'kill -TERM $$', { reason: 'signal', signal: 'SIGTERM' }],
    ['a program that is not there', 'no-such-program-here', { reason: 'exit', status: 127 }],
    ['an answer that is not JSON', 'echo hello', { reason: 'not-json' }],
    ['no answer', 'true', { reason: 'not-json' }],
    ['another version', `echo '${answer({ Version: 2 })}'`, { reason: 'wrong-version' }],
    [
      'no secret',
      `echo '${answer({ SecretAccessKey: undefined })}'`,
      { reason: 'incomplete', missing: ['SecretAccessKey'] },
    ],
    [
      'expired credentials',
      `echo '${answer({ Expiration: '2020-01-01T00:00:00+00:00' })}'`,
      { reason: 'expired', expiration: '2020-01-01T00:00:00.000Z' },
    ],
    ['too much', 'head -c 3000000 /dev/zero', { reason: 'too-much-output' }],
  ])('that fails tells %s', async (_name, script, failure) => {
    using home = homeRunning(script);
    const { credentials, problems } = await run(home);
    expect(told(credentials)).toBeUndefined();
    expect(told(problems)).toMatchObject([
      {
        kind: 'credential-process-failed',
        profile: 'ci',
        where: 'credential_process of [profile ci] in ~/.aws/config',
        command: 'sh',
        failure,
      },
    ]);
  });

  it('is ended at the deadline with its children', async () => {
    using home = homeRunning('');
    home.write('helper', `(sleep 1; touch ${home.at('survived')}) &\nsleep 20`);
    const started = Date.now();
    const { problems } = await run(home, 300);
    expect(Date.now() - started).toBeLessThan(900);
    expect(told(problems)).toMatchObject([{ failure: { reason: 'time-out' } }]);
    await wait(1200);
    expect(existsSync(home.at('survived'))).toBe(false);
  });

  it('shows its standard error without secrets, and no arguments', async () => {
    using home = homeRunning(`echo "bad token $2 for ${SESSION_KEY_ID}\u001b[31m::error::x" >&2; exit 1`);
    const { problems } = await run(home);
    expect(told(problems)).toMatchObject([{ stderr: 'bad token *** for ***::error::x' }]);
    expect(JSON.stringify(problems)).not.toContain(SECRET_KEY);
  });
});

describe('redactOutput', () => {
  test.each([
    ['known secrets, however short the words', 'a:hunter2!b', ['hunter2!'], 'a:***b'],
    ['line ends', 'one\r\ntwo', [], 'one two'],
    ['plain words stay', 'AccessDeniedException: not authorised', [], 'AccessDeniedException: not authorised'],
    ['long words of letters', 'x'.repeat(40), [], '***'],
  ])('%s', (_name, text, secrets, expected) => {
    expect(redactOutput(text, secrets)).toBe(expected);
  });

  it('keeps the end of a long text', () => {
    const shown = redactOutput(`${'word '.repeat(500)}last`, []);
    expect(shown).toHaveLength(500);
    expect(shown.endsWith('last')).toBe(true);
  });
});

test('a program that leaves a child in the background has answered all the same', async () => {
  const json = '{"Version":1,"AccessKeyId":"AKIARZPUZDIKGB2VALC4","SecretAccessKey":"x"}';
  using home = new Home({ answer: json });
  using config = new Home({ '.aws/config': `[profile p]\ncredential_process = cat ${home.at('answer')}; sleep 8 &\n` });
  expect((await gatherIn(config, {}, { profile: 'p' }, 5_000)).problems).toEqual([]);
});

test('a program gets neither the tokens of the runner nor the inputs', async () => {
  using home = new Home({
    '.aws/config': `[profile p]\ncredential_process = sh -c 'env | grep -c -e ^INPUT_ -e ^ACTIONS_ >&2; exit 3'\n`,
  });
  const env = { ACTIONS_RUNTIME_TOKEN: 'a', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'b', 'INPUT_AWS-SECRET-ACCESS-KEY': 'c' };
  const { problems } = await gatherIn(home, env, { profile: 'p' });
  expect(problems).toMatchObject([{ stderr: '0' }]);
});
