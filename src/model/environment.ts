/** The process's environment, handed in as a value. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What gather needs to know of the machine. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly homedir: string;
  /** `os.release()`: tells WSL from Linux. */
  readonly release: string;
}

/** A variable's raw value. Empty counts as unset: configure-aws-credentials clears variables by emptying them, and withheld secrets arrive empty. */
export function variable(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}

/** The first of the named variables that is set. */
export function firstVariable(env: Environment, names: readonly string[]): { name: string; value: string } | undefined {
  for (const name of names) {
    const value = variable(env, name);
    if (value !== undefined) return { name, value };
  }
  return undefined;
}

/** Whether a variable says `true`, in any case, as AWS tools read their switches. */
export function isOn(env: Environment, name: string): boolean {
  return variable(env, name)?.toLowerCase() === 'true';
}

/** Which of the named variables is set; the first where none is. */
export function environmentVariable(env: Environment, names: readonly [string, ...string[]]): string {
  return firstVariable(env, names)?.name ?? names[0];
}
