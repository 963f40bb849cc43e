import process from 'node:process';

// Everywhere but in CI each run tries other values; there a failure must come from the change that it tests. The workers
// inherit it, and a failure prints what plays it again.
process.env['PREFLIGHT_SEED'] ??= process.env['CI'] ? '20261121' : String(Math.floor(Math.random() * 2 ** 31));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/chaos/'],
  // The type check is `npm run lint`; here it would only be done a second time.
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/testing/fresh-bundle.ts',
  setupFiles: ['<rootDir>/__tests__/seed.ts'],
  testTimeout: 30_000,
};
