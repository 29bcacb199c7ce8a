import type { Session } from './session.ts'

const shown = new WeakMap<Error, Session>()

/** A failure caused by the author of a feature: reported by its message alone, without our own stack. */
export function problem(message: string, session?: Session): Error {
  const error = new Error(message)
  error.name = 'authplan'
  error.stack = message
  if (session !== undefined) shown.set(error, session)
  return error
}

const ofHooks = new Set<string>()

/** A failure found by one of our own hooks. */
export function hookProblem(message: string): Error {
  ofHooks.add(message)
  return problem(message)
}

/** Whether a hook failure comes from our own hook: Cucumber distinguishes hooks by text only. */
export function isOwnHookProblem(text: string): boolean {
  return ofHooks.has(text)
}

/** The session that failed the assertion, if any. */
export function sessionOfProblem(thrown: unknown): Session | undefined {
  return thrown instanceof Error ? shown.get(thrown) : undefined
}
