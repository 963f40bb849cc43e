import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { displayPath, expandHome, readText } from '../../src/gather/files.ts';
import { shownName } from '../../src/model/text.ts';
import { Home, told } from './surroundings.ts';

describe('readText', () => {
  it('reads text, through a symbolic link too', async () => {
    using home = new Home({ plain: 'text' });
    symlinkSync(home.at('plain'), home.at('link'));
    expect(await readText(home.at('link'))).toEqual({ kind: 'text', text: 'text' });
  });

  it('tells an absent file, also below a file', async () => {
    using home = new Home({ plain: '' });
    expect(await readText(home.at('none'))).toEqual({ kind: 'absent' });
    expect(await readText(home.at('plain/none'))).toEqual({ kind: 'absent' });
  });

  test.each<[string, (home: Home) => string, RegExp]>([
    ['a directory', (home) => home.path, /directory/],
    ['10 MB', (home) => home.write('f', Buffer.alloc(10_000_000, 'a')), /larger than 1024 KiB/],
    ['UTF-16 without a mark', (home) => home.write('f', Buffer.from('[default]', 'utf16le')), /UTF-16/],
    ['UTF-16', (home) => home.write('f', Buffer.from('\uFEFF[default]', 'utf16le')), /UTF-16/],
    ['Latin-1', (home) => home.write('f', Buffer.from([0x5b, 0xe4, 0x5d])), /UTF-8/],
    ['a loop of links', (home) => (symlinkSync(home.at('f'), home.at('f')), home.at('f')), /loop/],
    ['a device', () => '/dev/zero', /not a regular file/],
    ['a named pipe', (home) => (execFileSync('mkfifo', [home.at('f')]), home.at('f')), /not a regular file/],
  ])('refuses %s', async (_name, make, why) => {
    using home = new Home();
    expect(told(await readText(make(home)))).toMatchObject({ kind: 'unreadable', why: expect.stringMatching(why) });
  });

  it('reads a NUL, as AWS tools do', async () => {
    using home = new Home({ plain: 'text\0more' });
    expect(await readText(home.at('plain'))).toEqual({ kind: 'text', text: 'text\0more' });
  });

  it('takes a NUL in the path for nothing worse than an unreadable file', async () => {
    expect((await readText('a\0b')).kind).toBe('unreadable');
  });
});

test.each([
  ['~/.aws/config', '/home/me/.aws/config'],
  ['~', '/home/me'],
  ['/etc/config', '/etc/config'],
  ['a~/b', 'a~/b'],
])('expandHome %s', (path, expected) => {
  expect(expandHome(path, '/home/me')).toBe(expected);
});

test.each([
  ['/home/me/.aws/config', '~/.aws/config'],
  ['/home/mean/.aws/config', '/home/mean/.aws/config'],
  ['/tmp/a\n::error::b', '/tmp/a·::error::b'],
])('displayPath %j', (path, expected) => {
  expect(displayPath(path, '/home/me')).toBe(expected);
});

test('shownName cuts long names and hides control characters', () => {
  expect(shownName('prod\u001b[31m')).toBe('prod·[31m');
  expect(shownName('x'.repeat(100))).toHaveLength(64);
});
