import type { StepIdentity } from '../../src/workflow/step.ts';

export const PATH = '.github/workflows/deploy.yml';

/** The step as GitHub would name it, used once in the job `deploy`. */
export function identity(changes: Partial<StepIdentity> = {}): StepIdentity {
  return {
    jobId: 'deploy',
    actionRepository: 'octo-org/aws-credentials-preflight',
    actionRef: 'v1',
    stepId: '__octo-org_aws-credentials-preflight',
    inputs: {},
    ...changes,
  };
}

export const DEPLOY = `# Deploys on every push.
name: Deploy
on:
  push:
    branches: [main]
permissions:
  contents: read
env:
  AWS_REGION: eu-west-1 # Ireland
  AWS_PROFILE: base
jobs:
  test:
    runs-on: ubuntu-latest
    env:
      AWS_SESSION_TOKEN: of-another-job
    steps:
      - uses: octo-org/aws-credentials-preflight@v1
  deploy:
    needs: test # first
    runs-on: \${{ matrix.os }}
    strategy:
      matrix:
        os: [ubuntu-latest, windows-latest]
    permissions:
      contents: read # for checkout
      # for OIDC
      id-token: none
    env:
      AWS_ACCESS_KEY_ID: \${{ secrets.AWS_ACCESS_KEY_ID }}
      "AWS_SECRET_ACCESS_KEY": \${{ secrets.AWS_SECRET_ACCESS_KEY }}
      AWS_SESSION_TOKEN: \${{ secrets.AWS_SESSION_TOKEN }}
      AWS_PROFILE: production
    steps:
      - uses: actions/checkout@v5
      - name: Check the credentials
        if: always()
        # keep this first
        uses: octo-org/aws-credentials-preflight@v1
        with:
          aws-region: eu-west-1
          Expected-ARN: |
            arn:aws:iam::123456789012:role/deploy
            arn:aws:iam::123456789012:role/admin
          'min-remaining': 45m # the deployment's length
        env:
          AWS_SESSION_TOKEN: ''
      - run: make deploy
        env: { AWS_PROFILE: other }
`;

/** Number of the only line that holds this. */
export function lineWith(text: string, part: string): number {
  const lines = text.split('\n').flatMap((line, index) => (line.includes(part) ? [index + 1] : []));
  if (lines.length !== 1) throw new Error(`${lines.length} lines hold ${part}`);
  return lines[0] ?? 0;
}
