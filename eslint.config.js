import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import ts from 'typescript-eslint';

/** The one direction of the data: each stage may import the stages named here and itself, nothing else of src. */
const stages = {
  gather: ['read'],
  read: [],
  ask: ['read'],
  diagnoses: ['read'],
  locate: ['read'],
  report: ['read'],
  // Wording and links only: what is explained here was not checked.
  explain: ['read', 'diagnoses/docs.ts', 'diagnoses/wording.ts'],
};
/** Plain values that every stage speaks in. */
const vocabulary = [
  'version.ts',
  'secret.ts',
  'evidence.ts',
  'role-evidence.ts',
  'settings.ts',
  'report.ts',
  'gather/gathered.ts',
  'gather/job.ts',
  'gather/problem.ts',
];

const zones = Object.entries(stages).map(([stage, allowed]) => ({
  target: `./src/${stage}`,
  from: './src',
  except: [...vocabulary.map((file) => `./${file}`), `./${stage}`, ...allowed.map((other) => `./${other}`)],
  message: 'Imports run inputs -> gather -> read -> ask <-> diagnose -> report and never back (see CONTRIBUTING.md).',
}));

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.cache/'] },
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
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, { target: './src', from: ['./simulator', './testing'] }] }],
    },
  },
  {
    // The real world enters through the entries, gather/ and the writer only.
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/cli.ts', 'src/gather/**', 'src/report/writer.ts'],
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
