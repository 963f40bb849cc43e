import { AFTER } from './after-catalogue.ts';
import { BEYOND } from './beyond-catalogue.ts';
import { CATALOGUE } from './catalogue.ts';

/** The catalogue, and what loads only where it is asked for: for the documentation and the tests. */
export const EVERY_DIAGNOSIS = [...CATALOGUE, ...BEYOND, ...AFTER] as const;
