// Preloaded into a step: notes every module that it loads, and when its request goes out.
import { subscribe } from 'node:diagnostics_channel';
import { Buffer } from 'node:buffer';
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import process from 'node:process';

const note = (entry) => appendFileSync(process.env.PREFLIGHT_LOADED, `${JSON.stringify(entry)}\n`);

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url.startsWith('file:')) note({ url, bytes: Buffer.byteLength(loaded.source ?? '') });
    return loaded;
  },
});
subscribe('net.client.socket', () => note({ request: true }));
