import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import ts from 'typescript-eslint';

/** The one direction of the data: each room may import the rooms named here and itself, nothing else of src. */
const rooms = {
  model: ['read'],
  read: ['model'],
  http: ['model', 'read'],
  sts: ['model', 'read', 'http'],
  gather: ['model', 'read', 'http', 'sts', 'tools'],
  tools: ['model', 'read'],
  diagnoses: ['model', 'read', 'tools'],
  diagnose: ['model', 'read', 'http', 'sts', 'gather', 'tools', 'beyond', 'diagnoses'],
  workflow: ['model', 'read', 'github', 'inputs'],
  github: ['model', 'read', 'http'],
  beyond: ['model', 'read', 'http', 'sts'],
  after: ['model', 'read', 'http', 'sts', 'gather', 'diagnose', 'diagnoses', 'report', 'inputs'],
  report: ['model', 'read'],
  inputs: ['model', 'read'],
  explain: ['model', 'read', 'diagnoses', 'github'],
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [`./${room}`, ...allowed.map((other) => `./${other}`)],
  message: 'Imports run inputs -> gather -> read -> ask <-> diagnose -> report and never back (see CONTRIBUTING.md).',
}));

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.cache/', 'scripts/e2e/cleanup/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: [...zones, { target: './src', from: ['./simulator', './testing'] }] },
      ],
    },
  },
  {
    // The real world enters through the entries, gather/ and the writer only.
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/cli.ts', 'src/post.ts', 'src/gather/**', 'src/github/**', 'src/report/toolkit.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process'],
      'no-restricted-imports': ['error', { patterns: [{ group: ['@actions/*', 'node:process'] }] }],
    },
  },
  {
    // A generated table and a list of test cases are long by nature.
    files: ['**/*.generated.ts', '__tests__/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
