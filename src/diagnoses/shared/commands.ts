/** How a reader at a terminal takes variables away: one line for each shell that the machine has. */
export function unsetCommands(names: readonly string[], platform: NodeJS.Platform): readonly string[] {
  if (platform !== 'win32') return [`Run \`unset ${names.join(' ')}\`.`];
  return [
    `In PowerShell, run \`Remove-Item ${names.map((name) => `Env:${name}`).join(', ')}\`.`,
    `If you use cmd: run \`${names.map((name) => `set ${name}=`).join(' & ')}\`.`,
  ];
}
