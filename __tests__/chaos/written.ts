import type { Toolkit } from '../../src/report/toolkit.ts';
import { write, type Writing } from '../../src/report/writer.ts';
import { usageReport } from '../../src/diagnose/report.ts';

/** A toolkit that notes what is written, in order: `mask …`, `output name=…`, `error title: message`. */
export function capture(): { readonly core: Toolkit; readonly lines: string[] } {
  const lines: string[] = [];
  const annotate =
    (type: string) =>
    (message: string, { title = '' } = {}): void => {
      lines.push(`${type} ${title}: ${message}`);
    };
  const summary = {
    addRaw: (text: string) => {
      lines.push(`summary ${text}`);
      return { write: () => Promise.resolve() };
    },
  };
  const core = {
    error: annotate('error'),
    warning: annotate('warning'),
    notice: annotate('notice'),
    setSecret: (value: string) => lines.push(`mask ${value}`),
    setOutput: (name: string, value: string) => lines.push(`output ${name}=${value}`),
    info: (line: string) => lines.push(`info ${line}`),
    debug: () => undefined,
    summary,
  } as unknown as Toolkit;
  return { core, lines };
}

/** What a run wrote, in order. */
export async function written(writing: Partial<Writing>): Promise<readonly string[]> {
  const { core, lines } = capture();
  await write(core, {
    report: usageReport([]),
    settings: { failOn: 'error', onUnknown: 'fail', maskAccountId: false, summary: 'problems' },
    secrets: [],
    lines: [],
    patches: [],
    internalErrors: [],
    ...writing,
  });
  return lines;
}
