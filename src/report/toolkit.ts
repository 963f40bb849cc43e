import type * as core from '@actions/core';
import { EOL } from 'node:os';
// Its parts by their paths: as a whole it brings an HTTP client, of which the step uses nothing, and 90 ms of work.
// A test says so where these files move in another version.
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js';
import { summary } from '../../node_modules/@actions/core/lib/summary.js';
import { toCommandProperties, toCommandValue } from '../../node_modules/@actions/core/lib/utils.js';

/** What the step uses of `@actions/core`. */
export type Toolkit = Pick<
  typeof core,
  'debug' | 'error' | 'info' | 'notice' | 'setOutput' | 'setSecret' | 'summary' | 'warning'
>;

/**
 * Does as `@actions/core` does (https://github.com/actions/toolkit/blob/main/packages/core/src/core.ts), with its own
 * parts.
 * @param env - has the files of the runner's file commands; a runner without them gets the old commands
 */
export function toolkitOf(env: Readonly<Record<string, string | undefined>>): Toolkit {
  const annotate = (type: 'error' | 'warning' | 'notice'): Toolkit['error'] => {
    return (message, properties = {}) => {
      issueCommand(type, toCommandProperties(properties), message instanceof Error ? message.toString() : message);
    };
  };
  return {
    debug: (message) => {
      issueCommand('debug', {}, message);
    },
    error: annotate('error'),
    warning: annotate('warning'),
    notice: annotate('notice'),
    info: (message) => {
      process.stdout.write(`${message}${EOL}`);
    },
    setSecret: (secret) => {
      issueCommand('add-mask', {}, secret);
    },
    setOutput: (name, value: unknown) => {
      if (env['GITHUB_OUTPUT']) {
        issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
        return;
      }
      process.stdout.write(EOL);
      issueCommand('set-output', { name }, toCommandValue(value));
    },
    summary,
  };
}
