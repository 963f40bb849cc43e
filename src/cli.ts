import { createReadStream } from 'node:fs';
import { homedir, release } from 'node:os';
import { text } from 'node:stream/consumers';
import { runCommandLine } from './command-line/run.ts';
import { VERSION } from './model/version.ts';

/** The entry of the command line: the terminal in, the exit status out. */
export async function commandLine(): Promise<void> {
  let status = 3;
  try {
    status = await runCommandLine({
      args: process.argv.slice(2),
      env: process.env,
      host: { platform: process.platform, homedir: homedir(), release: release() },
      now: Date.now,
      version: VERSION,
      // https://no-color.org
      colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
      readStdin: () => text(process.stdin),
      isInteractive: process.stdin.isTTY,
      openStdin: () => process.stdin,
      openFile: (path) => createReadStream(path),
      print: (line) => process.stdout.write(line),
      complain: (line) => process.stderr.write(line),
    });
  } catch (error) {
    // Whatever was thrown may hold a value, so only its kind is told.
    process.stderr.write(`The preflight itself failed (${error instanceof Error ? error.name : 'unknown error'}).\n`);
  }
  process.stdout.write('', () => process.exit(status));
}
