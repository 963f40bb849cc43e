import type { Finding, PatchedFile, Report, SummaryTable } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { harmless, withoutAccountIds } from '../model/text.ts';
import { type Order, ordersOf } from './annotations.ts';
import { closingLine } from './conclusion.ts';

/** Far below the 1 MiB that the runner takes for a step. */
const LONGEST = 200_000;
const MARK = { error: '❌', unknown: '❓', warning: '⚠️', notice: 'ℹ️' } as const;

/**
 * The job summary as Markdown; undefined where none is wanted.
 *
 * @param more the last line of the log, where no credentials were checked; what the principal may do
 */
export function summaryOf(
  report: Report,
  patches: readonly (PatchedFile | undefined)[],
  settings: Pick<Settings, 'summary' | 'maskAccountId'>,
  {
    closing,
    permissions,
  }: { readonly closing?: string | undefined; readonly permissions?: SummaryTable | undefined } = {},
): string | undefined {
  const problems = report.findings.some(({ severity }) => severity !== 'notice') || report.verdict !== 'ok';
  if (settings.summary === 'never' || (settings.summary === 'problems' && !problems)) return undefined;
  const orders = ordersOf(report.findings);
  const parts = [
    `## AWS credentials preflight`,
    prose(closing ?? closingLine(report)),
    ...(closing === undefined && report.verdict === 'ok' ? [healthy(report)] : []),
    ...report.findings.map((finding, index) => section(finding, orders[index], patches[index])),
    ...(permissions === undefined ? [] : [`### Permissions\n\n${table(permissions.head, permissions.rows)}`]),
    ...(closing === undefined ? [facts(report)] : []),
  ];
  const text = `${parts.join('\n\n')}\n`;
  const visible = settings.maskAccountId ? withoutAccountIds(text) : text;
  return visible.length > LONGEST ? `${visible.slice(0, LONGEST)}\n\n…\n` : visible;
}

function section(finding: Finding, order: Order | undefined, patch: PatchedFile | undefined): string {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${prose(line)}`).join('\n');
  const { snippet } = finding;
  const shown =
    patch === undefined ? (snippet === undefined ? [] : [fenced(snippet.text, snippet.language)]) : [patchBlock(patch)];
  const which = order === undefined ? '' : ` (Fix ${order.position} of ${order.of})`;
  return [
    `### ${MARK[finding.severity]} ${prose(finding.title)}`,
    prose(finding.explanation),
    `**What to change**${which}\n\n${list(finding.fix)}`,
    ...shown,
    folded('How we know', [
      list(besideTheTable(finding)),
      ...(finding.table === undefined ? [] : [table(finding.table.head, finding.table.rows)]),
    ]),
    `<code>${finding.id}</code> · [Read more](${finding.docs})`,
  ].join('\n\n');
}

/** The file and line as a link, and the change; the lines lose the indentation that all of them have. */
function patchBlock({ patch, file, line, url }: PatchedFile): string {
  const place = `<code>${entities(file)}</code>, line ${line}`;
  const lines = patch.split('\n').filter((one) => one !== '' && !/^(?:---|\+\+\+) /.test(one));
  const isText = (one: string): boolean => /^[-+ ]/.test(one) && one.trim().length > 1;
  const indents = lines.filter(isText).map((one) => one.slice(1).search(/\S/));
  const common = indents.length === 0 ? 0 : Math.max(0, Math.min(...indents));
  const dedented = lines.map((one) => (isText(one) ? `${one[0] ?? ''}${one.slice(1 + common)}` : one.trimEnd()));
  const link = url === undefined ? place : `[${place}](${url})`;
  return `${link}\n\n${fenced(`${dedented.join('\n')}\n`, 'diff')}`;
}

/** The evidence that is no row of the table. */
function besideTheTable({ evidence, table: shown }: Finding): readonly string[] {
  const rows = new Set(shown?.rows.map((cells) => cells.join(': ')));
  return evidence.filter((line) => !rows.has(line));
}

function folded(title: string, parts: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${parts.filter((part) => part !== '').join('\n\n')}\n\n</details>`;
}

/** One line, which reads well below those of the other jobs of a matrix. */
function healthy({ identity, session, sts, role: proved }: Report): string {
  const role = proved?.identity ? [proved.arn] : [];
  return table(
    ['Account', 'Identity', ...role.map(() => 'Role'), 'Ends', 'Region'],
    [[identity?.account ?? '', identity?.arn ?? '', ...role, session.expiresAt ?? 'not known', sts.region ?? '']],
  );
}

function facts({ credentials, clock, session, sts }: Report): string {
  const rows = [
    [
      'Credentials',
      credentials.source === 'none'
        ? 'none'
        : `${credentials.accessKeyId ?? 'no key ID'}, from ${credentials.location ?? credentials.source}`,
    ],
    ...(sts.endpoint === null
      ? []
      : [
          [
            'STS',
            `\`${sts.endpoint}\` (${sts.region ?? ''}), ${sts.requests} ${sts.requests === 1 ? 'request' : 'requests'}`,
          ],
        ]),
    ...(clock === null
      ? []
      : [['Clock', `${clock.skewSeconds.toFixed(1)} ± ${clock.uncertaintySeconds.toFixed(1)} s against AWS`]]),
    ...(session.expiresAt === null ? [] : [['Session ends', `${session.expiresAt}, by ${session.basis ?? ''}`]]),
    ...(sts.requestIds.length === 0
      ? []
      : [['Request IDs', sts.requestIds.map((id) => id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 64)).join(', ')]]),
  ];
  return folded('What was checked', [table(['What', 'Value'], rows)]);
}

/** Everything that Markdown, HTML or GitHub's own syntax would read as more than text. */
function entities(text: string): string {
  return text.replace(/[&<>"'`*_~[\]|@#\\:{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Outside of code GitHub makes links of what looks like one, entities or not; a zero-width space stops it. */
function unlinked(text: string): string {
  return text.replace(/[@#](?=[\w-])|:(?=\/\/)|\bwww(?=\.)/gi, '$&\u200b');
}

/** Our own prose as Markdown: what stands in backticks becomes code, everything is escaped. Line feeds become spaces. */
export function prose(text: string): string {
  return harmless(text.replace(/[\r\n]+/g, ' '))
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${entities(part)}</code>` : entities(unlinked(part))))
    .join('');
}

/** A fenced block that its own text cannot end. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${harmless(text).replace(/\n$/, '')}\n${fence}`;
}

/** A table of plain cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(prose).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
