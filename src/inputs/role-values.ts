import type { Parsed } from './values.ts';

/** Limits of AssumeRole: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export function externalId(text: string): Parsed<string> {
  return /^[\w+=,.@:/-]{2,1224}$/.test(text)
    ? { value: text }
    : { allowed: '2 to 1224 letters, digits and characters of _+=,.@:/-' };
}

export function sessionName(text: string): Parsed<string> {
  return /^[\w+=,.@-]{2,64}$/.test(text)
    ? { value: text }
    : { allowed: '2 to 64 letters, digits and characters of _+=,.@-' };
}

export function roleDuration(text: string): Parsed<number> {
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return seconds >= 900 && seconds <= 43_200
    ? { value: seconds }
    : { allowed: 'a number of seconds from 900 to 43200' };
}

/** A policy is checked by AWS; what is no JSON object cannot be one. */
export function policyJson(text: string): Parsed<string> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { value: text };
  } catch {
    // Told below.
  }
  return { allowed: 'a policy document as a JSON object', shown: `${text.length} characters that are no JSON object` };
}

/** ARNs of managed policies, one a line or with commas in between. */
export function policyArns(text: string): Parsed<readonly string[]> {
  const arns = text.split(/[\r\n,]+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const odd = arns.find((arn) => !/^arn:aws[a-z-]{0,20}:iam::(?:\d{12}|aws):policy\/[!-~]{1,600}$/.test(arn));
  const allowed = 'up to 10 ARNs of managed policies, one a line, such as arn:aws:iam::aws:policy/ReadOnlyAccess';
  if (odd !== undefined) return { allowed, shown: odd };
  return arns.length > 10 ? { allowed, shown: `${arns.length} ARNs` } : { value: arns };
}
