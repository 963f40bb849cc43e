/** One item of the list that is not an account ID, and why, in our own words. */
export interface AccountIdProblem {
  readonly value: string;
  readonly why: string;
}

export type AccountIdList = { readonly ids: readonly string[] } | { readonly problems: readonly AccountIdProblem[] };

function whyNot(item: string): string {
  if (/^\d{4}-\d{4}-\d{4}$/.test(item)) {
    return 'written with hyphens, as the console shows it: leave them out';
  }
  if (/^\d{8,11}$/.test(item)) {
    return `${item.length} digits instead of 12: leading zeros get lost where YAML reads a number, so put it in quotes`;
  }
  if (/^\d+$/.test(item)) {
    return `${item.length} digits instead of 12`;
  }
  if (/^["'].*["']$/.test(item)) {
    return 'in quotes, which are part of the value here';
  }
  if (/^\d{12}[\s;|]+\d/.test(item)) {
    return 'several in one item: separate them by commas or new lines';
  }
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(item)) {
    return 'a number in scientific notation: put the account ID in quotes';
  }
  if (item.startsWith('arn:')) {
    return 'an ARN, not an account ID';
  }
  return 'not 12 digits';
}

/**
 * Reads a list of account IDs, separated by commas or new lines; empty items do not count. A list of nothing but
 * separators is a problem and not an empty list: it was to guard something.
 */
export function parseAccountIds(text: string): AccountIdList {
  if (text.trim() === '') {
    return { ids: [] };
  }
  const items = text
    .split(/[,\r\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) {
    return { problems: [{ value: text.trim(), why: 'a list without a single account ID' }] };
  }
  const wrong = items.filter((item) => !/^\d{12}$/.test(item));
  return wrong.length > 0
    ? { problems: wrong.map((value) => ({ value, why: whyNot(value) })) }
    : { ids: [...new Set(items)] };
}
