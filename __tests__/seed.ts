import fc from 'fast-check';

/** One seed for every property, so that `PREFLIGHT_SEED=… npm test` plays a failure again. */
fc.configureGlobal({ seed: Number(process.env['PREFLIGHT_SEED']) });
