import type { ProfileNotFound } from '../model/source-problem.ts';
import type { Explanation } from '../model/report.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { subjectPhrase, whereToChange } from '../model/place.ts';
import { subjectOfSource, titled } from './shared/source-place.ts';
import { ofSource } from './shared/source-problem.ts';
import { quoted } from './shared/wording.ts';

/** A profile that is named and not there. Who stops at it depends on what else holds credentials. */
export const profileNotFound = entry(
  ofSource('profile-not-found', {
    when: 'the named profile is in neither shared file',
    exceptions: 'A step that writes the files must run before this one.',
    references: [DOCS.files],
    describe,
    change: ({ profile, nearest, namedBy }, evidence) => {
      const [only, ...others] = nearest;
      const entry = subjectOfSource(namedBy, evidence);
      return only === undefined || others.length > 0 ? undefined : { kind: 'replace', entry, from: profile, to: only };
    },
  }),
);

function describe(problem: ProfileNotFound, { gathered }: Evidence): Explanation {
  const { profile, namedBy, files, misplaced, nearest } = problem;
  const { credentials } = gathered;
  const consequence =
    credentials === undefined
      ? ', so AWS tools find no credentials in it'
      : `: some AWS tools stop there, although there are credentials in ${credentials.location}; others pass on to those`;
  return {
    title: titled('The profile ', profile, ' is in neither AWS file'),
    explanation: `${subjectPhrase(namedBy)} names a profile that does not exist${consequence}.`,
    evidence: [
      ...files.map((file) => `${quoted(file.path)} ${file.exists ? 'has no such profile' : 'does not exist'}`),
      ...(misplaced === undefined
        ? []
        : [
            `${quoted(misplaced.file)} line ${misplaced.line} has the heading ${quoted(misplaced.heading)}, which AWS tools do not read in that file`,
          ]),
    ],
    fix: [
      ...(misplaced === undefined
        ? []
        : [
            `In ${quoted(misplaced.file)}, line ${misplaced.line}, correct the heading: \`[profile NAME]\` in the config file, \`[NAME]\` in the credentials file.`,
          ]),
      ...(nearest.length === 0
        ? []
        : [`${whereToChange(namedBy)}: check the spelling; there are ${nearest.map(quoted).join(', ')}.`]),
      `${whereToChange(namedBy)}: take it out where the profile is not meant, or write the profile in an earlier step.`,
    ],
    docs: DOCS.files,
  };
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'profile-not-found': true;
  }
}
