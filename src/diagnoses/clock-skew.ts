import type { Attempt, ClockSkew } from '../model/evidence.ts';
import type { Job } from '../model/job.ts';
import type { Explanation } from '../model/report.ts';
import { explainsRefusal } from '../read/signature-window.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { spell, timestamp } from './shared/wording.ts';

const BASIS: Readonly<Record<ClockSkew['basis'], string>> = {
  'date-header': 'by the Date header of AWS’s answer',
  message: 'by the times in AWS’s refusal',
  'message-over-date':
    'by the times in AWS’s refusal; the Date header of the answer says otherwise, as one that a proxy wrote does',
};

interface Skew {
  readonly clock: ClockSkew;
  readonly allowed: number;
  readonly severity: 'error' | 'warning';
  readonly refused: boolean;
}

const texts = {
  id: 'clock-skew',
  severity: ({ severity }: Skew) => severity,
  otherwise: 'warning',
  when: 'the runner’s clock is off, also where an SDK would hide it by correcting',
  exceptions:
    'A TLS-intercepting proxy may put its own date into answers. Raise `max-clock-skew` where only tools run that correct the clock.',
  references: [DOCS.ntp],
  once: () => 'the request is signed with AWS’s time',
  describe({ clock, allowed, severity, refused }: Skew, evidence: Evidence): Explanation {
    const direction = clock.skewSeconds < 0 ? 'behind' : 'ahead of';
    return {
      title: `The runner’s clock is ${spell(clock.skewSeconds)} ${direction} AWS`,
      explanation: refused
        ? 'AWS refuses every request: its signature has the runner’s time, and STS allows 15 minutes, most services 5.'
        : severity === 'error'
          ? `${isAccepted(evidence) ? 'STS still accepts it, but other' : 'Other'} tools of this job may fail, because most AWS services allow 5 minutes at most, and only some SDKs correct the clock by themselves.`
          : 'Nothing fails yet, but a clock that drifts will: most AWS services allow 5 minutes at most.',
      evidence: [
        `local clock minus AWS’s clock: ${signed(clock.skewSeconds)} s, ± ${clock.uncertaintySeconds.toFixed(1)} s, ${BASIS[clock.basis]}`,
        `AWS’s time is ${timestamp(evidence.session.now)}`,
        `allowed by \`max-clock-skew\`: ${spell(allowed)}${severity === 'warning' ? ', warned of from a quarter of it' : ''}`,
        ...(refused ? refusalEvidence(evidence) : []),
      ],
      fix: fixes(evidence),
      docs: DOCS.ntp,
    };
  },
  subject: () => ({ kind: 'job' as const }),
} as const;

/** Explains a refusal only where AWS refused the signature's date: any other refusal has a cause of its own. */
export const clockSkew = entry<Skew>({
  ...texts,
  phases: ['refused', 'role'],
  detect(evidence) {
    const { clock, settings } = evidence;
    if (clock === undefined || refusalOf(evidence) !== 'time' || !explainsRefusal(clock)) return undefined;
    return { clock, allowed: settings.maxClockSkew, severity: 'error', refused: true };
  },
  repair: (attempt, { clock }): Attempt => ({ ...attempt, clockOffset: Math.round(-clock.skewSeconds * 1000) }),
});

/** STS forgives 15 minutes, other services 5, and some SDKs correct the clock without a word: it is measured, always. */
export const clockOff = entry<Skew>({
  ...texts,
  phases: ['end'],
  detect({ clock, settings }) {
    if (clock === undefined) return undefined;
    // Only what is certainly above the bound counts: the measurement has an uncertainty.
    const atLeast = Math.abs(clock.skewSeconds) - clock.uncertaintySeconds;
    const allowed = settings.maxClockSkew;
    if (atLeast > allowed) return { clock, allowed, severity: 'error', refused: false };
    return atLeast > allowed / 4 ? { clock, allowed, severity: 'warning', refused: false } : undefined;
  },
});

/** A signed call with the clock as it is; after a repair it is AWS's own. */
function isAccepted({ answer, role }: Evidence): boolean {
  const asked = answer?.kind === 'accepted' ? answer.attempt : undefined;
  return asked?.clockOffset === 0 || role?.identity !== undefined;
}

function signed(seconds: number): string {
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(1)}`;
}

function fixes({ gathered: { job } }: Evidence): readonly string[] {
  if (job.runnerEnvironment === 'github-hosted') {
    return [
      'In GitHub’s interface, run the job again: it gets another machine.',
      job.runnerOs === 'macOS'
        ? 'In the job, before this step, `sudo sntp -sS time.apple.com` sets the clock of a macOS runner.'
        : 'If it comes again, tell GitHub Support, with this message.',
    ];
  }
  return [
    ...(job.isContainer ? ['On the container’s host, set the clock: a container has no clock of its own.'] : []),
    ...commands(job),
    'On a virtual machine that sleeps or is paused, turn on the host’s time synchronisation.',
  ];
}

function commands(job: Job): readonly string[] {
  if (job.isWsl)
    return ['In WSL, run `sudo hwclock -s`.', 'If it comes again after sleep: run `wsl --shutdown` in Windows.'];
  switch (job.runnerOs) {
    case 'Windows':
      return ['On the runner, run `w32tm /resync` as administrator.'];
    case 'macOS':
      return ['On the runner, run `sudo sntp -sS time.apple.com`.'];
    case 'Linux':
      return [
        'On the runner, run `sudo timedatectl set-ntp true`.',
        'If chrony runs there: run `sudo chronyc makestep`.',
      ];
    default:
      return [
        'On the machine, set the clock: `sudo timedatectl set-ntp true` (Linux), `sudo sntp -sS time.apple.com` (macOS), `w32tm /resync` (Windows).',
      ];
  }
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'clock-skew': true;
  }
}
