import { existsSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';

/** Adds up what the tests noted, and prints it last. */
export default class FiguresReporter {
  onRunComplete() {
    const file = process.env['PREFLIGHT_FIGURES'] ?? '';
    const notes = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [];
    rmSync(file, { force: true });
    const sum = (name) => notes.reduce((total, note) => total + (note[name] ?? 0), 0);
    const largest = (name) =>
      notes.reduce((most, note) => ((note[name] ?? -Infinity) > (most[name] ?? -Infinity) ? note : most), {});
    const overrun = largest('overrun');
    const memory = largest('rss');
    process.stderr.write(
      [
        '',
        `Transport faults tried:          ${sum('faults')}`,
        `Bad inputs tried:                ${sum('inputs')}`,
        `Leak searches:                   ${sum('searches')}`,
        `Leaks found:                     ${sum('leaks')}`,
        `Longest overrun of a deadline:   ${Math.max(0, overrun.overrun ?? 0).toFixed(0)} ms (${overrun.name ?? 'none'})`,
        `Peak memory of a step:           ${((memory.rss ?? 0) / 1024).toFixed(0)} MB (${memory.name ?? 'none'})`,
        '',
        '',
      ].join('\n'),
    );
  }
}
