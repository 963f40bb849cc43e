import { stripVTControlCharacters } from 'node:util';

/** The time that GitHub puts in front of each line of a job's log. */
const TIMESTAMP = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z ?/;
/** How an annotation stands in a log, or in what a command printed. */
const COMMAND = /^(?:##\[(?:error|warning|notice|debug)\]|::(?:error|warning|notice|debug)(?: [^:\n]{0,2000})?::)/;

/** A log as its programs wrote it, with as many lines: without colours, times and workflow commands. Total. */
export function cleanLog(text: string): string {
  return stripVTControlCharacters(text)
    .split(/\r?\n|\r/)
    .map((line) => line.replace(TIMESTAMP, '').replace(COMMAND, ''))
    .join('\n')
    .replaceAll('%0A', '   ');
}
