import type { Answer } from './answer.ts';

/** A service that does not do what it should: refuses with this status and body, never answers, or answers garbage. */
export type Outage =
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'garbage' };

/** What the caller gets instead of an answer. */
export function outageAnswer(outage: Outage): Answer | 'hang' {
  switch (outage.kind) {
    case 'refuse':
      return {
        status: outage.status,
        headers: { 'Content-Type': 'application/json', ...outage.headers },
        body: outage.body ?? '',
      };
    case 'hang':
      return 'hang';
    case 'garbage':
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"AccessKeyId": "ASI\u0000\ufffd' };
  }
}

export function json(status: number, value: unknown): Answer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': 'text/plain', ...headers }, body };
}
