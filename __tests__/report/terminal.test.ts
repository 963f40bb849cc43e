import { describe, expect, it } from '@jest/globals';
import { terminalText } from '../../src/report/terminal.ts';
import { finding, report } from './example.ts';

const PLAIN = { colour: false, maskAccountId: false } as const;

describe('terminalText', () => {
  it('is plain where colour is not wanted', () => {
    // eslint-disable-next-line no-control-regex -- an escape is what must not be there
    expect(terminalText(report([finding()]), PLAIN)).not.toMatch(/\u001b/);
  });

  it('lets no escape of a value through, but its own', () => {
    const evil = '\u001b]52;c;aGk=\u0007\u009b2J';
    const text = terminalText(
      report([finding({ title: evil, evidence: [evil], snippet: { language: 'yaml', text: evil } })]),
      {
        ...PLAIN,
        colour: true,
      },
    );
    // eslint-disable-next-line no-control-regex -- escapes are what is looked for
    expect(text.replace(/\u001b\[[\d;]+m/g, '')).not.toMatch(/[\u001b\u0007\u009b]/);
  });

  it('hides account IDs where that is wanted', () => {
    const text = terminalText(report([finding({ title: 'Account 123456789012' })]), { ...PLAIN, maskAccountId: true });
    expect(text).not.toContain('123456789012');
  });
});
