import { testScenarios } from '../../testing/scenario-tests.ts';

await testScenarios(1, 4);
