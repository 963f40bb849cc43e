import { describe, expect, it, test } from '@jest/globals';
import { summaryOf } from '../../src/report/summary.ts';
import { finding, report } from './example.ts';

const SETTINGS = { summary: 'problems', maskAccountId: false } as const;
const of = (text: string): string =>
  summaryOf(
    report([
      finding({
        title: text,
        explanation: text,
        evidence: [text],
        fix: [text],
        table: { head: ['A'], rows: [[text]] },
      }),
    ]),
    [],
    SETTINGS,
  ) ?? '';

describe('summaryOf', () => {
  test.each([
    ['an image', '![x](https://example.com/pixel.png)', /!\[/],
    ['a link', '[here](https://example.com)', /\[here\]/],
    ['HTML', '<img src=x onerror=alert(1)><script>', /<(?:img|script)/],
    ['the end of the details', '</details>', /(?:<\/details>[^]*){3}/],
    ['a mention', '@octo-org/admins', /@octo/],
    ['an issue', 'octo-org/octo-repo#1', /#1\b/],
    ['a table’s end', 'a | b', /a \| b/],
    ['emphasis', '**bold** _it_ ~~no~~', /\*\*bold|_it_|~~/],
    ['a heading', '\n# heading', /^# heading/m],
    ['the end of a fence', '```\nout', /```/],
    ['a backtick that stays open', 'a ` <b>', /<b>/],
    // eslint-disable-next-line no-control-regex -- an escape is what must not be there
    ['a terminal escape', '\u001b[2J', /\u001b/],
  ])('shows %s as text', (_what, text, live) => {
    expect(of(text)).not.toMatch(live);
  });

  it('closes a fence after whatever its text holds', () => {
    const patch = { patch: '@@ -1,2 +1,2 @@\n a\n+````\n+<b>\n', file: 'a.yml', line: 2, url: undefined };
    const text = summaryOf(report([finding()]), [patch], SETTINGS) ?? '';
    expect(text).toContain('`````diff\n@@ -1,2 +1,2 @@\n a\n+````\n+<b>\n`````');
  });

  it('shows code of our own as code', () => {
    expect(of('set `AWS_REGION` here')).toContain('set <code>AWS&#95;REGION</code> here');
  });

  it('stays far below what the runner takes', () => {
    expect(of('x'.repeat(300_000)).length).toBeLessThan(1024 * 1024);
  });

  test.each([
    ['always', 'ok', true],
    ['problems', 'ok', false],
    ['problems', 'bad', true],
    ['never', 'bad', false],
  ] as const)('with summary: %s and a verdict of %s, is there: %s', (summary, verdict, there) => {
    const findings = verdict === 'bad' ? [finding()] : [finding({ severity: 'notice' })];
    expect(summaryOf(report(findings, { verdict }), [], { ...SETTINGS, summary }) !== undefined).toBe(there);
  });

  it('hides account IDs where that is wanted', () => {
    const text = summaryOf(report([finding({ title: 'Account 123456789012' })]), [], {
      ...SETTINGS,
      maskAccountId: true,
    });
    expect(text).not.toContain('123456789012');
  });
});
