import { env } from 'node:process';
import * as core from '@actions/core';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

// The obvious way: the toolkit and the SDK, imported at the top. It explains nothing either.
const client = new STSClient({ region: env['AWS_REGION'], endpoint: core.getInput('sts-endpoint') });
const { Arn } = await client.send(new GetCallerIdentityCommand({}));
core.setOutput('authenticated-arn', Arn);
