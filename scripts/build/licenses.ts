import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface SourceMap {
  readonly sources: readonly string[];
}

/**
 * Name, version and licence of every package of which the bundle holds code, as its source maps tell.
 * @param maps - the maps' texts
 * @throws Error where a package comes without the text of its licence
 */
export function licensesOf(maps: readonly string[]): string {
  const sources = maps.flatMap((map) => (JSON.parse(map) as SourceMap).sources);
  const folders = new Set(sources.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders].sort().map(licenseOf).join('\n');
}

/** `node_modules/a/node_modules/@b/c` of a file in that package. */
function packageFolder(source: string): string | undefined {
  return /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(source)?.[0].slice(0, -1);
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (text === '' && license === undefined) throw new Error(`${name} says nothing of its licence`);
  return `${name} ${version}\n${license ?? ''}\n\n${text}\n`;
}
