/**
 * What a job may hold when it comes to its next step. `{A.id}`, `{A.secret}`, `{S.token}` and the like stand for keys of
 * the simulator's world; `{HOME}` for the home directory.
 *
 * A, B, C: keys of users. S, T: sessions. X: a session that has ended.
 */
export interface Situation {
  readonly name: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** By path below the home directory. `null`: a folder of that name. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** An ordinary job: every tool works, and nothing is to be warned of. */
  readonly healthy?: true;
  /** What else is there. */
  readonly machine?: 'container' | 'instance';
}

const A = { AWS_ACCESS_KEY_ID: '{A.id}', AWS_SECRET_ACCESS_KEY: '{A.secret}' };
const S = {
  AWS_ACCESS_KEY_ID: '{S.id}',
  AWS_SECRET_ACCESS_KEY: '{S.secret}',
  AWS_SESSION_TOKEN: '{S.token}',
};
const keys = (heading: string, name = 'A', more = ''): string =>
  `[${heading}]\naws_access_key_id = {${name}.id}\naws_secret_access_key = {${name}.secret}\n${more}`;
const session = (heading: string, name = 'S', more = ''): string =>
  keys(heading, name, `aws_session_token = {${name}.token}\n${more}`);
const CREDENTIALS = '.aws/credentials';
const CONFIG = '.aws/config';
const ROLE = 'arn:aws:iam::123456789012:role/Deploy';
const WEB_ROLE = 'arn:aws:iam::123456789012:role/Web';
const output = (more: object = {}): string =>
  JSON.stringify({ Version: 1, AccessKeyId: '{A.id}', SecretAccessKey: '{A.secret}', ...more });
const script = (body: string): string => `#!/bin/sh\n${body}\n`;
const print = (text: string): string => script(`cat <<'END'\n${text}\nEND`);
const later = '{LATER}';
const process = (more: object = {}): Readonly<Record<string, string>> => ({
  [CONFIG]: '[default]\ncredential_process = {HOME}/p.sh\n',
  'p.sh': print(output(more)),
});

const HEALTHY: readonly Omit<Situation, 'healthy'>[] = [
  { name: 'keys in the variables', env: A },
  { name: 'a session in the variables, as configure-aws-credentials leaves it', env: S },
  { name: 'a session and an empty AWS_SECURITY_TOKEN', env: { ...S, AWS_SECURITY_TOKEN: '' } },
  { name: 'a session, its end told', env: { ...S, AWS_CREDENTIAL_EXPIRATION: later } },
  { name: 'keys and an empty session token', env: { ...A, AWS_SESSION_TOKEN: '' } },
  {
    name: 'keys beside a config file with a region',
    env: A,
    files: { [CONFIG]: '[default]\nregion = eu-west-1\noutput = json\n' },
  },
  {
    name: 'keys beside a config file with two profiles',
    env: A,
    files: { [CONFIG]: '[default]\nregion = eu-west-1\n\n[profile prod]\nregion = us-east-1\n' },
  },
  { name: 'keys beside other keys in the default profile', env: A, files: { [CREDENTIALS]: keys('default', 'A') } },
  { name: 'the default profile', files: { [CREDENTIALS]: keys('default') } },
  { name: 'the default profile with a session', files: { [CREDENTIALS]: session('default') } },
  { name: 'the default profile, its keys in the config file', files: { [CONFIG]: keys('default') } },
  {
    name: 'the default profile in both files',
    files: { [CREDENTIALS]: keys('default'), [CONFIG]: '[default]\nregion = eu-west-1\n' },
  },
  { name: 'a profile that AWS_PROFILE names', env: { AWS_PROFILE: 'prod' }, files: { [CREDENTIALS]: session('prod') } },
  {
    name: 'a profile of the config file that AWS_PROFILE names',
    env: { AWS_PROFILE: 'prod' },
    files: { [CONFIG]: keys('profile prod', 'A', 'region = eu-west-1\n') },
  },
  {
    name: 'a profile in both files',
    env: { AWS_PROFILE: 'prod' },
    files: { [CONFIG]: '[profile prod]\nregion = eu-west-1\n', [CREDENTIALS]: keys('prod') },
  },
  {
    name: 'a profile with a hyphen and a dot',
    env: { AWS_PROFILE: 'my-team.prod' },
    files: { [CREDENTIALS]: keys('my-team.prod') },
  },
  {
    name: 'both profile variables name the same',
    env: { AWS_PROFILE: 'prod', AWS_DEFAULT_PROFILE: 'prod' },
    files: { [CREDENTIALS]: keys('prod') },
  },
  { name: 'comments and blank lines', files: { [CREDENTIALS]: `# mine\n\n; yours\n${keys('default')}\n# end\n` } },
  {
    name: 'no spaces around =',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id={A.id}\naws_secret_access_key={A.secret}\n' },
  },
  { name: 'Windows line ends', files: { [CREDENTIALS]: keys('default').replaceAll('\n', '\r\n') } },
  { name: 'no line end at the end', files: { [CREDENTIALS]: keys('default').trimEnd() } },
  {
    name: 's3 settings below',
    files: {
      [CREDENTIALS]: keys('default'),
      [CONFIG]: '[default]\nregion = eu-west-1\ns3 =\n    max_concurrent_requests = 20\n    addressing_style = path\n',
    },
  },
  {
    name: 'files elsewhere',
    env: { AWS_SHARED_CREDENTIALS_FILE: '{HOME}/c', AWS_CONFIG_FILE: '{HOME}/d' },
    files: { c: keys('default'), d: '[default]\nregion = eu-west-1\n' },
  },
  { name: 'a credential process', files: process() },
  { name: 'a credential process with an end', files: process({ Expiration: later }) },
  {
    name: 'a credential process with arguments',
    files: { [CONFIG]: '[default]\ncredential_process = {HOME}/p.sh --role "a b" \'c\'\n', 'p.sh': print(output()) },
  },
  {
    name: 'a role from a source profile',
    env: { AWS_PROFILE: 'deploy' },
    files: {
      [CONFIG]: `[profile base]\nregion = eu-west-1\n\n[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = base\n`,
      [CREDENTIALS]: keys('base'),
    },
  },
  {
    name: 'a role from the default profile',
    env: { AWS_PROFILE: 'deploy' },
    files: {
      [CONFIG]: `[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = default\nrole_session_name = ci\nduration_seconds = 1800\n`,
      [CREDENTIALS]: keys('default'),
    },
  },
  {
    name: 'a role from itself',
    env: { AWS_PROFILE: 'deploy' },
    files: {
      [CONFIG]: `[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = deploy\n`,
      [CREDENTIALS]: keys('deploy'),
    },
  },
  {
    name: 'web identity in the variables',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE, AWS_ROLE_SESSION_NAME: 'ci' },
    files: { token: '{JWT}' },
  },
  {
    name: 'web identity in the default profile',
    files: {
      [CONFIG]: `[default]\nrole_arn = ${WEB_ROLE}\nweb_identity_token_file = {HOME}/token\nrole_session_name = ci\n`,
      token: '{JWT}',
    },
  },
  { name: 'a container endpoint', machine: 'container' },
  { name: 'the instance', machine: 'instance' },
  { name: 'keys beside a container endpoint that is not asked', env: A, machine: 'container' },
  { name: 'keys and the retry settings', env: { ...A, AWS_MAX_ATTEMPTS: '5', AWS_RETRY_MODE: 'standard' } },
  { name: 'keys, CI variables and a pager', env: { ...A, CI: 'true', AWS_PAGER: '', AWS_DEFAULT_OUTPUT: 'json' } },
  {
    name: 'keys and retry settings in the config file',
    env: A,
    files: { [CONFIG]: '[default]\nretry_mode = adaptive\nmax_attempts = 4\ncli_pager =\n' },
  },
  {
    name: 'keys and an empty AWS_ENDPOINT_URL_S3',
    env: { ...A, AWS_ENDPOINT_URL_S3: '', AWS_STS_REGIONAL_ENDPOINTS: 'regional' },
  },
  {
    name: 'keys beside an SSO profile that nobody names',
    env: A,
    files: {
      [CONFIG]:
        '[profile dev]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
    },
  },
  {
    name: 'a credentials file with many profiles',
    env: { AWS_PROFILE: 'three' },
    files: { [CREDENTIALS]: `${keys('one', 'B')}\n${keys('two', 'C')}\n${session('three')}` },
  },
  {
    name: 'a role whose source is the variables',
    env: { ...A, AWS_PROFILE: 'deploy' },
    files: { [CONFIG]: `[profile deploy]\nregion = eu-west-1\n`, [CREDENTIALS]: keys('deploy', 'A') },
  },
  {
    name: 'an aws_account_id beside the keys',
    files: { [CREDENTIALS]: keys('default', 'A', 'aws_account_id = 123456789012\n') },
  },
  { name: 'keys and empty role variables', env: { ...A, AWS_ROLE_ARN: '', AWS_WEB_IDENTITY_TOKEN_FILE: '' } },
  {
    name: 'the profile default, named, that is there',
    env: { AWS_PROFILE: 'default' },
    files: { [CREDENTIALS]: keys('default') },
  },
];

const ODD: readonly Situation[] = [
  // The profile's name
  { name: 'T1 an empty AWS_PROFILE beside keys', env: { ...A, AWS_PROFILE: '' } },
  { name: 'T1 an empty AWS_DEFAULT_PROFILE beside keys', env: { ...A, AWS_DEFAULT_PROFILE: '' } },
  {
    name: 'an empty AWS_DEFAULT_PROFILE beside a good AWS_PROFILE',
    env: { AWS_DEFAULT_PROFILE: '', AWS_PROFILE: 'prod' },
    files: { [CREDENTIALS]: keys('prod') },
  },
  {
    name: 'an empty AWS_PROFILE beside a good AWS_DEFAULT_PROFILE',
    env: { AWS_DEFAULT_PROFILE: 'prod', AWS_PROFILE: '' },
    files: { [CREDENTIALS]: keys('prod') },
  },
  {
    name: 'an empty AWS_PROFILE, and the default profile',
    env: { AWS_PROFILE: '' },
    files: { [CREDENTIALS]: keys('default') },
  },
  { name: 'T3 AWS_PROFILE=default, keys, no files', env: { ...A, AWS_PROFILE: 'default' } },
  { name: 'AWS_DEFAULT_PROFILE=default, keys, no files', env: { ...A, AWS_DEFAULT_PROFILE: 'default' } },
  { name: 'a missing AWS_PROFILE beside keys', env: { ...A, AWS_PROFILE: 'missing' } },
  { name: 'a missing AWS_DEFAULT_PROFILE beside keys', env: { ...A, AWS_DEFAULT_PROFILE: 'missing' } },
  {
    name: 'a missing AWS_PROFILE, nothing else',
    env: { AWS_PROFILE: 'missing' },
    files: { [CREDENTIALS]: keys('default') },
  },
  {
    name: 'two profile variables, both there',
    env: { AWS_PROFILE: 'one', AWS_DEFAULT_PROFILE: 'two' },
    files: { [CREDENTIALS]: keys('one') + keys('two', 'B') },
  },
  {
    name: 'AWS_PROFILE beside other keys in the variables',
    env: { ...A, AWS_PROFILE: 'prod' },
    files: { [CREDENTIALS]: keys('prod', 'B') },
  },
  {
    name: 'AWS_DEFAULT_PROFILE beside other keys in the variables',
    env: { ...A, AWS_DEFAULT_PROFILE: 'prod' },
    files: { [CREDENTIALS]: keys('prod', 'B') },
  },
  {
    name: 'a profile with no credentials, and keys',
    env: { ...A, AWS_PROFILE: 'prod' },
    files: { [CONFIG]: '[profile prod]\nregion = eu-west-1\n' },
  },
  { name: 'another case of the profile', env: { AWS_PROFILE: 'Prod' }, files: { [CREDENTIALS]: keys('prod') } },
  {
    name: 'AWS_PROFILE with a space at its end',
    env: { AWS_PROFILE: 'prod ' },
    files: { [CREDENTIALS]: keys('prod') },
  },
  { name: 'AWS_PROFILE null beside keys', env: { ...A, AWS_PROFILE: 'null' } },
  // Files
  { name: 'T2 a line that is none', env: A, files: { [CONFIG]: '[default]\nregion = eu-west-1\nnonsense\n' } },
  { name: 'T2 a heading twice', env: A, files: { [CONFIG]: '[default]\nregion = a\n[default]\noutput = json\n' } },
  {
    name: 'T2 a heading twice in the credentials file',
    files: { [CREDENTIALS]: keys('default', 'B') + keys('default') },
  },
  {
    name: 'a setting twice',
    files: {
      [CREDENTIALS]:
        '[default]\naws_access_key_id = {B.id}\naws_access_key_id = {A.id}\naws_secret_access_key = {A.secret}\n',
    },
  },
  { name: 'T7 [ default ] in the credentials file', files: { [CREDENTIALS]: keys(' default ') } },
  { name: 'T7 [ default ] in the config file', files: { [CONFIG]: keys(' default ') } },
  { name: 'T7 [ profile p ]', env: { AWS_PROFILE: 'p' }, files: { [CONFIG]: keys(' profile p ') } },
  { name: 'T7 [profile  p] with two spaces', env: { AWS_PROFILE: 'p' }, files: { [CONFIG]: keys('profile  p') } },
  { name: 'a tab in the heading', env: { AWS_PROFILE: 'p' }, files: { [CONFIG]: keys('profile\tp') } },
  { name: 'T7 an unquoted name with a space', env: { AWS_PROFILE: 'a b' }, files: { [CONFIG]: keys('profile a b') } },
  { name: 'T21 a quoted name with a space', env: { AWS_PROFILE: 'a b' }, files: { [CONFIG]: keys('profile "a b"') } },
  { name: 'a quoted name without a space', env: { AWS_PROFILE: 'p' }, files: { [CONFIG]: keys('profile "p"') } },
  {
    name: 'a name with a space in the credentials file',
    env: { AWS_PROFILE: 'a b' },
    files: { [CREDENTIALS]: keys('a b') },
  },
  { name: 'an open quote in a heading', env: A, files: { [CONFIG]: '[profile "a]\nregion = x\n' } },
  { name: 'T7 an empty heading', env: A, files: { [CONFIG]: '[]\nregion = x\n' } },
  { name: 'T7 a bad nested line', env: A, files: { [CONFIG]: '[default]\ns3 =\n  nonsense\n' } },
  {
    name: 'T7 key ID in config, secret in credentials',
    files: {
      [CONFIG]: '[default]\naws_access_key_id = {A.id}\n',
      [CREDENTIALS]: '[default]\naws_secret_access_key = {A.secret}\n',
    },
  },
  {
    name: 'key ID in credentials, secret in config',
    files: {
      [CREDENTIALS]: '[default]\naws_access_key_id = {A.id}\n',
      [CONFIG]: '[default]\naws_secret_access_key = {A.secret}\n',
    },
  },
  {
    name: 'half a pair in the default profile beside keys',
    env: A,
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = {B.id}\n' },
  },
  {
    name: 'a lone secret in the default profile beside keys',
    env: A,
    files: { [CREDENTIALS]: '[default]\naws_secret_access_key = {B.secret}\n' },
  },
  {
    name: 'T8 [default] with keys and [profile default] with a region',
    files: { [CONFIG]: `${keys('default')}\n[profile default]\nregion = eu-west-1\n` },
  },
  {
    name: 'T8 [profile default] with a region, then [default] with keys',
    files: { [CONFIG]: `[profile default]\nregion = eu-west-1\n${keys('default')}` },
  },
  { name: '[profile default] with keys', files: { [CONFIG]: keys('profile default') } },
  { name: '[prod] in the config file', env: { AWS_PROFILE: 'prod' }, files: { [CONFIG]: keys('prod') } },
  {
    name: '[profile prod] in the credentials file',
    env: { AWS_PROFILE: 'prod' },
    files: { [CREDENTIALS]: keys('profile prod') },
  },
  {
    name: 'T11 $HOME in AWS_SHARED_CREDENTIALS_FILE',
    env: { AWS_SHARED_CREDENTIALS_FILE: '$HOME/c' },
    files: { c: keys('default') },
  },
  { name: 'T11 ${HOME} in AWS_CONFIG_FILE', env: { AWS_CONFIG_FILE: '${HOME}/c' }, files: { c: keys('default') } },
  {
    name: 'T21 ~ in AWS_SHARED_CREDENTIALS_FILE',
    env: { AWS_SHARED_CREDENTIALS_FILE: '~/c' },
    files: { c: keys('default') },
  },
  {
    name: '~ in AWS_CONFIG_FILE beside keys',
    env: { ...A, AWS_CONFIG_FILE: '~/c' },
    files: { c: '[default]\nregion = eu-west-1\n' },
  },
  { name: 'T14 an empty AWS_CONFIG_FILE', env: { AWS_CONFIG_FILE: '' }, files: { [CONFIG]: keys('default') } },
  {
    name: 'T14 an empty AWS_SHARED_CREDENTIALS_FILE',
    env: { AWS_SHARED_CREDENTIALS_FILE: '' },
    files: { [CREDENTIALS]: keys('default') },
  },
  { name: 'T14 an empty AWS_CONFIG_FILE beside keys', env: { ...A, AWS_CONFIG_FILE: '' } },
  {
    name: 'T18 AWS_CONFIG_FILE is a folder',
    env: { AWS_CONFIG_FILE: '{HOME}/folder' },
    files: { folder: null, [CREDENTIALS]: keys('default') },
  },
  { name: 'a folder in place of the credentials file, beside keys', env: A, files: { [CREDENTIALS]: null } },
  {
    name: 'AWS_SHARED_CREDENTIALS_FILE names no file',
    env: { AWS_SHARED_CREDENTIALS_FILE: '{HOME}/none' },
    files: { [CREDENTIALS]: keys('default') },
  },
  { name: 'a byte order mark at the start', files: { [CREDENTIALS]: `\uFEFF${keys('default')}` } },
  {
    name: 'a byte order mark at the start of the config file, beside keys',
    env: A,
    files: { [CONFIG]: '\uFEFF[default]\nregion = eu-west-1\n' },
  },
  { name: 'UTF-16', files: { [CREDENTIALS]: Buffer.from(`\uFEFF${keys('default')}`, 'utf16le') } },
  { name: 'Latin 1 in a comment', files: { [CREDENTIALS]: Buffer.from(`# caf\xe9\n${keys('default')}`, 'latin1') } },
  { name: 'T17 keys in [DEFAULT]', files: { [CREDENTIALS]: keys('DEFAULT') } },
  {
    name: 'T17 keys in [DEFAULT], and an empty [default]',
    files: { [CREDENTIALS]: `${keys('DEFAULT')}\n[default]\n` },
  },
  {
    name: 'T17 keys in [DEFAULT], and [prod]',
    env: { AWS_PROFILE: 'prod' },
    files: { [CREDENTIALS]: `${keys('DEFAULT')}\n[prod]\nregion = eu-west-1\n` },
  },
  { name: '[Default]', files: { [CREDENTIALS]: keys('Default') } },
  {
    name: 'T21 name: value',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id: {A.id}\naws_secret_access_key: {A.secret}\n' },
  },
  {
    name: 'T21 upper-case settings',
    files: { [CREDENTIALS]: '[default]\nAWS_ACCESS_KEY_ID = {A.id}\nAWS_SECRET_ACCESS_KEY = {A.secret}\n' },
  },
  {
    name: 'quoted values',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = "{A.id}"\naws_secret_access_key = "{A.secret}"\n' },
  },
  {
    name: 'export in front',
    files: {
      [CREDENTIALS]: '[default]\nexport aws_access_key_id = {A.id}\nexport aws_secret_access_key = {A.secret}\n',
    },
  },
  {
    name: 'a comment behind a value',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = {A.id} # mine\naws_secret_access_key = {A.secret}\n' },
  },
  {
    name: 'indented settings',
    files: { [CREDENTIALS]: '[default]\n  aws_access_key_id = {A.id}\n  aws_secret_access_key = {A.secret}\n' },
  },
  {
    name: 'a second setting indented further',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = {A.id}\n  aws_secret_access_key = {A.secret}\n' },
  },
  { name: 'an indented heading', files: { [CREDENTIALS]: `  ${keys('default')}` } },
  { name: 'everything indented (a here document)', files: { [CREDENTIALS]: keys('default').replace(/^/gm, '    ') } },
  {
    name: 'everything indented, two profiles',
    env: { AWS_PROFILE: 'two' },
    files: { [CREDENTIALS]: (keys('one', 'B') + keys('two')).trimEnd().replace(/^/gm, '  ') },
  },
  { name: 'a comment behind a heading', files: { [CREDENTIALS]: keys('default').replace(']', '] # mine') } },
  { name: 'text behind a heading', files: { [CREDENTIALS]: keys('default').replace(']', '] mine') } },
  { name: 'a setting before the first heading', files: { [CREDENTIALS]: `region = eu-west-1\n${keys('default')}` } },
  { name: 'settings without a heading', files: { [CREDENTIALS]: keys('default').replace('[default]\n', '') } },
  {
    name: 'an empty key in the profile, and none elsewhere',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id =\naws_secret_access_key =\n' },
  },
  {
    name: 'an empty key in the profile, beside keys',
    env: A,
    files: { [CREDENTIALS]: '[default]\naws_access_key_id =\naws_secret_access_key =\n' },
  },
  { name: 'an empty token in the profile', files: { [CREDENTIALS]: keys('default', 'A', 'aws_session_token =\n') } },
  { name: 'an empty credentials file, and an empty config file', files: { [CREDENTIALS]: '', [CONFIG]: '' } },
  { name: 'an empty file beside keys', env: A, files: { [CREDENTIALS]: '' } },
  { name: 'JSON in place of the credentials file', files: { [CREDENTIALS]: '{"AccessKeyId": "{A.id}"}' } },
  {
    name: 'HTML in the config file, beside keys',
    env: A,
    files: { [CONFIG]: '<html>\n<body>Not found</body>\n</html>\n' },
  },
  {
    name: 'a conflict left by a merge, beside keys',
    env: A,
    files: { [CONFIG]: '[default]\n<<<<<<< HEAD\nregion = a\n=======\nregion = b\n>>>>>>> x\n' },
  },
  {
    name: 'T13 aws_security_token alone',
    files: { [CREDENTIALS]: keys('default', 'S', 'aws_security_token = {S.token}\n') },
  },
  {
    name: 'T13 aws_security_token beside another token',
    files: { [CREDENTIALS]: session('default', 'S', 'aws_security_token = {T.token}\n') },
  },
  {
    name: 'a byte order mark before a value',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = \uFEFF{A.id}\naws_secret_access_key = {A.secret}\n' },
  },
  {
    name: 'a next line character behind a value',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = {A.id}\u0085\naws_secret_access_key = {A.secret}\n' },
  },
  {
    name: 'a no-break space behind a value',
    files: { [CREDENTIALS]: '[default]\naws_access_key_id = {A.id}\u00a0\naws_secret_access_key = {A.secret}\n' },
  },
  {
    name: 'another key in config than in credentials',
    files: { [CREDENTIALS]: keys('default'), [CONFIG]: keys('default', 'B') },
  },
  {
    name: 'a token in config, keys in credentials',
    files: { [CREDENTIALS]: keys('default'), [CONFIG]: '[default]\naws_session_token = {S.token}\n' },
  },
  {
    name: 'a session in config, keys in credentials',
    files: { [CREDENTIALS]: keys('default'), [CONFIG]: session('default') },
  },
  // Variables
  {
    name: 'a key ID without a secret',
    env: { AWS_ACCESS_KEY_ID: '{A.id}' },
    files: { [CREDENTIALS]: keys('default', 'B') },
  },
  { name: 'a key ID and an empty secret', env: { AWS_ACCESS_KEY_ID: '{A.id}', AWS_SECRET_ACCESS_KEY: '' } },
  { name: 'T22 a lone secret, and the instance', env: { AWS_SECRET_ACCESS_KEY: '{A.secret}' }, machine: 'instance' },
  {
    name: 'a lone secret, and a profile',
    env: { AWS_SECRET_ACCESS_KEY: '{A.secret}' },
    files: { [CREDENTIALS]: keys('default', 'B') },
  },
  {
    name: 'AWS_SECURITY_TOKEN alone',
    env: { AWS_ACCESS_KEY_ID: '{S.id}', AWS_SECRET_ACCESS_KEY: '{S.secret}', AWS_SECURITY_TOKEN: '{S.token}' },
  },
  { name: 'AWS_SECURITY_TOKEN of another session', env: { ...S, AWS_SECURITY_TOKEN: '{T.token}' } },
  {
    name: 'T20 AWS_CREDENTIAL_EXPIRATION in the past',
    env: { ...S, AWS_CREDENTIAL_EXPIRATION: '2020-01-01T00:00:00Z' },
  },
  { name: 'AWS_CREDENTIAL_EXPIRATION without a zone', env: { ...S, AWS_CREDENTIAL_EXPIRATION: '2036-01-01T00:00:00' } },
  { name: 'AWS_CREDENTIAL_EXPIRATION that is none', env: { ...S, AWS_CREDENTIAL_EXPIRATION: 'soon' } },
  { name: 'AWS_CREDENTIAL_EXPIRATION in quotes', env: { ...S, AWS_CREDENTIAL_EXPIRATION: '"2036-01-01T00:00:00Z"' } },
  { name: 'AWS_CREDENTIAL_EXPIRATION as a number', env: { ...S, AWS_CREDENTIAL_EXPIRATION: '1893456000' } },
  {
    name: 'AWS_CREDENTIAL_EXPIRATION with an offset',
    env: { ...S, AWS_CREDENTIAL_EXPIRATION: '2036-01-01T00:00:00+02:00' },
  },
  { name: 'AWS_CREDENTIAL_EXPIRATION empty', env: { ...S, AWS_CREDENTIAL_EXPIRATION: '' } },
  { name: 'AWS_CREDENTIAL_EXPIRATION of a date alone', env: { ...S, AWS_CREDENTIAL_EXPIRATION: '2036-01-01' } },
  {
    name: 'the old names AWS_ACCESS_KEY and AWS_SECRET_KEY',
    env: { AWS_ACCESS_KEY: '{A.id}', AWS_SECRET_KEY: '{A.secret}' },
  },
  { name: 'a line break behind the key ID', env: { ...A, AWS_ACCESS_KEY_ID: '{A.id}\n' } },
  { name: 'a line break behind the secret', env: { ...A, AWS_SECRET_ACCESS_KEY: '{A.secret}\n' } },
  { name: 'a line break behind the token', env: { ...S, AWS_SESSION_TOKEN: '{S.token}\n' } },
  { name: 'AWS_CA_BUNDLE empty', env: { ...A, AWS_CA_BUNDLE: '' } },
  { name: 'AWS_MAX_ATTEMPTS empty', env: { ...A, AWS_MAX_ATTEMPTS: '' } },
  { name: 'AWS_MAX_ATTEMPTS none', env: { ...A, AWS_MAX_ATTEMPTS: 'three' } },
  { name: 'AWS_RETRY_MODE legacy', env: { ...A, AWS_RETRY_MODE: 'legacy' } },
  { name: 'AWS_RETRY_MODE empty', env: { ...A, AWS_RETRY_MODE: '' } },
  { name: 'AWS_RETRY_MODE Standard', env: { ...A, AWS_RETRY_MODE: 'Standard' } },
  { name: 'AWS_RETRY_MODE none', env: { ...A, AWS_RETRY_MODE: 'often' } },
  { name: 'AWS_REGION empty', env: { ...A, AWS_REGION: '' } },
  { name: 'AWS_DEFAULT_REGION empty', env: { ...A, AWS_DEFAULT_REGION: '' } },
  { name: 'both regions empty', env: { ...A, AWS_REGION: '', AWS_DEFAULT_REGION: '' } },
  { name: 'AWS_USE_FIPS_ENDPOINT=1', env: { ...A, AWS_USE_FIPS_ENDPOINT: '1' } },
  { name: 'AWS_USE_FIPS_ENDPOINT=TRUE', env: { ...A, AWS_USE_FIPS_ENDPOINT: 'TRUE' } },
  { name: 'AWS_USE_DUALSTACK_ENDPOINT=yes', env: { ...A, AWS_USE_DUALSTACK_ENDPOINT: 'yes' } },
  { name: 'AWS_STS_REGIONAL_ENDPOINTS empty', env: { ...A, AWS_STS_REGIONAL_ENDPOINTS: '' } },
  { name: 'AWS_STS_REGIONAL_ENDPOINTS none', env: { ...A, AWS_STS_REGIONAL_ENDPOINTS: 'global' } },
  { name: 'AWS_STS_REGIONAL_ENDPOINTS legacy', env: { ...A, AWS_STS_REGIONAL_ENDPOINTS: 'legacy' } },
  { name: 'AWS_DEFAULTS_MODE none', env: { ...A, AWS_DEFAULTS_MODE: 'fast' } },
  { name: 'AWS_DEFAULTS_MODE standard', env: { ...A, AWS_DEFAULTS_MODE: 'standard' } },
  {
    name: 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE none',
    env: { ...A, AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: 'dual' },
  },
  { name: 'AWS_METADATA_SERVICE_TIMEOUT empty', env: { ...A, AWS_METADATA_SERVICE_TIMEOUT: '' } },
  { name: 'AWS_METADATA_SERVICE_NUM_ATTEMPTS empty', env: { ...A, AWS_METADATA_SERVICE_NUM_ATTEMPTS: '' } },
  { name: 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=maybe', env: { ...A, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'maybe' } },
  { name: 'AWS_REQUEST_CHECKSUM_CALCULATION none', env: { ...A, AWS_REQUEST_CHECKSUM_CALCULATION: 'never' } },
  { name: 'AWS_ACCOUNT_ID_ENDPOINT_MODE none', env: { ...A, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'never' } },
  { name: 'AWS_DEFAULT_OUTPUT none', env: { ...A, AWS_DEFAULT_OUTPUT: 'xml' } },
  { name: 'AWS_CLI_AUTO_PROMPT none', env: { ...A, AWS_CLI_AUTO_PROMPT: 'maybe' } },
  { name: 'AWS_SDK_UA_APP_ID empty', env: { ...A, AWS_SDK_UA_APP_ID: '' } },
  { name: 'max_attempts none in the config file', env: A, files: { [CONFIG]: '[default]\nmax_attempts = three\n' } },
  { name: 'retry_mode none in the config file', env: A, files: { [CONFIG]: '[default]\nretry_mode = often\n' } },
  { name: 'output none in the config file', env: A, files: { [CONFIG]: '[default]\noutput = xml\n' } },
  {
    name: 'cli_timestamp_format none in the config file',
    env: A,
    files: { [CONFIG]: '[default]\ncli_timestamp_format = never\n' },
  },
  {
    name: 'sts_regional_endpoints none in the config file',
    env: A,
    files: { [CONFIG]: '[default]\nsts_regional_endpoints = global\n' },
  },
  {
    name: 'use_fips_endpoint none in the config file',
    env: A,
    files: { [CONFIG]: '[default]\nuse_fips_endpoint = maybe\n' },
  },
  { name: 'defaults_mode none in the config file', env: A, files: { [CONFIG]: '[default]\ndefaults_mode = fast\n' } },
  {
    name: 'region empty in the config file',
    env: { ...A, AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined },
    files: { [CONFIG]: '[default]\nregion =\n' },
  },
  { name: 'keys and no region', env: { ...A, AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined } },
  { name: 'a container variable that is empty', env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: '' } },
  { name: 'a container variable that is empty, beside keys', env: { ...A, AWS_CONTAINER_CREDENTIALS_FULL_URI: '' } },
  {
    name: 'a container endpoint and a default profile',
    files: { [CREDENTIALS]: keys('default') },
    machine: 'container',
  },
  { name: 'nothing at all', env: {} },
  { name: 'AWS_USE_FIPS_ENDPOINT=true', env: { ...A, AWS_USE_FIPS_ENDPOINT: 'true' } },
  { name: 'AWS_USE_DUALSTACK_ENDPOINT=true', env: { ...A, AWS_USE_DUALSTACK_ENDPOINT: 'true' } },
  {
    name: 'use_fips_endpoint in the config file',
    env: A,
    files: { [CONFIG]: '[default]\nuse_fips_endpoint = true\n' },
  },
  { name: 'AWS_DEFAULTS_MODE empty', env: { ...A, AWS_DEFAULTS_MODE: '' } },
  { name: 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE empty', env: { ...A, AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: '' } },
  { name: 'AWS_REQUEST_CHECKSUM_CALCULATION empty', env: { ...A, AWS_REQUEST_CHECKSUM_CALCULATION: '' } },
  { name: 'AWS_ACCOUNT_ID_ENDPOINT_MODE empty', env: { ...A, AWS_ACCOUNT_ID_ENDPOINT_MODE: '' } },
  { name: 'AWS_CA_BUNDLE names no file', env: { ...A, AWS_CA_BUNDLE: '/none.pem' } },
  { name: 'AWS_ENDPOINT_URL empty', env: { ...A, AWS_ENDPOINT_URL: '' } },
  { name: 'AWS_SESSION_TOKEN of another session', env: { ...S, AWS_SESSION_TOKEN: '{T.token}' } },
  { name: 'ca_bundle empty in the config file', env: A, files: { [CONFIG]: '[default]\nca_bundle =\n' } },
  {
    name: 'a source that is missing, in the default profile, beside keys',
    env: A,
    files: { [CONFIG]: `[default]\nrole_arn = ${ROLE}\nsource_profile = none\n` },
  },
  { name: 'AWS_DATA_PATH empty', env: { ...A, AWS_DATA_PATH: '' } },
  { name: 'AWS_EC2_METADATA_DISABLED empty, beside keys', env: { ...A, AWS_EC2_METADATA_DISABLED: '' } },
  { name: 'AWS_PROFILE of blanks', env: { ...A, AWS_PROFILE: ' ' } },
  // Processes
  { name: 'T4 a process with ~', files: { ...process(), [CONFIG]: '[default]\ncredential_process = ~/p.sh\n' } },
  {
    name: 'T4 a process with $HOME',
    files: { ...process(), [CONFIG]: '[default]\ncredential_process = $HOME/p.sh\n' },
  },
  {
    name: 'T4 a process with a variable in front',
    files: { ...process(), [CONFIG]: '[default]\ncredential_process = X=1 {HOME}/p.sh\n' },
  },
  {
    name: 'T4 a process with a pipe',
    files: { ...process(), [CONFIG]: '[default]\ncredential_process = cat {HOME}/p.json | cat\n', 'p.json': output() },
  },
  {
    name: 'a process with a pipe that ignores its arguments',
    files: { ...process(), [CONFIG]: '[default]\ncredential_process = {HOME}/p.sh | cat\n' },
  },
  {
    name: 'T21 a quoted program',
    files: { 'a b/p.sh': print(output()), [CONFIG]: '[default]\ncredential_process = "{HOME}/a b/p.sh"\n' },
  },
  {
    name: 'a program with an escaped space',
    files: { 'a b/p.sh': print(output()), [CONFIG]: '[default]\ncredential_process = {HOME}/a\\ b/p.sh\n' },
  },
  {
    name: 'a program with an unquoted space',
    files: { 'a b/p.sh': print(output()), [CONFIG]: '[default]\ncredential_process = {HOME}/a b/p.sh\n' },
  },
  {
    name: 'a process in quotes as a whole',
    files: { ...process(), [CONFIG]: '[default]\ncredential_process = "{HOME}/p.sh --role x"\n' },
  },
  { name: 'a process that is not there', files: { [CONFIG]: '[default]\ncredential_process = {HOME}/none.sh\n' } },
  { name: 'a process that fails', files: { ...process(), 'p.sh': script('echo no >&2; exit 3') } },
  { name: 'a process without output', files: { ...process(), 'p.sh': script('true') } },
  { name: 'a process with a wrong version', files: process({ Version: 2 }) },
  { name: 'a process with a version in quotes', files: process({ Version: '1' }) },
  { name: 'a process without a secret', files: process({ SecretAccessKey: undefined }) },
  { name: 'a process with an empty secret', files: process({ SecretAccessKey: '' }) },
  {
    name: 'a process with a warning before the JSON',
    files: { ...process(), 'p.sh': print(`warning: old\n${output()}`) },
  },
  { name: 'T15 Expiration without a zone', files: process({ Expiration: '2036-01-01T00:00:00' }) },
  { name: 'T15 Expiration empty', files: process({ Expiration: '' }) },
  { name: 'T15 Expiration of a date', files: process({ Expiration: '2036-01-01' }) },
  { name: 'T15 Expiration a number', files: process({ Expiration: 2082758400 }) },
  { name: 'T15 Expiration garbage', files: process({ Expiration: 'soon' }) },
  { name: 'T15 Expiration null', files: process({ Expiration: null }) },
  { name: 'Expiration in the past', files: process({ Expiration: '2020-01-01T00:00:00Z' }) },
  { name: 'Expiration with a space', files: process({ Expiration: '2036-01-01 00:00:00+00:00' }) },
  { name: 'Expiration with an offset without a colon', files: process({ Expiration: '2036-01-01T00:00:00+0000' }) },
  { name: 'Expiration with a fraction', files: process({ Expiration: '2036-01-01T00:00:00.000Z' }) },
  { name: 'T15 a byte order mark before the answer', files: { ...process(), 'p.sh': print(`\uFEFF${output()}`) } },
  { name: 'a process whose session token is null', files: process({ SessionToken: null }) },
  { name: 'a process whose session token is empty', files: process({ SessionToken: '' }) },
  {
    name: 'T21 a process beside keys in config',
    files: { [CONFIG]: keys('default', 'B', 'credential_process = {HOME}/p.sh\n'), 'p.sh': print(output()) },
  },
  { name: 'a process beside keys in credentials', files: { ...process(), [CREDENTIALS]: keys('default', 'B') } },
  {
    name: 'a process in the credentials file',
    files: { 'p.sh': print(output()), [CREDENTIALS]: '[default]\ncredential_process = {HOME}/p.sh\n' },
  },
  { name: 'an empty process', files: { [CONFIG]: '[default]\ncredential_process =\n' } },
  { name: 'an empty process beside keys', env: A, files: { [CONFIG]: '[default]\ncredential_process =\n' } },
  {
    name: 'a failing process, and a container',
    files: { ...process(), 'p.sh': script('exit 1') },
    machine: 'container',
  },
  {
    name: 'a process whose member names are in small letters',
    files: { ...process(), 'p.sh': print('{"version":1,"accessKeyId":"{A.id}","secretAccessKey":"{A.secret}"}') },
  },
  // Roles
  {
    name: 'T6 a role without a source, with keys',
    env: { AWS_PROFILE: 'p' },
    files: { [CREDENTIALS]: keys('p', 'A', `role_arn = ${ROLE}\n`) },
  },
  {
    name: 'a role without a source, without keys',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\n` },
  },
  {
    name: 'a role without a source in the default profile, beside keys',
    env: A,
    files: { [CONFIG]: `[default]\nrole_arn = ${ROLE}\n` },
  },
  {
    name: 'a role with two sources',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\nsource_profile = b\ncredential_source = Environment\n`,
      [CREDENTIALS]: keys('b'),
    },
  },
  {
    name: 'a role whose source is missing',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\nsource_profile = b\n` },
  },
  {
    name: 'a role whose source is empty',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nregion = eu-west-1\n` },
  },
  {
    name: 'a role from the variables',
    env: { ...A, AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\ncredential_source = Environment\n` },
  },
  {
    name: 'a role of the default profile from the variables',
    env: A,
    files: { [CONFIG]: `[default]\nrole_arn = ${ROLE}\ncredential_source = Environment\n` },
  },
  {
    name: 'a role from empty variables',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\ncredential_source = Environment\n` },
  },
  {
    name: 'a role from a source that is none',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\ncredential_source = environment\n` },
  },
  {
    name: 'a role from the container',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\ncredential_source = EcsContainer\n` },
    machine: 'container',
  },
  {
    name: 'a role from the instance',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: `[profile p]\nrole_arn = ${ROLE}\ncredential_source = Ec2InstanceMetadata\n` },
    machine: 'instance',
  },
  {
    name: 'T19 a circle with keys',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nrole_arn = ${ROLE}\nsource_profile = a\n`,
      [CREDENTIALS]: keys('a'),
    },
  },
  {
    name: 'a circle without keys',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nrole_arn = ${ROLE}\nsource_profile = a\n`,
    },
  },
  {
    name: 'a chain of two roles',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nrole_arn = arn:aws:iam::123456789012:role/Middle\nsource_profile = c\n`,
      [CREDENTIALS]: keys('c'),
    },
  },
  {
    name: 'a source with keys and a role',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nrole_arn = arn:aws:iam::123456789012:role/Middle\nsource_profile = c\n`,
      [CREDENTIALS]: keys('b') + keys('c', 'B'),
    },
  },
  {
    name: 'a role from a process',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\ncredential_process = {HOME}/p.sh\n`,
      'p.sh': print(output()),
    },
  },
  {
    name: 'a role from itself without keys',
    env: { AWS_PROFILE: 'a' },
    files: { [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = a\n` },
  },
  {
    name: 'a source without a role',
    env: { AWS_PROFILE: 'a' },
    files: { [CONFIG]: '[profile a]\nsource_profile = b\n', [CREDENTIALS]: keys('b') },
  },
  {
    name: 'a role with MFA',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\nmfa_serial = arn:aws:iam::123456789012:mfa/me\n`,
      [CREDENTIALS]: keys('b'),
    },
  },
  {
    name: 'a role and AWS_REGION alone',
    env: { AWS_PROFILE: 'a', AWS_DEFAULT_REGION: undefined },
    files: { [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`, [CREDENTIALS]: keys('b') },
  },
  {
    name: 'a role and AWS_DEFAULT_REGION alone',
    env: { AWS_PROFILE: 'a', AWS_REGION: undefined },
    files: { [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`, [CREDENTIALS]: keys('b') },
  },
  {
    name: 'a role and no region',
    env: { AWS_PROFILE: 'a', AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined },
    files: { [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`, [CREDENTIALS]: keys('b') },
  },
  {
    name: 'a role and a region in its profile',
    env: { AWS_PROFILE: 'a', AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined },
    files: {
      [CONFIG]: `[profile a]\nregion = eu-west-1\nrole_arn = ${ROLE}\nsource_profile = b\n`,
      [CREDENTIALS]: keys('b'),
    },
  },
  {
    name: 'a role and a region in the source alone',
    env: { AWS_PROFILE: 'a', AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined },
    files: {
      [CONFIG]: `[profile b]\nregion = eu-west-1\n[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`,
      [CREDENTIALS]: keys('b'),
    },
  },
  {
    name: 'a role and both regions empty',
    env: { AWS_PROFILE: 'a', AWS_REGION: '', AWS_DEFAULT_REGION: '' },
    files: { [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`, [CREDENTIALS]: keys('b') },
  },
  {
    name: 'an empty role ARN',
    env: { AWS_PROFILE: 'a' },
    files: { [CONFIG]: '[profile a]\nrole_arn =\nsource_profile = b\n', [CREDENTIALS]: keys('b') },
  },
  {
    name: 'a role that does not exist',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: '[profile a]\nrole_arn = arn:aws:iam::123456789012:role/None\nsource_profile = b\n',
      [CREDENTIALS]: keys('b'),
    },
  },
  {
    name: 'a role in the profile beside keys in the variables',
    env: { ...A, AWS_PROFILE: 'a' },
    files: { [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`, [CREDENTIALS]: keys('b', 'B') },
  },
  {
    name: 'a role in the profile and keys of its own',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`,
      [CREDENTIALS]: keys('a', 'B') + keys('b'),
    },
  },
  {
    name: 'a source that holds half a pair',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n`,
      [CREDENTIALS]: '[b]\naws_access_key_id = {A.id}\n',
    },
  },
  {
    name: 'credential_source without a role',
    env: { ...A, AWS_PROFILE: 'a' },
    files: { [CONFIG]: '[profile a]\ncredential_source = Environment\n' },
  },
  {
    name: 'a role with a process beside a source',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\ncredential_process = {HOME}/p.sh\n`,
      [CREDENTIALS]: keys('b'),
      'p.sh': print(output()),
    },
  },
  // Web identity
  {
    name: 'T12 role in the variables, token file in the profile',
    env: { AWS_ROLE_ARN: WEB_ROLE },
    files: { [CONFIG]: '[default]\nweb_identity_token_file = {HOME}/token\n', token: '{JWT}' },
  },
  {
    name: 'token file in the variables, role in the profile',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token' },
    files: { [CONFIG]: `[default]\nrole_arn = ${WEB_ROLE}\n`, token: '{JWT}' },
  },
  {
    name: 'a token file without a role',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token' },
    files: { token: '{JWT}' },
  },
  {
    name: 'a token file without a role, and a default profile',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token' },
    files: { token: '{JWT}', [CREDENTIALS]: keys('default') },
  },
  {
    name: 'a token file that is not there',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/none', AWS_ROLE_ARN: WEB_ROLE },
  },
  {
    name: 'an empty token file variable, and a default profile',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '', AWS_ROLE_ARN: WEB_ROLE },
    files: { [CREDENTIALS]: keys('default') },
  },
  {
    name: 'web identity beside a default profile',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE },
    files: { token: '{JWT}', [CREDENTIALS]: keys('default') },
  },
  {
    name: 'web identity beside AWS_PROFILE',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE, AWS_PROFILE: 'prod' },
    files: { token: '{JWT}', [CREDENTIALS]: keys('prod') },
  },
  {
    name: 'web identity and AWS_REGION alone',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE, AWS_DEFAULT_REGION: undefined },
    files: { token: '{JWT}' },
  },
  {
    name: 'web identity and no region',
    env: {
      AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token',
      AWS_ROLE_ARN: WEB_ROLE,
      AWS_REGION: undefined,
      AWS_DEFAULT_REGION: undefined,
    },
    files: { token: '{JWT}' },
  },
  {
    name: 'web identity in a profile with keys',
    files: {
      [CONFIG]: `[default]\nrole_arn = ${WEB_ROLE}\nweb_identity_token_file = {HOME}/token\n`,
      [CREDENTIALS]: keys('default'),
      token: '{JWT}',
    },
  },
  {
    name: 'web identity in a profile without a role',
    files: { [CONFIG]: '[default]\nweb_identity_token_file = {HOME}/token\n', token: '{JWT}' },
  },
  {
    name: 'web identity with ~ in the token file',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '~/token', AWS_ROLE_ARN: WEB_ROLE },
    files: { token: '{JWT}' },
  },
  {
    name: 'web identity and an empty session name',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE, AWS_ROLE_SESSION_NAME: '' },
    files: { token: '{JWT}' },
  },
  {
    name: 'an empty token file',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE },
    files: { token: '' },
  },
  {
    name: 'a folder as the token file',
    env: { AWS_WEB_IDENTITY_TOKEN_FILE: '{HOME}/token', AWS_ROLE_ARN: WEB_ROLE },
    files: { token: null },
  },
  {
    name: 'a role from a source with web identity',
    env: { AWS_PROFILE: 'a' },
    files: {
      [CONFIG]: `[profile a]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nrole_arn = ${WEB_ROLE}\nweb_identity_token_file = {HOME}/token\n`,
      token: '{JWT}',
    },
  },
  // Sign-in
  {
    name: 'T9 sso_session without account and role, with keys',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_session = s\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
      [CREDENTIALS]: keys('p'),
    },
  },
  {
    name: 'SSO without a sign-in',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
    },
  },
  {
    name: 'SSO without a sign-in, with keys',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
      [CREDENTIALS]: keys('p'),
    },
  },
  {
    name: 'T5 SSO with a sign-in and keys',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
      [CREDENTIALS]: keys('p'),
      [`.aws/sso/cache/{SHA:s}.json`]:
        '{"startUrl":"https://x.awsapps.com/start","region":"eu-west-1","accessToken":"t","expiresAt":"{LATER}"}',
    },
  },
  {
    name: 'SSO with a sign-in',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
      [`.aws/sso/cache/{SHA:s}.json`]:
        '{"startUrl":"https://x.awsapps.com/start","region":"eu-west-1","accessToken":"t","expiresAt":"{LATER}"}',
    },
  },
  {
    name: 'SSO of the old form with a sign-in',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\nsso_account_id = 123456789012\nsso_role_name = R\n',
      [`.aws/sso/cache/{SHA:https://x.awsapps.com/start}.json`]:
        '{"startUrl":"https://x.awsapps.com/start","region":"eu-west-1","accessToken":"t","expiresAt":"{LATER}"}',
    },
  },
  {
    name: 'SSO whose sign-in has ended',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]:
        '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n',
      [`.aws/sso/cache/{SHA:s}.json`]:
        '{"startUrl":"https://x.awsapps.com/start","region":"eu-west-1","accessToken":"t","expiresAt":"2020-01-01T00:00:00Z"}',
    },
  },
  {
    name: 'SSO whose session is missing',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n' },
  },
  {
    name: 'SSO whose session is missing, with keys',
    env: { AWS_PROFILE: 'p' },
    files: {
      [CONFIG]: '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n',
      [CREDENTIALS]: keys('p'),
    },
  },
  {
    name: 'SSO whose session is missing, in the default profile, beside keys',
    env: A,
    files: { [CONFIG]: '[default]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = R\n' },
  },
  {
    name: 'SSO of the old form, incomplete, with keys',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: '[profile p]\nsso_account_id = 123456789012\nsso_role_name = R\n', [CREDENTIALS]: keys('p') },
  },
  {
    name: 'only sso_start_url, with keys',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: '[profile p]\nsso_start_url = https://x.awsapps.com/start\n', [CREDENTIALS]: keys('p') },
  },
  {
    name: 'login_session with keys in config',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: keys('profile p', 'A', 'login_session = arn:aws:iam::123456789012:user/me\n') },
  },
  {
    name: 'login_session with keys in credentials',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: '[profile p]\nlogin_session = arn:aws:iam::123456789012:user/me\n', [CREDENTIALS]: keys('p') },
  },
  {
    name: 'login_session without a sign-in',
    env: { AWS_PROFILE: 'p' },
    files: { [CONFIG]: '[profile p]\nlogin_session = arn:aws:iam::123456789012:user/me\n' },
  },
  {
    name: 'login_session in the default profile beside keys',
    env: A,
    files: { [CONFIG]: '[default]\nlogin_session = arn:aws:iam::123456789012:user/me\n' },
  },
  // An expired session before good keys
  {
    name: 'an ended session in the variables, good keys in the default profile',
    env: { AWS_ACCESS_KEY_ID: '{X.id}', AWS_SECRET_ACCESS_KEY: '{X.secret}', AWS_SESSION_TOKEN: '{X.token}' },
    files: { [CREDENTIALS]: keys('default') },
  },
  {
    name: 'an ended session in the variables, good keys in AWS_PROFILE',
    env: {
      AWS_ACCESS_KEY_ID: '{X.id}',
      AWS_SECRET_ACCESS_KEY: '{X.secret}',
      AWS_SESSION_TOKEN: '{X.token}',
      AWS_PROFILE: 'prod',
    },
    files: { [CREDENTIALS]: keys('prod') },
  },
];

export const SITUATIONS: readonly Situation[] = [
  ...HEALTHY.map((one): Situation => ({ ...one, healthy: true })),
  ...ODD,
];
