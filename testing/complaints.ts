import { outputsOf } from '../src/report/outputs.ts';
import type { Finding, Report } from '../src/model/report.ts';
import type { Run } from './run.ts';

const REPORT_KEYS = [
  'schema',
  'verdict',
  'findings',
  'tools',
  'role',
  'identity',
  'credentials',
  'clock',
  'session',
  'sts',
];
const FINDING_KEYS = ['id', 'severity', 'title', 'explanation', 'evidence', 'fix', 'docs', 'confirmed', 'patch'];
const PIECE = 12;
/** Words that readers with English as a second language stumbled over. */
const OLD_WORDS =
  /neither good nor bad|give or take|the very|hand(?:s|ed)? (?:on|out|over)\b|come to (?:their|its) end|fit for use|line end\b/;

/** What in any run, whatever the scenario, is not as the contract has it. */
export function complaintsAbout(run: Run): readonly string[] {
  const report = JSON.parse(run.result.outputs['report'] ?? '{}') as Report;
  return [
    ...aboutOutputs(run, report),
    ...aboutReport(report),
    ...aboutAnnotations(run, report),
    ...aboutSummary(run, report),
    ...leaks(run),
    ...aboutStandardError(run),
  ];
}

/** Nothing is there but the SDK's own word on older versions of Node.js. */
function aboutStandardError({ result: { stderr } }: Run): string[] {
  return stderr === '' || stderr.includes('NodeVersionSupportWarning')
    ? []
    : [`standard error: ${stderr.slice(0, 500)}`];
}

/** Every output is there, and says what the report says. */
function aboutOutputs({ result }: Run, report: Report): string[] {
  const expected: Record<string, string> = { ...outputsOf(report), report: result.outputs['report'] ?? '' };
  const names = new Set([...Object.keys(expected), ...Object.keys(result.outputs)]);
  return [...names].flatMap((name) =>
    result.outputs[name] === expected[name]
      ? []
      : [`output ${name} is ${String(result.outputs[name])}, and the report says ${String(expected[name])}`],
  );
}

function aboutReport(report: Report): string[] {
  const same = (a: object, keys: readonly string[]): boolean =>
    Object.keys(a).sort().join() === [...keys].sort().join();
  return [
    ...(same(report, REPORT_KEYS) ? [] : [`the report has the keys ${Object.keys(report).join()}`]),
    ...report.findings.flatMap((finding) => (same(finding, FINDING_KEYS) ? [] : [`${finding.id} has other keys`])),
    ...report.findings.flatMap(aboutProse),
  ];
}

/** The house rules for messages. */
function aboutProse(finding: Finding): string[] {
  const sentences = [finding.explanation, ...finding.fix];
  return [
    ...(finding.title.endsWith('.') ? ['its title ends in a full stop'] : []),
    ...sentences.flatMap((text) => (/[.!?]$/.test(text) ? [] : [`"${text}" is no whole sentence`])),
    ...[...sentences, ...finding.evidence, finding.title].flatMap((text) =>
      /undefined|\[object|NaN| {2}|\.\.(?!\.)| ,/.test(text.replace(/`[^`]+`/g, 'x')) || text.includes('``')
        ? [`"${text}" has a gap`]
        : [],
    ),
    ...(finding.evidence.length === 0 ? ['it has no evidence'] : []),
    ...(finding.fix.length === 0 ? ['it has no fix'] : []),
    ...(finding.docs.endsWith(`/docs/diagnoses/${finding.id}.md`) ? [] : ['it does not link to its own page']),
    ...(finding.fix.length > 2 ? [`it has ${finding.fix.length} changes`] : []),
    ...(OLD_WORDS.test([...sentences, ...finding.evidence, finding.title].join(' '))
      ? ['it has words that readers do not know']
      : []),
  ].map((complaint) => `${finding.id}: ${complaint}`);
}

function aboutAnnotations({ result }: Run, report: Report): string[] {
  const counted = result.annotations.length === Math.min(report.findings.length, 30);
  return [
    ...(counted ? [] : [`${result.annotations.length} annotations for ${report.findings.length} findings`]),
    ...result.annotations.flatMap(({ properties, message }, index) => {
      const finding = report.findings[index];
      const title = properties['title'] ?? '';
      const rules: readonly [boolean, string][] = [
        [title.length > 0 && title.length <= 80, `title of ${title.length} characters`],
        [message.length <= 900, `message of ${message.length} characters`],
        [
          finding !== undefined && message.startsWith(finding.explanation.slice(0, 20)),
          'does not start with what is wrong',
        ],
        [message.includes('\nHow we know:\n- '), 'does not say how we know'],
        [
          /\nWhat to change(?: \(Fix \d of \d; (?:both|all) are needed\))?:\n- /.test(message),
          'does not say what to change',
        ],
        [/\nRead more: https:\/\/\S+$/.test(message), 'does not end in a link'],
      ];
      return rules.flatMap(([holds, complaint]) => (holds ? [] : [`annotation "${title}": ${complaint}`]));
    }),
  ];
}

function aboutSummary({ result, inputs }: Run, report: Report): string[] {
  const problems = report.verdict !== 'ok' || report.findings.some(({ severity }) => severity !== 'notice');
  // A bad input value leaves the others undecided.
  const wish = report.findings.some(({ id }) => id === 'usage') ? 'problems' : inputs['summary'];
  const wanted = wish === 'always' || (wish !== 'never' && problems);
  if (wanted !== (result.summary !== '')) return [`the summary is ${wanted ? 'missing' : 'there'}`];
  // Its wording is in the goldens, once a file; that nothing is left out is seen everywhere.
  return report.findings
    .filter(({ id }) => wanted && !result.summary.includes(`<code>${id}</code> ·`))
    .map(({ id }) => `the summary does not show ${id}`);
}

/** Nothing secret, in no form, anywhere; of a secret, not even a piece. */
export function leaks({ result, secrets, values }: Run): string[] {
  const log = result.stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const places = { log, 'standard error': result.stderr, 'command files': result.files };
  return Object.entries(places).flatMap(([place, text]) =>
    [
      ...values.filter((value) => isIn(text, value)),
      ...secrets.filter((secret) => isIn(text, secret) || isPartlyIn(text, secret)),
    ].map((secret) => `the ${place} holds ${secret.slice(0, 4)}… (${secret.length})`),
  );
}

function isIn(text: string, secret: string): boolean {
  const forms = [secret, encodeURIComponent(secret), base64(secret), JSON.stringify(secret).slice(1, -1)];
  return forms.some((form) => text.includes(form));
}

/** A key ID's ends are shown on purpose. */
function isPartlyIn(text: string, secret: string): boolean {
  if (/^[A-Z0-9]{20}$/.test(secret)) return false;
  for (let at = 0; at + PIECE <= secret.length; at++) if (text.includes(secret.slice(at, at + PIECE))) return true;
  return false;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '');
}
