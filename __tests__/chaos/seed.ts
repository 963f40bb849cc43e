/** One seed for all properties of a file, printed so that a failure can be played again: `PREFLIGHT_SEED=… npm run test:chaos`. */
export function seedOf(file: string): number {
  const seed = Number(process.env['PREFLIGHT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`${file}: seed ${seed}\n`);
  return seed;
}
