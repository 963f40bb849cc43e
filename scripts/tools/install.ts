import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Versions } from './versions.ts';

/** A tool that is ready to run: either a server that takes one request a line, or a program that is started for each. */
export interface InstalledTool {
  readonly name: string;
  readonly version: string;
  readonly command: readonly string[];
  readonly kind: 'server' | 'program';
}

export interface Installation {
  readonly tools: readonly InstalledTool[];
  /** What could not be installed, and why. */
  readonly missing: readonly string[];
}

const HERE = import.meta.dirname;

/** Installs every tool below `folder`, or finds it there from an earlier run. Never throws for a tool that cannot be had. */
export function installTools(folder: string, versions: Versions): Installation {
  const base = resolve(folder);
  mkdirSync(base, { recursive: true });
  const installers: Readonly<Record<string, () => InstalledTool>> = {
    'AWS CLI 2': () => awsCli2(base, versions),
    'AWS CLI 1': () => pythonTool(base, 'AWS CLI 1', 'awscli', versions.awsCli1, 'aws-cli'),
    boto3: () => pythonTool(base, 'boto3', 'boto3', versions.boto3, 'boto3'),
    JavaScript: () => javascript(base, versions),
    Go: () => go(base, versions),
  };
  const tools: InstalledTool[] = [];
  const missing: string[] = [];
  for (const [name, install] of Object.entries(installers)) {
    try {
      tools.push(install());
    } catch (error) {
      missing.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { tools, missing };
}

/** Debian's package is pure Python: unpacked, with what its own metadata requires from PyPI beside it. */
function awsCli2(base: string, { awsCli2: version }: Versions): InstalledTool {
  const folder = join(base, `aws-cli-2-${version}`);
  const python = join(folder, 'venv', 'bin', 'python');
  const name = 'AWS CLI 2';
  if (!existsSync(join(folder, 'done'))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    run('dpkg-deb', ['-x', downloadDebian(folder, 'awscli', version), join(folder, 'unpacked')]);
    const packages = join(folder, 'unpacked/usr/lib/python3/dist-packages');
    const [metadata] = globSync(join(packages, 'awscli-*.dist-info/METADATA'));
    if (metadata === undefined) throw new Error('the package has no metadata');
    const required = [...readFileSync(metadata, 'utf8').matchAll(/^Requires-Dist: (.*)$/gm)].map(
      ([, text = '']) => text,
    );
    makeVenv(join(folder, 'venv'), required);
    const [site] = globSync(join(folder, 'venv/lib/python3*/site-packages'));
    if (site === undefined) throw new Error('the virtual environment has no site-packages');
    cpSync(packages, site, { recursive: true });
    writeFileSync(join(folder, 'done'), '');
  }
  const [info = ''] = globSync(join(folder, 'unpacked/usr/lib/python3/dist-packages/awscli-*.dist-info'));
  return {
    name,
    version: /awscli-([\d.]+)\.dist-info$/.exec(info)?.[1] ?? version,
    command: [python, join(HERE, 'python.py'), 'aws-cli'],
    kind: 'server',
  };
}

/**
 * Downloads a package of Debian's development suite with an apt configuration of its own, from the mirror that this machine
 * uses already. Nothing of the machine's own configuration is changed.
 */
function downloadDebian(folder: string, name: string, version: string): string {
  const apt = join(folder, 'apt');
  for (const sub of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(apt, sub), { recursive: true });
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(join(apt, 'sources.list'), `deb [signed-by=${keyring}] ${debianMirror()} sid main\n`);
  const settings = {
    'Dir::State': apt,
    'Dir::State::lists': join(apt, 'lists'),
    'Dir::Cache': join(apt, 'cache'),
    'Dir::Etc::sourcelist': join(apt, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
  };
  writeFileSync(
    join(apt, 'apt.conf'),
    Object.entries(settings)
      .map(([key, value]) => `${key} "${value}";\n`)
      .join(''),
  );
  const options = { cwd: folder, env: { ...process.env, APT_CONFIG: join(apt, 'apt.conf') } };
  run('apt-get', ['update', '-qq'], options);
  const wanted = version === 'newest' ? name : `${name}=${version}`;
  run('apt-get', ['download', '-qq', wanted], options);
  const [file] = globSync(join(folder, `${name}_*.deb`));
  if (file === undefined) throw new Error(`apt-get did not download ${wanted}`);
  return file;
}

/** DEBIAN_MIRROR; else, of the machine's own sources, the one that is Debian's archive (not its security updates). */
function debianMirror(): string {
  const named = process.env['DEBIAN_MIRROR'] ?? '';
  if (named !== '') return named;
  const files = ['/etc/apt/sources.list', ...globSync('/etc/apt/sources.list.d/*.{list,sources}')].filter(existsSync);
  const urls = files.flatMap((file) => readFileSync(file, 'utf8').match(/^(?:URIs:|deb\s).*?(https?:\S+)/gm) ?? []);
  const found = urls.map((line) => line.split(/\s+/).at(-1) ?? '').find((url) => /\/debian\/?$/.test(url));
  if (found === undefined) throw new Error('this machine has no mirror of Debian');
  return found;
}

function pythonTool(base: string, name: string, module: string, version: string, mode: string): InstalledTool {
  const folder = join(base, `${module}-${version}`);
  if (!existsSync(join(folder, 'done'))) {
    rmSync(folder, { recursive: true, force: true });
    makeVenv(folder, [version === 'newest' ? module : `${module}==${version}`]);
    writeFileSync(join(folder, 'done'), '');
  }
  const [info = ''] = globSync(join(folder, `lib/python3*/site-packages/${module}-*.dist-info`));
  return {
    name,
    version: new RegExp(`${module}-([\\d.]+)\\.dist-info$`).exec(info)?.[1] ?? version,
    command: [join(folder, 'bin', 'python'), join(HERE, 'python.py'), mode],
    kind: 'server',
  };
}

function makeVenv(folder: string, requirements: readonly string[]): void {
  run('python3', ['-m', 'venv', folder]);
  run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...requirements]);
}

function javascript(base: string, { credentialProviderNode, clientSts }: Versions): InstalledTool {
  const folder = join(base, `javascript-${credentialProviderNode}`);
  if (!existsSync(join(folder, 'done'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    const packages = [
      `@aws-sdk/credential-provider-node@${credentialProviderNode}`,
      `@aws-sdk/client-sts@${clientSts}`,
    ];
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], { cwd: folder });
    writeFileSync(join(folder, 'done'), '');
  }
  const manifest = join(folder, 'node_modules/@aws-sdk/credential-provider-node/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const command = [process.execPath, '--no-warnings', join(HERE, 'javascript.mjs'), folder];
  return { name: 'JavaScript', version, command, kind: 'program' };
}

function go(base: string, { goConfig, goSts }: Versions): InstalledTool {
  const folder = join(base, `go-${goConfig}`);
  const program = join(folder, 'who-signs');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    cpSync(join(HERE, 'main.go.txt'), join(folder, 'main.go'));
    writeFileSync(join(folder, 'go.mod'), 'module who-signs\n');
    const sdk = 'github.com/aws/aws-sdk-go-v2';
    run('go', ['get', `${sdk}/config@${goConfig}`, `${sdk}/service/sts@${goSts}`], { cwd: folder });
    run('go', ['build', '-o', program, '.'], { cwd: folder });
  }
  const required = /aws-sdk-go-v2\/config (v[\d.]+)/.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1];
  return { name: 'Go', version: required ?? goConfig, command: [program], kind: 'program' };
}

function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}): void {
  const { status, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${command} cannot be started`);
  if (status !== 0) throw new Error(`${command} ended with ${status ?? 'a signal'}: ${stderr.slice(-300)}`);
}
