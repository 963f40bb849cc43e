// Loaded into a step by NODE_OPTIONS: notes the largest resident set of the process, in kilobytes.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
  writeFileSync(process.env['PREFLIGHT_MEASURE'] ?? '/dev/null', String(process.resourceUsage().maxRSS));
});
