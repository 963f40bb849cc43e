/** Whether an element of a statement matches the request, as far as it can be told without asking AWS. */
export type Truth = 'holds' | 'fails' | 'undetermined';

export function truth(holds: boolean): Truth {
  return holds ? 'holds' : 'fails';
}

export function not(value: Truth): Truth {
  return value === 'undetermined' ? value : truth(value === 'fails');
}

export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes('holds')) return 'holds';
  return values.includes('undetermined') ? 'undetermined' : 'fails';
}

export function allOf(values: readonly Truth[]): Truth {
  if (values.includes('fails')) return 'fails';
  return values.includes('undetermined') ? 'undetermined' : 'holds';
}
