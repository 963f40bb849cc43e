import type { Claims } from '../../read/json-web-token.ts';
import { readSubject } from '../../read/subject.ts';
import { quoted } from './wording.ts';

/** The claims that trust policies are written on, as far as AWS offers them, and those that tell whose token it is. */
const SHOWN = [
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'ref',
  'environment',
  'job_workflow_ref',
  'workflow_ref',
  'event_name',
  'actor',
] as const;

/** A statement that matches may let in more than this run. */
export function cautions(claims: Claims): readonly string[] {
  return readSubject(claims.sub, claims).form === 'pull-request'
    ? [
        'In that policy, mind that a subject with `:pull_request` lets every pull request of this repository in, whatever it changes: give such jobs a role of their own that can only read.',
      ]
    : [];
}

/** The table of claims. */
export function rows(claims: Claims): readonly (readonly string[])[] {
  const shown = SHOWN.flatMap((name) => {
    const value = claims.text[name];
    return value === undefined ? [] : [[name, quoted(value)]];
  });
  return [
    ['iss', quoted(claims.iss)],
    ['aud', claims.aud.map(quoted).join(', ')],
    ['sub', quoted(claims.sub)],
    ...shown,
  ];
}

const FORM = {
  branch: 'names the branch',
  tag: 'names the tag',
  environment: 'names the environment, and therefore no branch',
  'pull-request': 'names the pull request event, and no branch',
  customised: 'is customised by the organisation or repository',
  unknown: 'has a form that is not known here',
} as const;

/** Whose token it is, and which form its subject has. */
export function subjectEvidence(claims: Claims): readonly string[] {
  const subject = readSubject(claims.sub, claims);
  return [
    `the token’s \`sub\` is ${quoted(claims.sub)}: it ${FORM[subject.form]}`,
    ...(subject.immutable && subject.legacy !== undefined
      ? [
          `it has the immutable form, with IDs, which repositories made, renamed or transferred since 2026-07-15 send; a policy on the old form ${quoted(subject.legacy)} does not match it`,
        ]
      : []),
    `its \`aud\` is ${claims.aud.map(quoted).join(', ')}`,
    `its \`iss\` is ${quoted(claims.iss)}`,
  ];
}

/** What people most often get wrong; only where the policy itself is not at hand to tell. */
export function usualMistakes(claims: Claims): readonly string[] {
  const subject = readSubject(claims.sub, claims);
  return [
    ...(subject.form === 'environment'
      ? ['In its condition on `sub`, a branch (`ref:refs/heads/…`) cannot match, because the job has `environment:`.']
      : []),
    ...(subject.form === 'pull-request'
      ? ['In its condition on `sub`, a branch cannot match, because the event is a pull request’s.']
      : []),
    ...(subject.immutable ? ['In its condition on `sub`, put the form with IDs, if it still has the old one.'] : []),
  ];
}
