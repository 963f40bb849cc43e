/** What gives a job the permission to ask GitHub for an OIDC token. */
export const GRANT = [
  'In the job, add `permissions:` with `id-token: write` and `contents: read`: a job’s block replaces the defaults, so all that the job needs must be in it.',
  'In the caller of a reusable workflow, grant the same permission on the calling job.',
] as const;

/** The same as lines to paste. */
export const PERMISSIONS = {
  snippet: { language: 'yaml', text: 'permissions:\n  id-token: write\n  contents: read\n' },
  change: { kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } },
} as const;
