// The SDK for JavaScript, once: who would sign? Run in the folder where its packages are installed.
import console from 'node:console';
import { createRequire } from 'node:module';
import process from 'node:process';

const require = createRequire(`${process.argv[2]}/`);
const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
const { defaultProvider } = require('@aws-sdk/credential-provider-node');
const { loadConfig } = require('@smithy/core/config');
const { NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS } = require('@smithy/core/config');

try {
  const credentials = await defaultProvider({ parentClientConfig: {} })();
  // A region that only the last call would want is none of the search for credentials.
  const found = await loadConfig(NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS)().catch(() => '');
  const region = found || 'us-east-1';
  const client = new STSClient({ region, credentials, maxAttempts: 1 });
  console.log((await client.send(new GetCallerIdentityCommand({}))).Arn);
} catch (error) {
  console.log(`${error?.name}: ${error?.message}`);
  process.exitCode = 1;
}
