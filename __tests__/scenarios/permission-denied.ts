import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAccount } from '../../simulator/accounts.ts';
import { allowing, denying, type AttachedPolicy } from '../../simulator/policy.ts';
import type { RoleOptions } from '../../simulator/role-builders.ts';
import { deploying } from '../../testing/beyond.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const SERVICE = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web';
const ADMIN = allowing('AdministratorAccess', ['*']);
const DENIED = {
  verdict: 'ok',
  diagnoses: ['permission-denied'],
  status: 0,
  requests: 1,
  title: 'The credentials may not call ecs:UpdateService',
} as const satisfies Expected;

function requiring(
  title: string,
  role: Partial<RoleOptions>,
  more: Partial<Expected> = {},
  actions = `ecs:UpdateService ${SERVICE}`,
): Scenario {
  return {
    title,
    arrange: (simulator) => deploying(simulator, { 'required-actions': actions }, role),
    expect: { ...DENIED, ...more },
  };
}

function inOrganization(title: string, organization: readonly AttachedPolicy[]): Scenario {
  return {
    title,
    arrange(simulator) {
      addAccount(simulator.world, { organization });
      return deploying(simulator, { 'required-actions': `ecs:UpdateService ${SERVICE}` }, { policies: [ADMIN] });
    },
    expect: { ...DENIED, message: [/not allowed by the organization/, /administrators/] },
  };
}

/** IAM's policy simulator says no. */
export const scenarios: readonly Scenario[] = [
  requiring(
    'an explicit deny: nobody is told to allow more',
    { policies: [ADMIN, denying('NoDeploy', ['ecs:Update*'])] },
    {
      message: [/explicit deny in `NoDeploy`/, /a deny wins over every policy that allows/],
      summary: [/\| ecs&#58;UpdateService \|/, /explicit deny/],
      absent: /"Effect"/,
    },
  ),
  requiring(
    'nothing allows it',
    {},
    { message: [/no policy of the principal allows it/], summary: [/"Action": \[\s+"ecs:UpdateService"/] },
  ),
  requiring(
    'an explicit deny on a bucket',
    { policies: [denying('NoDelete', ['s3:Delete*'])] },
    {
      title: 'The credentials may not call s3:DeleteObject',
    },
    's3:DeleteObject arn:aws:s3:::releases/*',
  ),
  inOrganization('the organization denies it', [allowing('FullAWSAccess', ['*']), denying('NoEcs', ['ecs:*'])]),
  inOrganization('the organization allows something else', [allowing('OnlyS3', ['s3:*'])]),
  requiring(
    'the permissions boundary',
    { policies: [ADMIN], boundary: allowing('Boundary', ['s3:*']) },
    { message: [/not allowed by the permissions boundary/] },
  ),
  requiring(
    'some of several',
    { policies: [allowing('Deploy', ['ecs:*']), denying('NoDelete', ['*:Delete*'])] },
    {
      title: 'The credentials may not call 2 of 4 required actions',
      message: [/ecs:DeleteService/, /ec2:RunInstances/],
    },
    'ecs:UpdateService,ecs:DescribeServices\necs:DeleteService\nec2:RunInstances',
  ),
  {
    title: 'read from a file, in several pages of answers',
    async arrange(simulator, folder) {
      simulator.iam.pageSize = 1;
      await writeFile(join(folder, 'needed.txt'), '# from pike\n- "ecs:UpdateService"\n- "ecs:DescribeServices"\n');
      const arranged = deploying(
        simulator,
        { 'required-actions': '@needed.txt' },
        { policies: [allowing('Read', ['ecs:Describe*'])] },
      );
      return { ...arranged, env: { ...arranged.env, GITHUB_WORKSPACE: folder } };
    },
    expect: { ...DENIED, title: 'The credentials may not call ecs:UpdateService' },
  },
];
