require('node:fs').appendFileSync(
  process.env.GITHUB_ENV,
  'AWS_ACCESS_KEY_ID=\nAWS_SECRET_ACCESS_KEY=\nAWS_SESSION_TOKEN=\n',
);
