import { styleText } from 'node:util';
import { explain, type Recognised } from '../explain/explain.ts';
import { remedyFor } from '../explain/remedies.ts';
import type { Candidate } from '../explain/sign.ts';
import { harmlessLine } from '../model/text.ts';
import { EXIT_STATUS, USAGE_EXIT_STATUS } from '../report/conclusion.ts';
import type { Terminal } from './options.ts';

/** What `explain --json` prints. */
interface Explained {
  readonly schema: 1;
  /** Empty where nothing was recognised. */
  readonly matched: string;
  /** Likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** Explains an error that was printed elsewhere. Exit status 0 where something was recognised, 3 where not, 2 without a text. */
export async function runExplain(
  { json, file }: { readonly json: boolean; readonly file: string | undefined },
  terminal: Terminal,
): Promise<number> {
  let text: string;
  try {
    text = await (file === undefined ? terminal.readStdin() : terminal.readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const source = file === undefined ? 'standard input' : `the file ${harmlessLine(file)}`;
    terminal.complain(`aws-credentials-preflight: ${source} cannot be read (${code})\n`);
    return USAGE_EXIT_STATUS;
  }
  const recognised = explain(text, true);
  const explained = merged(recognised);
  terminal.print(json ? `${JSON.stringify(explained)}\n` : textOf(recognised, terminal.colour));
  return recognised.length > 0 ? EXIT_STATUS.ok : EXIT_STATUS.unknown;
}

/** Of several errors the first is what the others followed from. */
function merged(recognised: readonly Recognised[]): Explained {
  const all = recognised.flatMap(({ candidates }) => candidates);
  const candidates = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
  return { schema: 1, matched: recognised[0]?.matched ?? '', candidates };
}

function textOf(recognised: readonly Recognised[], colour: boolean): string {
  if (recognised.length === 0) return 'No error about AWS credentials is recognised in this text.\n';
  const bold = (text: string): string => (colour ? styleText('bold', text, { validateStream: false }) : text);
  const blocks = recognised.map(({ matched, line, candidates }) =>
    [
      bold(`${matched} (line ${line})`),
      candidates.length === 1 ? 'The likely cause:' : 'It has several causes; likeliest first:',
      ...candidates.map(({ id, why }, index) => `${index + 1}. ${why} [${id}]\n   ${remedyFor(id).fix}`),
    ].join('\n'),
  );
  const advice = 'To learn which it is, run this program without a command, where the error came up: it asks STS.';
  return `${[...blocks, advice].join('\n\n')}\n`.replaceAll('`', '');
}
