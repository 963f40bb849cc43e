import { parseArgs } from 'node:util';
import { addExpiredSession, addSession, addUser, type LongTermCredentials } from './builders.ts';
import { startSimulator } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const simulator = await startSimulator({ port: Number(values.port) });

/** What to paste into a shell so that AWS tools and this project's own ask the simulator as this principal. */
function exports(credentials: LongTermCredentials & { readonly sessionToken?: string }): string {
  return [
    `export AWS_ACCESS_KEY_ID='${credentials.accessKeyId}'`,
    `export AWS_SECRET_ACCESS_KEY='${credentials.secretAccessKey}'`,
    credentials.sessionToken === undefined
      ? 'unset AWS_SESSION_TOKEN'
      : `export AWS_SESSION_TOKEN='${credentials.sessionToken}'`,
  ].join('\n');
}

console.log(`An STS answers at ${simulator.url} until you press Ctrl+C. Nothing here exists at AWS.

# where to ask
export AWS_ENDPOINT_URL_STS='${simulator.url}'
export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1

# a long-term access key of an IAM user
${exports(addUser(simulator.world))}

# a temporary session of an assumed role, good for an hour
${exports(addSession(simulator.world))}

# a session that expired 42 minutes ago
${exports(addExpiredSession(simulator.world))}

# then
aws sts get-caller-identity`);

process.once('SIGINT', () => void simulator.stop());
process.once('SIGTERM', () => void simulator.stop());
