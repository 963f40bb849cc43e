import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { INPUT_NAMES, SECRET_INPUTS, type InputName } from '../inputs/names.ts';

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
const LONGEST_TYPO = 3;

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
  } catch {
    // The parser's own message may quote the value.
    return { command: 'usage', problem: 'an option lacks its value, or has one that it does not take' };
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
  const hint = distance(option, nearest) <= LONGEST_TYPO ? `; the nearest is --${nearest}` : '';
  return `there is no option --${option.slice(0, 40)}${hint}`;
}

/** What --help prints. */
export function helpText(): string {
  return `Usage: aws-credentials-preflight [check] [options]
       aws-credentials-preflight explain [--json] [FILE]

check asks AWS STS whether the credentials of this environment are accepted, and explains what is wrong where they are
not. explain reads an error that any AWS tool printed, from FILE or standard input, and names its likely causes; it
asks nobody.

Options of check, as the action's inputs of the same name:
${OPTION_NAMES.map((name) => `  --${name} VALUE`).join('\n')}

  --stdin      read credentials from standard input, as JSON of the form that
               "aws configure export-credentials" prints
  --json       print the report, or the causes, as JSON
  --help       print this text
  --version    print the version

Options never carry secrets: keys come from the environment, a profile or standard input.

Exit status: 0 accepted or skipped, 1 not fit for use, 2 wrong usage, 3 could not be checked.
Of explain: 0 where it recognised something, 3 where not.
`;
}
