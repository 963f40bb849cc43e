import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { addUser } from '../../simulator/builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { readSettings } from '../../src/inputs/read-settings.ts';
import { check, variablesOf } from '../chaos/check.ts';

describe('sts-endpoint', () => {
  const taken = (endpoint: string): boolean =>
    readSettings((name) => (name === 'sts-endpoint' ? endpoint : '')).problems === undefined;

  test.each([
    'http://localhost:4566',
    'http://LOCALHOST',
    'http://sts.localhost:4566',
    'http://127.0.0.1',
    'http://127.9.9.9:1',
    'http://[::1]:4566',
    'http://localstack:4566',
    'http://10.0.0.1',
    'http://172.16.0.1',
    'http://172.31.255.255',
    'http://192.168.1.1',
    'http://169.254.1.1',
    'http://[fd00::1]',
    'http://[fe80::1]',
    'https://sts.eu-west-1.amazonaws.com',
    'https://example.com/path',
    'https://203.0.113.1',
    'http://0x7f000001',
    'http://2130706433',
  ])('takes %s', (endpoint) => {
    expect(taken(endpoint)).toBe(true);
  });

  test.each([
    'http://sts.amazonaws.com',
    'http://example.com',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://172.15.0.1',
    'http://11.0.0.1',
    'http://192.169.0.1',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://[2001:db8::1]',
    'http://[::ffff:8.8.8.8]',
    'http://10.0.0.1.nip.io',
    'http://1.1',
    'http://0x08080808',
    'http://localhost@example.com',
    'http://example.com#localhost',
    'http://notlocalhost.com',
    'ftp://localhost',
    'javascript:alert(1)',
    'localhost:4566',
    'https://user:password@example.com',
    'https://example.com/?token=x',
    'http://',
    '//localhost',
    'http:',
    'file:///etc/passwd',
    'https://exa mple.com',
  ])('refuses %s', (endpoint) => {
    expect(taken(endpoint)).toBe(false);
  });

  test.each([
    'https://user:canarypassword@example.com',
    'https://user:canary/password@example.com',
    'https:user:canarypassword@example.com',
    'https://canarypassword@example.com',
    'user:canarypassword@example.com',
    'https://user:canarypassword@exa mple',
    'https://example.com/?t=canarypassword',
    'https://example.com/#canarypassword',
    'HTTPS://user:p@canarypassword@example.com',
    'http://user:canarypassword@8.8.8.8',
  ])('never shows the login in %s', (endpoint) => {
    const { problems } = readSettings((name) => (name === 'sts-endpoint' ? endpoint : ''));
    expect(JSON.stringify(problems)).not.toMatch(/canary|password@/);
    expect(problems).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  let simulator: Simulator;
  let good: Record<string, string>;
  beforeAll(async () => {
    simulator = await startSimulator();
    good = variablesOf(addUser(simulator.world));
  });
  afterAll(() => simulator.stop());
  const found = async (env: Record<string, string>, inputs: Record<string, string> = {}) => {
    const { report } = await check({ ...good, ...env }, { timeout: '1s', ...inputs });
    return {
      verdict: report.verdict,
      warned: report.findings.some(({ id }) => id === 'custom-endpoint'),
      report: JSON.stringify(report),
    };
  };

  it('on loopback by input is nobody’s worry', async () => {
    expect(await found({}, { 'sts-endpoint': simulator.url })).toMatchObject({ verdict: 'ok', warned: false });
  });

  test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS'])('from %s is always warned of', async (name) => {
    expect(await found({ [name]: simulator.url })).toMatchObject({ verdict: 'ok', warned: true });
  });

  it('never shows the login that stands in it', async () => {
    const { report, warned } = await found({
      AWS_ENDPOINT_URL: `${simulator.url.replace('//', '//canaryuser:canarypassword@')}/?canaryquery`,
    });
    expect(warned).toBe(true);
    expect(report).not.toContain('canary');
  });

  test.each(['localhost:4566', 'ftp://example.com', 'nonsense'])('that is no URL (%s) is warned of', async (value) => {
    // Nothing answers behind this proxy, so AWS itself is never asked.
    expect(await found({ AWS_ENDPOINT_URL: value, HTTPS_PROXY: 'http://127.0.0.1:9' })).toMatchObject({
      verdict: 'unknown',
      warned: true,
    });
  });

  it('of AWS itself over plain HTTP is warned of, over TLS not', async () => {
    const env = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' };
    expect(await found({ ...env, AWS_ENDPOINT_URL_STS: 'http://sts.eu-west-1.amazonaws.com' })).toMatchObject({
      warned: true,
    });
    expect(await found({ ...env, AWS_ENDPOINT_URL_STS: 'https://sts.eu-west-1.amazonaws.com' })).toMatchObject({
      warned: false,
    });
  });

  it('by input in a private network is warned of over plain HTTP', async () => {
    const { warned } = await found({ HTTP_PROXY: 'http://127.0.0.1:9' }, { 'sts-endpoint': 'http://localstack:4566' });
    expect(warned).toBe(true);
  });
});
