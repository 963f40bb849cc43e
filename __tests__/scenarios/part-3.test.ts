import { testScenarios } from '../../testing/scenario-tests.ts';

await testScenarios(3, 4);
