/**
 * What ends a verb early: bad input, told by path and allowed values (exit code 2). Thrown inside
 * the command line only, and caught in one place.
 */

/** Bad input: where, and what is allowed there. */
export interface Problem {
  path: string
  message: string
  allowed: string | null
}

export class Refusal extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.problems = problems
  }
}

export function refuse(path: string, message: string, allowed: string | null): never {
  throw new Refusal([{ path, message, allowed }])
}

/** One line a problem, as `opensAt: "3 s" is not allowed here. Allowed: a length of time …`. */
export function tellProblem({ path, message, allowed }: Problem): string {
  const rule = allowed === null ? '' : ` Allowed: ${allowed}.`
  return `${path}: ${message}.${rule}`
}
