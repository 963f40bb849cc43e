import { describe, expect, it } from '@jest/globals';
import { entry, type CatalogueEntry, type Diagnosis, type Evidence } from '../../src/diagnoses/diagnosis.ts';
import type { Accepted, Answer, Attempt, DiagnosisId, Refused, Unanswered } from '../../src/model/evidence.ts';
import { diagnose, type Run } from '../../src/diagnose/loop.ts';
import { Secret } from '../../src/model/secret.ts';

const START: Attempt = {
  accessKeyId: new Secret('AKIARZPUZDIKGB2VALC4'),
  secretAccessKey: new Secret('a secret'),
  sessionToken: undefined,
  region: 'eu-west-1',
  endpoint: new URL('https://sts.eu-west-1.amazonaws.com/'),
  clockOffset: 0,
};
const common = { attempt: START, requests: 1, requestIds: [], clock: undefined } as const;
const ACCEPTED: Accepted = {
  ...common,
  kind: 'accepted',
  identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/a', userId: 'AIDA', principalType: 'user' },
};
const SILENT: Unanswered = {
  ...common,
  kind: 'unanswered',
  why: 'unreachable',
  problem: undefined,
  status: undefined,
  detail: undefined,
};

function refused(code: string, message = ''): Refused {
  return { ...common, kind: 'refused', status: 403, code, message: new Secret(message) };
}

const INVALID = refused('InvalidClientTokenId');
const EXPIRED = refused('ExpiredToken');
const MISMATCH = refused('SignatureDoesNotMatch', 'The request signature we calculated does not match');

/** A fault that explains every refusal, each time with a repair of its own. */
function fault(id: DiagnosisId, changes: Partial<Diagnosis<true>> = {}): CatalogueEntry {
  return entry<true>({
    id,
    severity: 'error',
    phases: ['refused'],
    when: '',
    exceptions: '',
    detect: ({ answer }) => (answer?.kind === 'refused' ? true : undefined),
    repair: (attempt) => ({ ...attempt, region: `${attempt.region}+` }),
    describe: () => ({ title: id, explanation: '', evidence: [], fix: [], docs: '' }),
    ...changes,
  });
}

/** Diagnoses with these answers, in order; one question too many fails. */
async function diagnosed(catalogue: readonly CatalogueEntry[], answers: readonly Answer[], changes: Partial<Run> = {}) {
  const left = [...answers];
  const regions: string[] = [];
  const result = await diagnose(START, {
    catalogue,
    ask: (attempt) => {
      regions.push(attempt.region);
      const answer = left.shift();
      if (answer === undefined) throw new Error('one question too many');
      return Promise.resolve({ ...answer, attempt });
    },
    evidence: (attempt, asked) => ({ attempt, answer: asked.at(-1) }) as unknown as Evidence,
    guard: (_what, work) => work(),
    mayAsk: (questions) => questions < 5,
    ...changes,
  });
  return {
    found: result.found.map(({ occurrence: { id }, confirmed }) => `${id}: ${confirmed}`),
    questions: regions.length,
    regions,
    left: left.length,
    kind: result.answer?.kind,
  };
}

describe('diagnose', () => {
  it('asks once where STS accepts', async () => {
    expect(await diagnosed([fault('session-token-stale')], [ACCEPTED])).toMatchObject({ found: [], questions: 1 });
  });

  it('confirms a cause by the answer to its repair', async () => {
    expect(await diagnosed([fault('session-token-stale')], [INVALID, ACCEPTED])).toMatchObject({
      found: ['session-token-stale: true'],
      questions: 2,
      kind: 'accepted',
    });
  });

  it('confirms a cause by another refusal, and goes on to the next', async () => {
    const catalogue = [fault('clock-skew'), fault('session-token-expired', { repair: () => undefined })];
    expect(await diagnosed(catalogue, [INVALID, EXPIRED])).toMatchObject({
      found: ['clock-skew: true', 'session-token-expired: false'],
      questions: 2,
    });
  });

  it('keeps a cause unconfirmed where the same refusal comes again', async () => {
    const catalogue = [fault('clock-skew'), fault('access-key-rejected', { repair: () => undefined })];
    expect(await diagnosed(catalogue, [INVALID, INVALID])).toMatchObject({
      found: ['clock-skew: false', 'access-key-rejected: false'],
    });
  });

  it('drops a guess that the answer does not bear out, and goes back to where it stood', async () => {
    const catalogue = [
      fault('region-disabled', { hypothesis: true }),
      fault('access-key-rejected', { repair: () => undefined }),
    ];
    expect(await diagnosed(catalogue, [INVALID, INVALID])).toMatchObject({ found: ['access-key-rejected: false'] });
  });

  it('drops a guess that cannot be asked about', async () => {
    const catalogue = [
      fault('region-disabled', { hypothesis: true }),
      fault('access-key-rejected', { repair: () => undefined }),
    ];
    expect(await diagnosed(catalogue, [INVALID, SILENT])).toMatchObject({ found: ['access-key-rejected: false'] });
    expect(await diagnosed(catalogue, [INVALID], { mayAsk: () => false })).toMatchObject({
      found: ['access-key-rejected: false'],
      questions: 1,
    });
  });

  it('lets a refusal stand when silence follows it, and names what is evident besides', async () => {
    const catalogue = [
      fault('clock-skew'),
      fault('session-token-missing', { evident: true, repair: () => undefined }),
      fault('access-key-rejected', { repair: () => undefined }),
    ];
    expect(await diagnosed(catalogue, [INVALID, SILENT])).toMatchObject({
      found: ['clock-skew: false', 'session-token-missing: false'],
      questions: 2,
    });
  });

  it('asks five questions at most', async () => {
    const ids: readonly DiagnosisId[] = [
      'session-token-stale',
      'clock-skew',
      'region-disabled',
      'partition-mismatch',
      'session-token-malformed',
      'access-key-id-malformed',
    ];
    const { questions, found } = await diagnosed(
      ids.map((id) => fault(id)),
      [INVALID, EXPIRED, INVALID, EXPIRED, INVALID],
    );
    expect(questions).toBe(5);
    expect(found.slice(0, 4).every((one) => one.endsWith('true'))).toBe(true);
  });

  it('asks nobody where what was found before cannot be repaired', async () => {
    const before = fault('swapped-keys', { phases: ['before'], detect: () => true, repair: () => undefined });
    expect(await diagnosed([before], [])).toMatchObject({ found: ['swapped-keys: false'], questions: 0 });
  });

  it('asks only with what was repaired before', async () => {
    const before = fault('stray-characters', { phases: ['before'], detect: () => true });
    expect(await diagnosed([before], [ACCEPTED])).toMatchObject({
      found: ['stray-characters: true'],
      regions: ['eu-west-1+'],
    });
  });

  it('finds each fault once', async () => {
    const twice = fault('stray-characters', { phases: ['before', 'refused'], detect: () => true, evident: true });
    const rest = fault('secret-access-key-rejected', { repair: () => undefined });
    expect(await diagnosed([twice, rest], [MISMATCH])).toMatchObject({
      found: ['stray-characters: false', 'secret-access-key-rejected: false'],
    });
  });

  it('goes on without a piece that throws', async () => {
    const broken = fault('clock-skew', {
      detect: () => {
        throw new Error('broken');
      },
    });
    const rest = fault('access-key-rejected', { repair: () => undefined });
    const guard: Run['guard'] = (_what, work) => {
      try {
        return work();
      } catch {
        return undefined;
      }
    };
    expect(await diagnosed([broken, rest], [INVALID], { guard })).toMatchObject({
      found: ['access-key-rejected: false'],
    });
  });

  it('asks nobody without an attempt', async () => {
    const missing = fault('no-credentials', { phases: ['before'], detect: () => true, repair: () => undefined });
    const result = await diagnose(undefined, {
      catalogue: [missing],
      ask: () => Promise.reject(new Error('nobody is to be asked')),
      evidence: () => ({}) as unknown as Evidence,
      guard: (_what, work) => work(),
      mayAsk: () => true,
    });
    expect(result.found.map(({ occurrence }) => occurrence.id)).toEqual(['no-credentials']);
    expect(result.answers).toEqual([]);
  });
});
