import { testScenarios } from '../../testing/scenario-tests.ts';

await testScenarios(4, 4);
