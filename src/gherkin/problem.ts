import type { Session } from './world.ts'

const shown = new WeakMap<Error, Session>()

/** A failure that concerns the author of a feature: the message is all there is to say, our own stack is not. */
export function problem(message: string, session?: Session): Error {
  const error = new Error(message)
  error.name = 'authplan'
  error.stack = message
  if (session !== undefined) shown.set(error, session)
  return error
}

/** The session that broke the assertion, where one did. */
export function sessionOfProblem(thrown: unknown): Session | undefined {
  return thrown instanceof Error ? shown.get(thrown) : undefined
}
