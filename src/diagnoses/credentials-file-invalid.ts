import { whereToChange } from '../model/place.ts';
import type { CredentialsFileInvalid, IniFault } from '../model/source-problem.ts';
import type { Explanation } from '../model/report.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { titled } from './shared/source-place.ts';
import { ofSource } from './shared/source-problem.ts';
import { wordsOfFault } from './shared/source-words.ts';
import { quoted } from './shared/wording.ts';

/** A shared file that cannot be read or parsed. */
export const credentialsFileInvalid = entry(
  ofSource(
    'credentials-file-invalid',
    {
      when: 'a shared file cannot be read or parsed',
      exceptions:
        'Tools differ: the finding says which of them stop. Of a file that is only too large for this check nothing is known: the verdict is then `unknown`.',
      references: [DOCS.files],
      describe,
    },
    ({ stops }) => (stops === 'this check' ? 'unknown' : 'error'),
  ),
);

function describe(problem: CredentialsFileInvalid): Explanation {
  const { file, line, stops } = problem;
  const why = wordsOfFile(problem);
  const at = line === undefined ? '' : `, line ${line}`;
  const isTooLarge = stops === 'this check';
  return {
    title: isTooLarge
      ? titled('', file, ` ${why}: too large for this check`)
      : titled('AWS tools cannot read ', file, at),
    explanation: isTooLarge
      ? `This check does not read so large a file, so ${quoted(file)} could not be checked; AWS tools may read it.`
      : `The file ${quoted(file)} ${why}, which stops ${stops}.`,
    evidence: [`${quoted(file)}${line === undefined ? '' : ` line ${line}`}: ${why}`],
    fix: fixesFor(problem),
    docs: DOCS.files,
  };
}

function wordsOfFile({ cause, why, code, limit }: CredentialsFileInvalid): string {
  return isLineFault(cause) ? (why ?? '') : wordsOfFault({ fault: cause, code, limit });
}

function isLineFault(cause: CredentialsFileInvalid['cause']): cause is IniFault['cause'] {
  return ['byte-order-mark', 'line', 'heading-twice', 'setting-twice'].includes(cause);
}

const HERE_DOCUMENT =
  'In the step that writes the file, check quoting and line breaks: a here-document with expressions in it often breaks a line.';
const APPENDED =
  'In the step that writes the file, write it anew (`>`) rather than append to it (`>>`): on a runner that is used again each run adds the same lines.';

function fixesFor({ cause, file, line, namedBy }: CredentialsFileInvalid): readonly string[] {
  const at = `In ${quoted(file)}${line === undefined ? '' : `, line ${line}`},`;
  const writer = `In the step that writes ${quoted(file)},`;
  switch (cause) {
    case 'directory':
    case 'not-regular':
    case 'link-loop':
      return [
        `${writer} write a regular file in its place.`,
        ...(namedBy === undefined ? [] : [`${whereToChange(namedBy)}: name the file itself.`]),
      ];
    case 'permission':
      return [
        `On the runner, let the user that runs the job read ${quoted(file)}: often a container or \`sudo\` wrote it as another user.`,
      ];
    case 'utf-16':
    case 'not-utf-8':
      return [
        `${writer} write UTF-8: in PowerShell with \`Out-File -Encoding utf8NoBOM\`, in version 5 with \`-Encoding ascii\`.`,
      ];
    case 'byte-order-mark':
      return [`${writer} leave the byte order mark out: in PowerShell with \`Out-File -Encoding utf8NoBOM\`.`];
    case 'size':
      return [`${writer} write only the profiles that the job needs.`];
    case 'system':
      return [`On the runner, check the disk and the path of ${quoted(file)}.`];
    case 'heading-twice':
      return [`${at} take the second heading out and put its settings under the first.`, APPENDED];
    case 'setting-twice':
      return [`${at} take out the one of the two settings that is not meant.`, APPENDED];
    case 'line':
      return [
        `${at} put it right: headings stand in square brackets, settings are \`name = value\` below one.`,
        HERE_DOCUMENT,
      ];
  }
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'credentials-file-invalid': true;
  }
}
