import type { Trace } from '../../trace/step.ts'
import { type MergedRow, type UserRows, userRows } from './session-rows.ts'

/**
 * The rows of many users without the sign-ins behind them: rows with the same text are one object, so that what is held
 * grows with what differs. Links are asked for while the sign-ins are still known. The sessions of one user follow each other.
 */
export function compactUserRows(
  sessions: Iterable<readonly Trace[]>,
  linksOf?: (row: MergedRow) => string,
): readonly UserRows[] {
  const known = new Map<string, MergedRow>()
  const users: UserRows[] = []
  for (const ofUser of sessionsByUser(sessions))
    for (const { user, userName, rows } of userRows(ofUser))
      users.push({ user, userName, rows: rows.map((row) => sharedRow(row, known, linksOf?.(row))) })
  return users
}

/** The sessions of one user after those of another. */
function* sessionsByUser(sessions: Iterable<readonly Trace[]>): Generator<readonly (readonly Trace[])[]> {
  let some: (readonly Trace[])[] = []
  let before: string | undefined
  for (const traces of sessions) {
    const user = traces[0]?.request.user
    if (user !== before && some.length > 0) {
      yield some
      some = []
    }
    before = user
    some.push(traces)
  }
  if (some.length > 0) yield some
}

function sharedRow(row: MergedRow, known: Map<string, MergedRow>, links: string | undefined): MergedRow {
  const { request, kind, clientName, results, why, purposes, networks } = row
  const key = JSON.stringify([request.client, kind, clientName, results, why, purposes, networks, links])
  const found = known.get(key)
  if (found !== undefined) return found
  const shared = { ...row, requests: [], ...(links === undefined ? {} : { links }) }
  known.set(key, shared)
  return shared
}
