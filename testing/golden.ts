import type { RecordedRequest } from '../simulator/server.ts';
import type { StepAnnotation } from '../simulator/step.ts';
import { normalise } from './normalise.ts';
import type { Run } from './run.ts';
import type { Scenario } from './scenario.ts';

const HEADING = /^# (.*)$/m;

/** What a reader of the job sees, as a page that GitHub shows well: annotations, log, requests and, if wished, the summary. */
export function goldenOf(scenario: Scenario, { result, requests }: Run, show: { readonly summary: boolean }): string {
  const said = result.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('::'));
  const parts = [
    `# ${scenario.title}`,
    result.annotations.map(annotationBlock).join('\n\n') || 'No annotation.',
    `Log: ${said.join(' ')}`,
    `Requests to STS:\n\n${requests.map(requestLine).join('') || 'None.\n'}`,
    ...(show.summary ? [result.summary === '' ? 'No summary.' : `Summary:\n\n${quote(result.summary)}`] : []),
  ];
  return `${normalise(parts.join('\n\n'), { retries: typeof scenario.expect.requests !== 'number' }).trimEnd()}\n`;
}

/** As GitHub's log shows it. */
export function annotationBlock({ type, properties, message }: StepAnnotation): string {
  const { title = '', file, line } = properties;
  const at = file === undefined ? '' : `${file}:${line ?? ''}: `;
  return `\`\`\`text\n${type}: ${at}${title}\n\n${message}\n\`\`\``;
}

function requestLine(request: RecordedRequest, index: number, all: readonly RecordedRequest[]): string {
  const { accessKeyId, headers, status, code } = request;
  // The key that STS made for a role is another in every run.
  const isMade = all.slice(0, index).some(({ action, status: was }) => action.startsWith('AssumeRole') && was === 200);
  const named = isMade ? 'the role’s key' : `${accessKeyId?.slice(0, 4)}…${accessKeyId?.slice(-4)}`;
  const key = accessKeyId === undefined ? 'no readable key' : named;
  const token = headers['x-amz-security-token'] === undefined ? 'no token' : 'a token';
  return `${index + 1}. ${request.action} with ${key} and ${token}, ${request.region ?? 'no region'}: ${status}${code === undefined ? '' : ` ${code}`}\n`;
}

function quote(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** The scenarios of one golden file by their titles. */
export function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = text.split(/^(?=# )/m).filter((section) => HEADING.test(section));
  return new Map(sections.map((section) => [HEADING.exec(section)?.[1] ?? '', `${section.trimEnd()}\n`]));
}

export function goldenFile(sections: ReadonlyMap<string, string>): string {
  return [...sections.values()].join('\n');
}
