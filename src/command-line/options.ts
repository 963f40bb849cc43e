import { distance } from 'fastest-levenshtein';
import { parseArgs } from 'node:util';
import { INPUT_NAMES, type InputName, SECRET_INPUTS } from '../inputs/names.ts';
import type { Environment, Host } from '../model/environment.ts';

/** Every action input but those that hold secrets: an argument list is there for every process to read. */
export const OPTION_NAMES = INPUT_NAMES.filter((name) => !SECRET_INPUTS.has(name) && name !== 'explain');

export type CommandLine =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'usage'; readonly problem: string }
  /** `file` is undefined for standard input. */
  | { readonly command: 'explain'; readonly json: boolean; readonly file: string | undefined }
  | {
      readonly command: 'check';
      readonly json: boolean;
      readonly stdin: boolean;
      readonly values: Readonly<Partial<Record<InputName, string>>>;
    };

const FLAGS = ['json', 'stdin', 'help', 'version'] as const;

/** Reads the arguments behind the program's name. Never throws. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const options: Record<string, { type: 'string' | 'boolean' }> = {
    ...Object.fromEntries(OPTION_NAMES.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' as const }])),
  };
  const unknown = args.find((arg) => /^--[a-z]/.test(arg) && !(optionOf(arg) in options));
  if (unknown !== undefined)
    return { command: 'usage', problem: unknownOption(optionOf(unknown), Object.keys(options)) };
  try {
    const { values: parsed, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const values: Readonly<Record<string, unknown>> = parsed;
    const [command = 'check', ...rest] = positionals;
    if (values['help'] === true) return { command: 'help' };
    if (values['version'] === true) return { command: 'version' };
    if (command === 'explain') return explainCommand(rest, values);
    if (command !== 'check' || rest.length > 0)
      return { command: 'usage', problem: 'the commands are check, which takes options only, and explain [FILE]' };
    const given = Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return {
      command: 'check',
      json: values['json'] === true,
      stdin: values['stdin'] === true,
      values: Object.fromEntries(given),
    };
  } catch (error) {
    // The parser's own message may quote the value; the option that it names is one of ours.
    const option = /'(?:-\w, )?(--[a-z-]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return {
      command: 'usage',
      problem: `${option ?? 'an option'} lacks its value, or has one that it does not take`,
    };
  }
}

function explainCommand(files: readonly string[], values: Readonly<Record<string, unknown>>): CommandLine {
  const [file] = files;
  const other = Object.keys(values).find((name) => name !== 'json');
  if (other !== undefined) return { command: 'usage', problem: `explain does not take --${other}, only --json` };
  if (files.length > 1) return { command: 'usage', problem: 'explain takes one file, or reads standard input' };
  return { command: 'explain', json: values['json'] === true, file: file === '-' ? undefined : file };
}

function optionOf(arg: string): string {
  return arg.slice(2).split('=')[0] ?? '';
}

function unknownOption(option: string, known: readonly string[]): string {
  if (SECRET_INPUTS.has(option as InputName)) {
    return `--${option} would put a secret into the list of processes: set it in the environment, in a profile, or hand it over with --stdin`;
  }
  const nearest = [...known].sort((a, b) => distance(option, a) - distance(option, b))[0] ?? '';
  const hint = distance(option, nearest) <= Math.ceil(option.length / 4) ? `; the nearest is --${nearest}` : '';
  return `there is no option --${option.slice(0, 40)}${hint}`;
}

type Given = Partial<Record<InputName, string>>;

const FIELDS: readonly (readonly [field: string, input: InputName])[] = [
  ['AccessKeyId', 'aws-access-key-id'],
  ['SecretAccessKey', 'aws-secret-access-key'],
  ['SessionToken', 'aws-session-token'],
  ['Expiration', 'expires-at'],
];

/**
 * Credentials as `aws configure export-credentials --format process` prints them, or as STS answers them within
 * `Credentials`. Undefined where the text is neither.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function readCredentialsJson(text: string): Given | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const outer = asRecord(parsed);
    const values = asRecord(outer?.['Credentials']) ?? outer;
    const given = FIELDS.flatMap(([field, input]) => {
      const value = values?.[field];
      return typeof value === 'string' && value !== '' ? [[input, value] as const] : [];
    });
    return given.length === 0 ? undefined : Object.fromEntries(given);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** The terminal and what is around it. */
export interface Terminal {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  readonly version: string;
  readonly colour: boolean;
  readonly readStdin: () => Promise<string>;
  /** Somebody types into standard input. */
  readonly isInteractive: boolean;
  /** Both throw errors of Node's, which have a code. */
  readonly openStdin: () => AsyncIterable<Uint8Array>;
  readonly openFile: (path: string) => AsyncIterable<Uint8Array>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}
