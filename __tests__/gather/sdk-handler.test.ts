import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';

import { startDeadline } from '../../src/http/deadline.ts';
import { sdkRequestHandler } from '../../src/gather/sdk-handler.ts';
import { createSend, TransportError } from '../../src/http/send.ts';
import type { HttpAnswer } from '../../src/http/send.ts';
import { startBrokenServer } from '../../simulator/network/broken-server.ts';
import { bodyOf, closingAfterEach, startServer } from '../http/network.ts';

const closing = closingAfterEach();
const ACCEPTED = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::123456789012:user/zoë</Arn><UserId>AIDAXXXXXXXXXXXXXXXXX</UserId><Account>123456789012</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
const REFUSED = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
<Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error>
<RequestId>r-2</RequestId></ErrorResponse>`;

interface Asked {
  readonly request: IncomingMessage;
  readonly body: string;
}

async function stsThatSays(status: number, text: string): Promise<{ port: number; asked: Asked[] }> {
  const asked: Asked[] = [];
  const { port } = await closing(
    startServer((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push({ request, body });
        response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r' }).end(text);
      });
    }),
  );
  return { port, asked };
}

function client(port: number, onAnswer: (answer: HttpAnswer) => void, deadline = 3000): STSClient {
  return new STSClient({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${String(port)}`,
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIARZPUZDIKGB2VALC4', secretAccessKey: 'x'.repeat(40), sessionToken: 'to+ken/=' },
    requestHandler: sdkRequestHandler(
      createSend({ env: {}, caBundle: undefined, now: Date.now }),
      startDeadline(deadline),
      undefined,
      onAnswer,
    ),
  });
}

describe('a real STS client', () => {
  it('is accepted, and the raw answer is kept', async () => {
    const { port, asked } = await stsThatSays(200, ACCEPTED);
    const answers: HttpAnswer[] = [];
    const identity = await client(port, (answer) => answers.push(answer)).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/zoë' });
    expect(answers).toMatchObject([{ status: 200, body: ACCEPTED, headers: { 'x-amzn-requestid': 'r' } }]);
    expect(asked).toHaveLength(1);
  });

  it('sends the bytes that it signed', async () => {
    const { port, asked } = await stsThatSays(200, ACCEPTED);
    await client(port, () => undefined).send(new GetCallerIdentityCommand({}));
    const { headers, method, url } = asked[0]?.request ?? {};
    expect([method, url]).toEqual(['POST', '/']);
    expect(headers).toMatchObject({ host: `127.0.0.1:${String(port)}`, 'x-amz-security-token': 'to+ken/=' });
    expect(headers?.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIARZPUZDIKGB2VALC4\//);
    expect(headers?.['content-length']).toBe(String(asked[0]?.body.length));
    expect(asked[0]?.body).toBe('Action=GetCallerIdentity&Version=2011-06-15');
    expect(
      headers?.['x-amz-content-sha256'] ??
        createHash('sha256')
          .update(asked[0]?.body ?? '')
          .digest('hex'),
    ).toBe(
      createHash('sha256')
        .update(asked[0]?.body ?? '')
        .digest('hex'),
    );
  });

  it('is refused, and the raw answer is kept', async () => {
    const { port, asked } = await stsThatSays(403, REFUSED);
    const answers: HttpAnswer[] = [];
    const asking = client(port, (answer) => answers.push(answer)).send(new GetCallerIdentityCommand({}));
    await expect(asking).rejects.toMatchObject({
      name: 'ExpiredToken',
      $metadata: { httpStatusCode: 403, attempts: 1 },
    });
    expect(answers).toMatchObject([{ status: 403, body: REFUSED }]);
    expect(asked).toHaveLength(1);
  });

  it('asks without a signature where none is needed', async () => {
    const { port, asked } = await stsThatSays(400, REFUSED);
    const command = new AssumeRoleWithWebIdentityCommand({
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'preflight',
      WebIdentityToken: 'a.b.c',
    });
    await expect(client(port, () => undefined).send(command)).rejects.toMatchObject({ name: 'ExpiredToken' });
    expect(asked[0]?.request.headers.authorization).toBeUndefined();
    expect(asked[0]?.body).toContain('WebIdentityToken=a.b.c');
  });

  it.each([
    [200, ''],
    [200, '<html>portal</html>'],
    [502, 'Bad Gateway'],
  ])('keeps the raw answer even where it is not AWS’s: %i %j', async (status, text) => {
    const { port } = await stsThatSays(status, text);
    const answers: HttpAnswer[] = [];
    await client(port, (answer) => answers.push(answer))
      .send(new GetCallerIdentityCommand({}))
      .catch(() => undefined);
    expect(answers).toMatchObject([{ status, body: text }]);
  });

  it('passes the transport error through as it is', async () => {
    const server = await closing(startBrokenServer('stall-body'));
    const error = await client(server.port, () => undefined, 300)
      .send(new GetCallerIdentityCommand({}))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ problem: { step: 'time-out', detail: 'reading the body of the answer' } });
    expect(server.connections()).toBe(1);
  });
});

describe('a request of the SDK', () => {
  it('keeps its path, query and bytes', async () => {
    const { port, asked } = await stsThatSays(200, '');
    const handler = sdkRequestHandler(
      createSend({ env: {}, caBundle: undefined, now: Date.now }),
      startDeadline(3000),
      1000,
      () => undefined,
    );
    await handler.handle({
      protocol: 'http:',
      hostname: '127.0.0.1',
      port,
      method: 'PUT',
      path: '/a%20b',
      query: { one: "it's *", many: ['x', 'y z'], bare: null },
      headers: {},
      body: new TextEncoder().encode('zoë'),
    });
    expect(asked[0]?.request.url).toBe('/a%20b?one=it%27s%20%2A&many=x&many=y%20z&bare');
    expect(asked[0]?.body).toBe('zoë');
  });
});
