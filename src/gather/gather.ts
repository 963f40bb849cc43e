import { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import type { ToolForecast } from '../model/tools.ts';
import { TOOLS } from '../model/tools.ts';
import { hasCredentials } from './profile.ts';
import { isPlainJob } from './plain-job.ts';
import type { ProfileChoice } from './choose.ts';
import type { World } from './source.ts';
import type { Job } from '../model/job.ts';
import { choose, chooseProfile } from './choose.ts';
import type { Environment, Host } from '../model/environment.ts';
import type { FoundCredentials, Gathered, Network, StatedExpiration } from '../model/gathered.ts';
import { readJob } from './job.ts';
import { environmentExpirations, fromEnvironment, fromInputs } from './key-variables.ts';
import { proxyPasswords, readNetwork } from './region.ts';
import { chooseRegion, configuredEndpoint, endpointSwitch } from './region.ts';
import { secretVariables } from './key-variables.ts';
import { loadSharedConfig, type SharedConfig } from './shared-config.ts';
import { pastedSecrets } from '../read/unsafe-content.ts';
import { readRegion } from '../read/region.ts';
import type { Connection } from '../sts/call.ts';
import { FALLBACK_REGION, stsEndpoint } from '../sts/endpoint.ts';

/**
 * Finds the credentials to check, where each value stands, and what surrounds them. Never throws; every wait ends
 * with the connection's deadline. Nothing of the AWS SDK is loaded for credentials in inputs, variables, files, processes, containers or instances.
 *
 * @param connect - how the sources that ask STS reach it, through the proxy and with the root certificates of `network`
 */
export async function gather(
  settings: Settings,
  env: Environment,
  host: Host,
  connect: (network: Network) => Connection,
): Promise<Gathered> {
  const [job, config] = await Promise.all([readJob(env, host), loadSharedConfig(env, host)]);
  const profile = chooseProfile(settings, env);
  const data = config.profiles.get(profile.name);
  const region = chooseRegion(settings, env, data);
  const endpoint = configuredEndpoint(env, data, config);
  const network = readNetwork(env, data);
  const fips = endpointSwitch(env, data, 'use_fips_endpoint');
  const dualStack = endpointSwitch(env, data, 'use_dualstack_endpoint');
  const asked: Gathered['asked'][number][] = [];
  const stsRegion = regionToAsk(region?.value);
  const connection = connect(network);
  const sts = {
    region: stsRegion,
    endpoint: stsEndpoint(stsRegion, { configured: settings.stsEndpoint ?? endpoint?.value, fips, dualStack }),
    connection,
    record: (answer: Gathered['asked'][number]) => {
      asked.push(answer);
    },
  };
  const deadline = connection.deadline.signal;
  const world: World = { env, host, config, sts, deadline, known: new Map() };
  const { tools, others, ...choice } = await chooseWithTools(settings, profile, job, world);
  return {
    ...choice,
    profileNamedBy: profile.namedBy,
    profileHasCredentials: data !== undefined && hasCredentials(data),
    tools,
    others,
    region,
    endpoint,
    serviceEndpoints: {
      iam: configuredEndpoint(env, data, config, 'iam'),
      s3: configuredEndpoint(env, data, config, 's3'),
    },
    fips,
    dualStack,
    asked,
    expirations: statedExpirations(choice.credentials, env),
    job,
    platform: host.platform,
    network,
    secretsToMask: secretsToMask(
      settings,
      env,
      [choice.credentials, ...others.map(({ credentials }) => credentials)],
      network,
      config,
    ),
  };
}

/** A region that is none cannot be asked; that is told apart, so the nearest one serves here. */
function regionToAsk(named: string | undefined): string {
  if (named === undefined) return FALLBACK_REGION;
  const { flaw, nearest } = readRegion(named);
  return flaw === undefined ? named : (nearest[0] ?? FALLBACK_REGION);
}

type Chosen = Pick<Gathered, 'credentials' | 'problems' | 'looked' | 'tools' | 'others'>;

/** What is checked, and what each tool of the next step would take in its place. */
async function chooseWithTools(settings: Settings, profile: ProfileChoice, job: Job, world: World): Promise<Chosen> {
  const search = () => choose(settings, profile, job, world);
  const reported = TOOLS.filter((tool) => settings.tools.length === 0 || settings.tools.includes(tool));
  if (isPlainJob(settings, world.env, world.config)) {
    const same = (tool: ToolForecast['tool']): ToolForecast => ({
      tool,
      outcome: 'same',
      plan: undefined,
      cause: undefined,
    });
    return { ...(await search()), tools: reported.map(same), others: [] };
  }
  const [{ predictTools, compareTools }, { countFirst, otherKeys }] = await Promise.all([
    import('./tool-forecast.ts'),
    import('./count-first.ts'),
  ]);
  const predictions = await predictTools(TOOLS, settings, job, world);
  const isGiven = fromInputs(settings) !== undefined;
  const { plan, ...choice } = isGiven
    ? { ...(await search()), plan: undefined }
    : await countFirst(predictions, settings.tools, world, search);
  const all = compareTools(predictions, { plan, credentials: choice.credentials });
  // The role's credentials come into the job after this check.
  const isToCome = settings.roleToAssume !== undefined && choice.credentials === undefined;
  const tools = all.map((one): ToolForecast =>
    isToCome && one.cause?.kind === 'nothing-found' ? { ...one, outcome: 'unknown', cause: undefined } : one,
  );
  const told = tools.filter(({ tool }) => reported.includes(tool));
  return { ...choice, tools: told, others: isGiven ? [] : otherKeys(told, world) };
}

/** The environment's expirations speak of the environment's session: they count for inputs only when those hold the same key. */
function statedExpirations(credentials: FoundCredentials | undefined, env: Environment): readonly StatedExpiration[] {
  if (credentials === undefined) return [];
  const isSameKey = credentials.accessKeyId?.equals(fromEnvironment(env)?.accessKeyId) === true;
  const added = credentials.source === 'inputs' && isSameKey ? environmentExpirations(env) : [];
  return [...credentials.expirations, ...added];
}

/** Every value that may come into a text, each once. */
function secretsToMask(
  settings: Settings,
  env: Environment,
  credentials: readonly (FoundCredentials | undefined)[],
  network: Network,
  config: SharedConfig,
): readonly Secret[] {
  const held = [settings, ...credentials].flatMap((values) => [
    values?.accessKeyId,
    values?.secretAccessKey,
    values?.sessionToken,
  ]);
  const pasted = [settings.profile, settings.region, settings.roleToAssume, ...namesIn(env), ...settingsIn(config)];
  const found = pasted
    .flatMap((value) => (value === undefined ? [] : pastedSecrets(value)))
    .map((one) => new Secret(one));
  const all = [...held, settings.githubToken, ...secretVariables(env), ...proxyPasswords(network), ...found];
  const distinct = new Map(all.flatMap((secret) => (secret === undefined ? [] : [[secret.reveal(), secret]])));
  return [...distinct.values()];
}

/** Values that are printed as a name, a path, a host or a program, wherever they came from. */
function namesIn(env: Environment): readonly (string | undefined)[] {
  return Object.entries(env).flatMap(([name, value]) => (/^(?:AWS_|INPUT_)/.test(name) ? [value] : []));
}

/** The settings of every profile: far more of them than any file has are not looked at. */
function settingsIn({ profiles }: SharedConfig): readonly string[] {
  const values = [...profiles.values()].slice(0, MOST_PROFILES).flatMap((profile) => [...profile.values()]);
  return values
    .slice(0, MOST_SETTINGS)
    .flatMap(({ value }) => [value, ...value.slice(0, LONGEST_COMMAND).split(/\s+/, 50)]);
}

const MOST_PROFILES = 500;
const MOST_SETTINGS = 5000;
const LONGEST_COMMAND = 4096;
