import type { Claims } from '../json-web-token.ts';
import { providerArn } from './request.ts';

/**
 * Characters that a policy document may hold: the rest can only be matched by a wildcard.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const ALLOWED = /^[\t\n\r\u0020-\u00FF]*$/;

/**
 * The narrowest statement that allows this token to take the role, as JSON of two spaces' indent, for a policy of
 * version 2012-10-17. `provider`: name of the identity provider, as `providerName` gives it.
 */
export function matchingStatement(
  claims: Claims,
  role: { readonly partition: string; readonly account: string },
  provider: string,
): string {
  const wanted = [
    [`${provider}:aud`, claims.aud[0] ?? ''],
    [`${provider}:sub`, claims.sub],
  ] as const;
  const condition: Record<string, Record<string, string>> = {};
  for (const [key, value] of wanted) {
    const operator = ALLOWED.test(value) ? 'StringEquals' : 'StringLike';
    condition[operator] = {
      ...condition[operator],
      [key]: operator === 'StringEquals' ? escaped(value) : pattern(value),
    };
  }
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: providerArn(role.partition, role.account, provider) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  };
  return JSON.stringify(statement, null, 2);
}

/** `${` would begin a policy variable. */
function escaped(value: string): string {
  return value.replaceAll('${', () => '${$}{');
}

function pattern(value: string): string {
  return Array.from(
    escaped(value).replace(/[*?]/g, (wildcard) => `\${${wildcard}}`),
    (character) => {
      if (ALLOWED.test(character)) return character;
      // AWS does not say whether `?` is one character or half of a surrogate pair.
      return character.length > 1 ? '*' : '?';
    },
  ).join('');
}
