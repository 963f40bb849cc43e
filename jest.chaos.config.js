import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import base from './jest.config.js';

// The workers inherit it: each test adds its figures, and the reporter adds them up.
process.env['PREFLIGHT_FIGURES'] ??= join(tmpdir(), `preflight-figures-${process.pid}.jsonl`);

/** @type {import('jest').Config} */
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/chaos/**/*.test.ts', '<rootDir>/__tests__/trust/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Times against the deadline are measured, so the machine must not be fought over.
  maxWorkers: 2,
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/__tests__/chaos/figures-reporter.mjs'],
};
