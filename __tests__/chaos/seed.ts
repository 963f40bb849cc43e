/** The seed of a fuzzed file, printed so that a failure can be played again: `PREFLIGHT_SEED=… npm run test:chaos`. */
export function seedOf(file: string): number {
  const seed = Number(process.env['PREFLIGHT_SEED']);
  process.stderr.write(`${file}: seed ${seed}\n`);
  return seed;
}
