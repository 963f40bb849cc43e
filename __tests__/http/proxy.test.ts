import { describe, expect, it, test } from '@jest/globals';

import { proxyFor, whyDirect, ProxySettingError } from '../../src/http/proxy.ts';

const STS = 'https://sts.eu-west-1.amazonaws.com/';
const P = 'http://proxy.corp:3128';

function chosen(url: string, env: Record<string, string>): string | undefined {
  const proxy = proxyFor(new URL(url), env);
  return proxy && `${proxy.variable} ${proxy.secure ? 'https' : 'http'}://${proxy.host}:${String(proxy.port)}`;
}

describe('the variable', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    [STS, {}, undefined],
    [STS, { HTTPS_PROXY: P }, 'HTTPS_PROXY http://proxy.corp:3128'],
    [STS, { https_proxy: P }, 'https_proxy http://proxy.corp:3128'],
    [STS, { Https_Proxy: P }, 'Https_Proxy http://proxy.corp:3128'],
    [STS, { HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:2' }, 'https_proxy http://lower:2'],
    [STS, { HTTPS_PROXY: P, https_proxy: '' }, undefined],
    [STS, { HTTPS_PROXY: '' }, undefined],
    [STS, { HTTP_PROXY: P, ALL_PROXY: P, all_proxy: P }, undefined],
    ['http://emulator:4566/', { HTTP_PROXY: P, HTTPS_PROXY: 'http://no:1' }, 'HTTP_PROXY http://proxy.corp:3128'],
    ['http://localhost:4566/', { HTTP_PROXY: P }, undefined],
    ['http://127.0.0.1:4566/', { http_proxy: P }, undefined],
    ['https://[::1]:4566/', { HTTPS_PROXY: P }, undefined],
    ['http://127.0.0.1:4566/', { http_proxy: 'http://localhost:3128' }, 'http_proxy http://localhost:3128'],
    ['http://127.0.0.1:4566/', { http_proxy: 'http://[::1]:3128' }, 'http_proxy http://::1:3128'],
  ])('for %s in %j', (url, env, expected) => {
    expect(chosen(url, env)).toBe(expected);
  });
});

describe('the value', () => {
  test.each([
    ['proxy.corp:3128', 'HTTPS_PROXY http://proxy.corp:3128'],
    ['//proxy.corp:3128', 'HTTPS_PROXY http://proxy.corp:3128'],
    ['proxy.corp', 'HTTPS_PROXY http://proxy.corp:80'],
    ['https://proxy.corp', 'HTTPS_PROXY https://proxy.corp:443'],
    ['http://[::1]:3128/', 'HTTPS_PROXY http://::1:3128'],
    ['http://user:pass@proxy.corp:3128', 'HTTPS_PROXY http://proxy.corp:3128'],
    ['user:pass@proxy.corp:3128', 'HTTPS_PROXY http://proxy.corp:3128'],
  ])('%s', (value, expected) => {
    expect(chosen(STS, { HTTPS_PROXY: value })).toBe(expected);
  });

  test.each([
    ['http://user:hunter#2@proxy.corp:3128', 'ERR_PROXY_URL'],
    ['http://', 'ERR_PROXY_URL'],
    ['http://proxy corp', 'ERR_PROXY_URL'],
    ['socks5://user:hunter2@proxy.corp:1080', 'ERR_PROXY_SCHEME'],
  ])('%s is refused, without a word of it', (value, code) => {
    const refused = (): unknown => proxyFor(new URL(STS), { HTTPS_PROXY: value });
    expect(refused).toThrow(ProxySettingError);
    expect(refused).toThrow(expect.objectContaining({ code, variable: 'HTTPS_PROXY' }));
    expect(refused).not.toThrow(/hunter|corp/);
  });
});

describe('the login', () => {
  test.each([
    ['http://proxy.corp', undefined],
    ['http://user@proxy.corp', undefined],
    ['http://user:@proxy.corp', undefined],
    ['http://user:hunter2@proxy.corp', 'user:hunter2'],
    ['http://us%40er:p%3Aw%2F@proxy.corp', 'us@er:p:w/'],
    ['http://user:100%@proxy.corp', 'user:100%'],
    ['http://user:a@b@proxy.corp', 'user:a@b'],
  ])('of %s', (value, pair) => {
    const proxy = proxyFor(new URL(STS), { HTTPS_PROXY: value });
    const header = proxy?.authorization?.reveal();
    expect(header && Buffer.from(header.replace('Basic ', ''), 'base64').toString()).toBe(pair);
  });

  it('is not printed', () => {
    expect(JSON.stringify(proxyFor(new URL(STS), { HTTPS_PROXY: 'http://user:hunter2@proxy.corp' }))).not.toMatch(
      /hunter|user|Basic/,
    );
  });
});

describe('NO_PROXY', () => {
  test.each([
    [STS, 'amazonaws.com', true],
    [STS, '.amazonaws.com', true],
    [STS, 'localhost, .AMAZONAWS.com ', true],
    [STS, 'sts.eu-west-1.amazonaws.com', true],
    [STS, 'zonaws.com', false],
    [STS, '*.amazonaws.com', false],
    [STS, '*', true],
    [STS, '*,localhost', false],
    [STS, '', false],
    [STS, ',,', false],
    [STS, '...', false],
    ['https://emulator:4566/', 'emulator', true],
    ['https://emulator:4566/', 'emulator:4566', true],
    ['https://emulator:4566/', 'emulator:4567', false],
    ['https://127.0.0.1:4566/', '127.0.0.1', true],
    ['https://10.1.2.3/', '10.0.0.0/8', false],
  ])('for %s: %j', (url, value, exempt) => {
    expect(chosen(url, { HTTPS_PROXY: P, NO_PROXY: value })).toBe(
      exempt ? undefined : 'HTTPS_PROXY http://proxy.corp:3128',
    );
  });

  it('counts in lower case first', () => {
    expect(chosen(STS, { HTTPS_PROXY: P, NO_PROXY: '*', no_proxy: 'other' })).toBeDefined();
    expect(chosen(STS, { HTTPS_PROXY: P, NO_PROXY: 'other', no_proxy: '*' })).toBeUndefined();
  });
});

describe('why no proxy is asked', () => {
  test.each<[string, Record<string, string>, unknown]>([
    [STS, {}, undefined],
    [STS, { HTTPS_PROXY: P }, undefined],
    [STS, { https_proxy: '' }, undefined],
    [STS, { https_proxy: '', HTTPS_PROXY: P }, { because: 'empty', variable: 'https_proxy', instead: 'HTTPS_PROXY' }],
    [
      STS,
      { HTTPS_PROXY: P, no_proxy: '.amazonaws.com' },
      { because: 'exempt', variable: 'no_proxy', instead: 'HTTPS_PROXY' },
    ],
    ['http://localhost/', { HTTP_PROXY: P }, { because: 'loopback', variable: 'HTTP_PROXY', instead: 'HTTP_PROXY' }],
  ])('for %s in %j', (url, env, why) => {
    expect(whyDirect(new URL(url), env)).toEqual(why);
  });
});
