/**
 * What the bundle's entries call: one bundle for all of them, so that they share what they load. The action's own code is
 * in its first file, as nothing may come between its start and the request.
 */
export { main } from './main.ts';

export async function commandLine(): Promise<void> {
  const cli = await import(/* webpackChunkName: "command-line" */ './cli.ts');
  await cli.commandLine();
}

export async function afterJob(): Promise<void> {
  const post = await import(/* webpackChunkName: "after" */ './post.ts');
  await post.afterJob();
}
