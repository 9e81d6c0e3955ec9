/**
 * Mutation testing of the coding knowledge: each small change to a rule or to the model has to make some test fail.
 * CONTRIBUTING.md says how it is run, and what is left out.
 */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Outside the tree: other tests look at every file in it. */
const folder = mkdtempSync(join(tmpdir(), 'encounter-mutation-'));

export default {
  testRunner: 'mocha',
  testRunnerNodeArgs: ['--import=tsx'],
  mochaOptions: {
    config: 'test/mutation/.mocharc.json',
    // Not the project's own options: those start Node with arguments that a test runner of Stryker's has already.
    spec: [
      'test/model/*.test.ts',
      'test/rules/*.test.ts',
      'test/oracles/*.test.ts',
      'test/conformance/{claims,groups}.test.ts',
    ],
  },
  plugins: ['@stryker-mutator/mocha-runner'],
  mutate: [
    'server/src/model/*.ts',
    'server/src/rules/*.ts',
    'server/src/rules/kit/*.ts',
    // Lists that are made from the rule files, or checked against the guidance.
    '!server/src/rules/{registry,docs,cites}.ts',
    '!server/src/rules/kit/ids.ts',
  ],
  // Words are held by test/rules/said; what is worked out once as a file is loaded, by the tests of the guidance.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 10_000,
  reporters: ['json', 'clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: join(folder, 'mutation.json') },
  tempDirName: join(folder, 'copy'),
  symlinkNodeModules: true,
  ignorePatterns: ['dist', 'out', '.vscode-test', '.cache', 'docs/images', 'bench'],
};
