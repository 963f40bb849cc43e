import { testScenarios } from '../../testing/scenario-tests.ts';

await testScenarios(2, 4);
