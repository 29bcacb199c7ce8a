import type { Trace } from '../trace/step.ts'
import { promptCount, sessionVerdict, verdictOf } from '../trace/verdict.ts'
import type { Session } from './request-options.ts'
import { type Grid, renderAligned } from './text-table.ts'

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)]

interface Cells {
  readonly verdict: string
  readonly verifiers: string
  readonly secondFactors: string
  readonly rules: string
}

/** What a session comes to, in words short enough for a cell. */
function verdictCell(traces: readonly Trace[]): string {
  const verdict = sessionVerdict(traces)
  switch (verdict.kind) {
    case 'signs-in':
      return verdict.credentials.join(', ')
    case 'conflict':
    case 'several-credentials':
      return `${verdict.kind}: ${verdict.credentials.map(({ leg, credential }) => `${credential} (${leg})`).join(', ')}`
    case 'undetermined':
      return `undetermined: ${verdict.missing.join(', ')}`
    default:
      return `${verdict.kind} (${verdict.leg})`
  }
}

/** The rules behind the verdict: of the leg that failed, else of every required leg. */
function decidingRules(traces: readonly Trace[]): readonly string[] {
  const session = sessionVerdict(traces)
  if ('rule' in session) return [session.rule]
  return distinct(
    traces.flatMap((trace) => {
      const verdict = verdictOf(trace)
      if (trace.request.optional && session.kind !== 'conflict') return []
      return verdict.rule === undefined ? [] : [verdict.rule]
    }),
  )
}

function cellsOf(traces: readonly Trace[]): Cells {
  const signedIn = traces.flatMap((trace) => {
    const verdict = verdictOf(trace)
    return verdict.kind === 'signs-in' ? [verdict] : []
  })
  const ends = ['signs-in', 'conflict', 'several-credentials'].includes(sessionVerdict(traces).kind)
  return {
    verdict: verdictCell(traces),
    verifiers: ends ? distinct(signedIn.map(({ verifier }) => verifier)).join(', ') : '',
    secondFactors: ends ? distinct(signedIn.map(({ secondFactor }) => secondFactor)).join(', ') : '',
    rules: decidingRules(traces).join(', '),
  }
}

const columns = ['client', 'purpose', 'from', 'credential', 'verified by', 'second factor', 'rule'] as const

/** One table for each user; sessions that differ in nothing but the network share a row. */
export function renderCredentialTables(sessions: readonly Session[]): string {
  const users = distinct(sessions.map(({ request }) => request.user))
  return users
    .map((user) => {
      const rows = mergedRows(sessions.filter(({ request }) => request.user === user))
      return `${user}\n\n${renderAligned({ headings: columns, rows })}`
    })
    .join('\n')
}

/** The same rows with the user in front, for Markdown. */
export function credentialGrid(sessions: readonly Session[]): Grid {
  const users = distinct(sessions.map(({ request }) => request.user))
  const rows = users.flatMap((user) =>
    mergedRows(sessions.filter(({ request }) => request.user === user)).map((row) => [user, ...row]),
  )
  return { headings: ['user', ...columns], rows }
}

function mergedRows(sessions: readonly Session[]): readonly (readonly string[])[] {
  const rows = new Map<
    string,
    { readonly before: readonly string[]; readonly after: readonly string[]; networks: string[] }
  >()
  for (const { request, traces } of sessions) {
    const { verdict, verifiers, secondFactors, rules } = cellsOf(traces)
    const before = [request.client, request.purpose]
    const after = [verdict, verifiers, secondFactors, rules]
    const key = JSON.stringify([before, after])
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { before, after, networks: [request.network] })
    else row.networks.push(request.network)
  }
  return [...rows.values()].map(({ before, after, networks }) => [...before, networks.join(', '), ...after])
}

/** One row for each session, for spreadsheets. */
export function sessionGrid(sessions: readonly Session[]): Grid {
  const headings = [
    'user',
    'client',
    'purpose',
    'network',
    'verdict',
    'credential',
    'verifier',
    'secondFactor',
    'rule',
    'prompts',
  ]
  const rows = sessions.map(({ request, traces }) => {
    const { verdict, verifiers, secondFactors, rules } = cellsOf(traces)
    const { user, client, purpose, network } = request
    const kind = sessionVerdict(traces).kind
    return [user, client, purpose, network, kind, verdict, verifiers, secondFactors, rules, String(promptCount(traces))]
  })
  return { headings, rows }
}
