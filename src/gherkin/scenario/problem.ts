import type { Session } from './session.ts'

const shown = new WeakMap<Error, Session>()

/** A failure that concerns the author of a feature: the message is all there is to say, our own stack is not. */
export function problem(message: string, session?: Session): Error {
  const error = new Error(message)
  error.name = 'authplan'
  error.stack = message
  if (session !== undefined) shown.set(error, session)
  return error
}

const ofHooks = new Set<string>()

/** A failure that one of our own hooks finds. */
export function hookProblem(message: string): Error {
  ofHooks.add(message)
  return problem(message)
}

/** Whether the failure of a hook is what one of ours found: Cucumber distinguishes hooks by text alone. */
export function isOwnHookProblem(text: string): boolean {
  return ofHooks.has(text)
}

/** The session that broke the assertion, where one did. */
export function sessionOfProblem(thrown: unknown): Session | undefined {
  return thrown instanceof Error ? shown.get(thrown) : undefined
}
