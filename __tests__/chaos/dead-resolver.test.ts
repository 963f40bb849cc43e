import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NODE_24 } from '../../testing/nodes.ts';
import { note } from './figures.ts';

const TIMEOUT = 2_000;
const GRACE = 1_500;

/** A network of its own, with loopback alone and a name server that says nothing. Needs rights that not every machine gives. */
function inDeadNetwork(folder: string, command: string) {
  const script = `ip link set lo up && mount --bind ${folder}/resolv.conf /etc/resolv.conf && exec ${command}`;
  return spawnSync('unshare', ['--net', '--mount', 'sh', '-c', script], { encoding: 'utf8', timeout: 60_000 });
}

const SILENT_SERVER = `
const socket = require('node:dgram').createSocket('udp4');
socket.bind(53, '127.0.0.53', async () => {
  const { watch } = await import(process.argv[2]);
  const env = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKGB2VALC4', AWS_SECRET_ACCESS_KEY: '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' };
  const { status, milliseconds, verdict, stderr, stdout } = await watch({ inputs: { timeout: '2s' }, env });
  console.log(JSON.stringify({ status, milliseconds, verdict, stderr, stdout }));
  socket.close();
});
`;

test('a name server that never answers does not hold the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resolver-'));
  try {
    writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.53\n');
    writeFileSync(join(folder, 'server.cjs'), SILENT_SERVER);
    if (process.platform !== 'linux' || inDeadNetwork(folder, 'true').status !== 0) {
      process.stderr.write('a dead name server cannot be had on this machine: not tried\n');
      return;
    }
    const { stdout, stderr } = inDeadNetwork(
      folder,
      `${NODE_24} ${folder}/server.cjs ${resolve('__tests__/chaos/step.ts')}`,
    );
    const line = stdout.trim().split('\n').at(-1) ?? '';
    expect({ line: line.slice(0, 1), stderr: line === '' ? stderr : '' }).toEqual({ line: '{', stderr: '' });
    const result = JSON.parse(line) as {
      status: number;
      milliseconds: number;
      verdict: string;
      stderr: string;
      stdout: string;
    };
    note({ name: 'a dead name server', faults: 1, overrun: result.milliseconds - TIMEOUT });
    expect(result).toMatchObject({ status: 1, verdict: 'unknown', stderr: '' });
    // What was written before the process left is all there.
    expect(result.stdout).toMatch(/looking up the host[\s\S]*\nThe AWS credentials could not be checked[^\n]*\n$/);
    expect(result.milliseconds).toBeLessThan(TIMEOUT + GRACE);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 90_000);
