import { resolve } from 'node:path';
import type { Demands } from './model/beyond.ts';
import type { UsageProblem } from './model/settings.ts';
import type { InputReader } from './inputs/names.ts';

/** What the inputs `targets` and `required-actions` ask for, or what is wrong with them. */
export interface GivenDemands {
  readonly demands?: Demands | undefined;
  readonly problems?: readonly UsageProblem[] | undefined;
}

/**
 * Reads both inputs and the files that they name. Nothing of it loads where neither is set.
 *
 * @param folder - where a relative path begins; the working directory where nothing is said
 */
export async function demandsOf(read: InputReader, folder: string | undefined): Promise<GivenDemands> {
  const targets = read('targets');
  const requiredActions = read('required-actions');
  if (!targets && !requiredActions) return {};
  const [{ readDemands }, { faultOf, readText }, { shown }, { wordsOfFault }] = await Promise.all([
    import(/* webpackChunkName: "beyond" */ './beyond/demands.ts'),
    import(/* webpackChunkName: "files" */ './gather/files.ts'),
    import('./inputs/read-settings.ts'),
    import(/* webpackChunkName: "catalogue" */ './diagnoses/shared/source-words.ts'),
  ]);
  const given = await readDemands({ targets, requiredActions }, async (path) => {
    const file = await readText(resolve(folder ?? '.', path));
    if (file.kind === 'text') return { text: file.text };
    return { problem: wordsOfFault(faultOf(file)) };
  });
  if ('demands' in given) return given;
  return {
    problems: given.problems.map(({ input, line, allowed }) => ({ input, value: shown(line, read), allowed })),
  };
}
