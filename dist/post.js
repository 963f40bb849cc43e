import { afterJob } from './bundle/index.js';
await afterJob();
