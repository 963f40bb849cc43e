/** What a cause is called in a title, what to change first, and where to read more. */
export interface Remedy {
  readonly title: string;
  readonly fix: string;
  readonly docs: string;
}
