import { styleText } from 'node:util';
import type { Candidate } from '../explain/causes.ts';
import { explainLog, type Recognised } from '../explain/explain.ts';
import { explainedOf } from '../explain/fixes.ts';
import { LogReader } from '../explain/log.ts';
import { harmlessLine } from '../model/text.ts';
import { EXIT_STATUS, USAGE_EXIT_STATUS } from '../report/conclusion.ts';
import type { Terminal } from './options.ts';

/** What `explain --json` prints. */
interface Explained {
  readonly schema: 1;
  /** Empty where nothing was recognised. */
  readonly matched: string;
  /** Likeliest first. */
  readonly candidates: readonly Pick<Candidate, 'id' | 'why'>[];
}

/** In the text; `--json` has all. */
const MOST_CAUSES = 3;
const MOST_ERRORS = 3;

/** Explains an error that was printed elsewhere. Exit status 0 where something was recognised, 3 where not, 2 without a text. */
export async function runExplain(
  { json, file }: { readonly json: boolean; readonly file: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const reader = new LogReader();
  try {
    if (file === undefined && terminal.isInteractive) {
      terminal.complain('Paste the error or the log, then end it with Ctrl+D (on Windows: Ctrl+Z, Enter).\n');
    }
    for await (const chunk of file === undefined ? terminal.openStdin() : terminal.openFile(file)) reader.write(chunk);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const source = file === undefined ? 'standard input' : `the file ${harmlessLine(file)}`;
    terminal.complain(`aws-credentials-preflight: ${source} cannot be read (${code})\n`);
    return USAGE_EXIT_STATUS;
  }
  const log = reader.end();
  const recognised = explainLog(log, { isOfAws: true });
  const note = log.isWhole ? '' : `\n${PARTLY}\n`;
  terminal.print(json ? `${JSON.stringify(merged(recognised))}\n` : textOf(recognised, terminal.colour) + note);
  return recognised.length > 0 ? EXIT_STATUS.ok : EXIT_STATUS.unknown;
}

const PARTLY = 'The log is long: only its beginning and its end were looked at in full.';

/** Of several errors the first is what the job failed of, or what the others followed from. */
function merged(recognised: readonly Recognised[]): Explained {
  const all = recognised.flatMap(({ candidates }) => candidates);
  const candidates = all
    .filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
    .map(({ id, why }) => ({ id, why }));
  return { schema: 1, matched: recognised[0]?.matched ?? '', candidates };
}

/** What happened, what to change, how we know. */
function textOf(recognised: readonly Recognised[], colour: boolean): string {
  if (recognised.length === 0) return 'No error about AWS credentials is recognised in this text.\n';
  const bold = (text: string): string => (colour ? styleText('bold', text, { validateStream: false }) : text);
  const blocks = recognised.slice(0, MOST_ERRORS).map((one) => blockOf(one, bold));
  const more = recognised.length - MOST_ERRORS;
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'error' : 'errors'} recognised: see --json.`] : [];
  const advice = recognised[0]?.candidates.some(({ id }) => JUDGED_BY_STS.has(id)) === true ? [ADVICE] : [];
  return `${[...blocks, ...rest, ...advice].join('\n\n')}\n`.replaceAll('`', '');
}

function blockOf({ matched, line, candidates }: Recognised, bold: (text: string) => string): string {
  const causes = candidates.slice(0, MOST_CAUSES);
  const [first] = causes;
  if (first === undefined) return '';
  const fixes =
    causes.length === 1
      ? [`What to change: ${fixOf(first)}`]
      : [
          'What to change, by cause (likeliest first):',
          ...causes.map((cause, index) => `${index + 1}. ${sentence(cause.why)} [${cause.id}]\n   ${fixOf(cause)}`),
        ];
  const cause = causes.length === 1 ? [`${sentence(first.why)} [${first.id}]`] : [];
  const { title, docs } = explainedOf(first.id);
  return [
    bold(`${causes.length === 1 ? '' : 'Perhaps: '}${title}`),
    ...cause,
    ...fixes,
    `How we know: line ${line} says "${matched}"`,
    `Read more: ${docs}`,
  ].join('\n');
}

function fixOf({ id, fix }: Candidate): string {
  return fix ?? explainedOf(id).fix;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** STS can tell these from each other; a denial or a target it cannot, since GetCallerIdentity needs no permission. */
const JUDGED_BY_STS: ReadonlySet<string> = new Set([
  'access-key-rejected',
  'secret-access-key-rejected',
  'session-token-missing',
  'session-token-stale',
  'session-token-mismatched',
  'session-token-malformed',
  'session-token-expired',
  'session-token-region-limited',
  'region-disabled',
  'no-credentials',
  'stray-characters',
  'swapped-keys',
]);
const ADVICE =
  'To find out which it is, run this program without a command in the place where the error came up: it asks AWS STS.';
