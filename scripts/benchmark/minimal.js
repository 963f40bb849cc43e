import { createHash, createHmac } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { env } from 'node:process';
import { URL } from 'node:url';

// The least that can be done by hand: one signed GetCallerIdentity, no retries, no explanation. The lower bound.
const endpoint = new URL(env['INPUT_STS-ENDPOINT']);
const region = env['AWS_REGION'];
const body = 'Action=GetCallerIdentity&Version=2011-06-15';
const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
const scope = `${time.slice(0, 8)}/${region}/sts/aws4_request`;
const headers = {
  'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  host: endpoint.host,
  'x-amz-date': time,
  'x-amz-security-token': env['AWS_SESSION_TOKEN'],
};
const names = Object.keys(headers).join(';');
const canonical = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
const request = ['POST', '/', '', canonical.join(''), names, sha256(body)].join('\n');
const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
const key = scope.split('/').reduce(hmac, `AWS4${env['AWS_SECRET_ACCESS_KEY']}`);
const signature = hmac(key, toSign).toString('hex');
headers.authorization = `AWS4-HMAC-SHA256 Credential=${env['AWS_ACCESS_KEY_ID']}/${scope}, SignedHeaders=${names}, Signature=${signature}`;

const { request: send } = endpoint.protocol === 'https:' ? https : http;
send(endpoint, { method: 'POST', headers }, (response) => {
  let answer = '';
  response.setEncoding('utf8').on('data', (text) => (answer += text));
  response.on('end', () => {
    const arn = /<Arn>([^<]*)/.exec(answer)?.[1];
    if (arn === undefined) throw new Error(`refused with status ${response.statusCode}`);
    appendFileSync(env['GITHUB_OUTPUT'], `authenticated-arn=${arn}\n`);
  });
}).end(body);

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(secret, text) {
  return createHmac('sha256', secret).update(text).digest();
}
