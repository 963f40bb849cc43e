import { startDeadline } from '../http/deadline.ts';
import { secretVariables } from '../gather/key-variables.ts';
import type { InputReader } from '../inputs/names.ts';
import { demandsOf } from '../demands.ts';
import { readSettings } from '../inputs/read-settings.ts';
import { preflight } from '../preflight.ts';
import { EXIT_STATUS, isFailure, USAGE_EXIT_STATUS } from '../report/conclusion.ts';
import { reportJson } from '../report/outputs.ts';
import { terminalText } from '../report/terminal.ts';
import type { Report } from '../model/report.ts';
import { scrub } from '../report/scrub.ts';
import { usageReport } from '../diagnose/report.ts';
import { readCredentialsJson } from './options.ts';
import { helpText } from './help.ts';
import { readCommandLine, type CommandLine } from './options.ts';
import type { Terminal } from './options.ts';

/** One run of the command line. Gives the exit status: 0 ok or skipped, 1 bad, 2 usage, 3 unknown. */
export async function runCommandLine(terminal: Terminal): Promise<number> {
  const line = readCommandLine(terminal.args);
  switch (line.command) {
    case 'help':
      terminal.print(helpText());
      return 0;
    case 'version':
      terminal.print(`${terminal.version}\n`);
      return 0;
    case 'usage':
      terminal.complain(`aws-credentials-preflight: ${line.problem}\nTry --help.\n`);
      return USAGE_EXIT_STATUS;
    case 'explain': {
      // Loaded for this command alone: a check has no use for it.
      const { runExplain } = await import(/* webpackChunkName: "explain" */ './explain.ts');
      return runExplain(line, terminal);
    }
    case 'check':
      return check(line, terminal);
  }
}

async function check(line: Extract<CommandLine, { command: 'check' }>, terminal: Terminal): Promise<number> {
  const fromStdin = line.stdin ? readCredentialsJson(await terminal.readStdin()) : {};
  if (fromStdin === undefined) {
    terminal.complain('aws-credentials-preflight: standard input holds no credentials as JSON\nTry --help.\n');
    return USAGE_EXIT_STATUS;
  }
  const values = { ...fromStdin, ...line.values };
  const read: InputReader = (name) => values[name];
  const given = readSettings(read);
  const needs = await demandsOf(read, undefined);
  if (given.problems !== undefined || needs.problems !== undefined) {
    const problems = [...(given.problems ?? []), ...(needs.problems ?? [])];
    show(scrub(usageReport(problems), secretVariables(terminal.env)), line.json, terminal, false);
    return USAGE_EXIT_STATUS;
  }
  const { settings } = given;
  const outcome = await preflight(settings, {
    ...terminal,
    deadline: startDeadline(settings.timeout * 1000),
    demands: needs.demands,
  });
  for (const error of outcome.internalErrors) {
    terminal.complain(`A part of the preflight failed (${error}); the rest of its report stands.\n`);
  }
  show(outcome.report, line.json, terminal, settings.maskAccountId);
  const status = EXIT_STATUS[outcome.report.verdict];
  return status === 0 && isFailure(outcome.report, settings) ? 1 : isFailure(outcome.report, settings) ? status : 0;
}

function show(report: Report, json: boolean, { colour, print }: Terminal, maskAccountId: boolean): void {
  print(json ? `${reportJson(report)}\n` : terminalText(report, { colour, maskAccountId }));
}
