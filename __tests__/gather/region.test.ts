import { describe, expect, it, test } from '@jest/globals';
import type { Environment } from '../../src/model/environment.ts';
import { Home, gatherIn, told } from './surroundings.ts';

const CONFIG = `[default]
region = eu-south-1
endpoint_url = http://profile.example
use_fips_endpoint = true
ca_bundle = /etc/ca.pem
[profile s]
services = local
[services local]
sts =
  endpoint_url = http://services.example
[profile i]
ignore_configured_endpoint_urls = true
endpoint_url = http://profile.example
`;

describe('region', () => {
  test.each<[string, Environment, string | undefined, string, string, string | undefined]>([
    ['the input', { AWS_REGION: 'eu-west-1' }, 'us-east-2', 'us-east-2', 'the input aws-region', 'AWS_REGION'],
    [
      'AWS_REGION',
      { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' },
      undefined,
      'eu-west-1',
      'AWS_REGION',
      undefined,
    ],
    [
      'AWS_REGION against AWS_DEFAULT_REGION',
      { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' },
      undefined,
      'eu-west-1',
      'AWS_REGION',
      'AWS_DEFAULT_REGION',
    ],
    [
      'AWS_DEFAULT_REGION when the other is empty',
      { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-2' },
      undefined,
      'eu-west-2',
      'AWS_DEFAULT_REGION',
      undefined,
    ],
    ['the profile', {}, undefined, 'eu-south-1', 'region of [default] in ~/.aws/config', undefined],
  ])('%s', async (_name, env, region, value, from, disagreeing) => {
    using home = new Home({ '.aws/config': CONFIG });
    const gathered = await gatherIn(home, env, { region });
    expect(told(gathered.region)).toMatchObject({ value, from });
    expect(told(gathered.region?.disagreeing?.from)).toBe(disagreeing);
  });

  it('may be nowhere', async () => {
    using home = new Home();
    expect((await gatherIn(home)).region).toBeUndefined();
  });
});

describe('endpoint', () => {
  const STS = { AWS_ENDPOINT_URL_STS: 'http://sts.example' };
  const ALL = { AWS_ENDPOINT_URL: 'http://all.example' };
  test.each<[string, Environment, string | undefined]>([
    ['AWS_ENDPOINT_URL_STS', { ...STS, ...ALL }, 'AWS_ENDPOINT_URL_STS'],
    ['AWS_ENDPOINT_URL', ALL, 'AWS_ENDPOINT_URL'],
    ['the profile', {}, 'endpoint_url of [default] in ~/.aws/config'],
    ['the services section', { AWS_PROFILE: 's' }, 'endpoint_url of sts of [services local] in ~/.aws/config'],
    ['ignored by variable', { ...STS, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, undefined],
    ['ignored by profile', { ...STS, AWS_PROFILE: 'i' }, undefined],
  ])('%s', async (_name, env, from) => {
    using home = new Home({ '.aws/config': CONFIG });
    expect(told((await gatherIn(home, env)).endpoint?.from)).toBe(from);
  });
});

test.each<[Environment, boolean, boolean]>([
  [{}, true, false],
  [{ AWS_USE_FIPS_ENDPOINT: 'false', AWS_USE_DUALSTACK_ENDPOINT: 'TRUE' }, false, true],
])('FIPS and dual stack with %j', async (env, fips, dualStack) => {
  using home = new Home({ '.aws/config': CONFIG });
  expect(await gatherIn(home, env)).toMatchObject({ fips, dualStack });
});

test('network: both cases of the proxy variables, and the root certificates', async () => {
  using home = new Home({ '.aws/config': CONFIG });
  const { network } = await gatherIn(home, {
    https_proxy: 'http://proxy:1',
    NO_PROXY: '',
    HTTP_PROXY: 'http://other:2',
  });
  expect(Object.keys(network.proxyVariables).sort()).toEqual(['HTTP_PROXY', 'https_proxy']);
  expect(told(network.caBundle)).toEqual({ value: '/etc/ca.pem', from: 'ca_bundle of [default] in ~/.aws/config' });
});
