import type { Trace } from '../trace/step.ts'
import { promptCount, sessionVerdict, verdictOf } from '../trace/verdict.ts'
import type { Session } from './request-options.ts'
import { type Cell, type Grid, renderAligned } from './text-table.ts'

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)]

const columns = ['client', 'purpose', 'from', 'credential', 'verified by', 'second factor', 'rule'] as const

/** What a session comes to: one line, or one for each leg where legs differ. */
interface Outcome {
  readonly verdict: readonly string[]
  readonly verifiers: readonly string[]
  readonly secondFactors: readonly string[]
  readonly rules: readonly string[]
}

function outcomeOf(traces: readonly Trace[]): Outcome {
  const verdict = sessionVerdict(traces)
  switch (verdict.kind) {
    case 'signs-in':
      return signedIn(traces, [verdict.credentials.join(', ')])
    case 'conflict':
    case 'several-credentials':
      return byLeg(traces, verdict.kind)
    case 'undetermined':
      return {
        verdict: ['undetermined, missing:', ...verdict.missing],
        verifiers: [],
        secondFactors: [],
        rules: openRules(traces),
      }
    default:
      return { verdict: [`${verdict.kind} (${verdict.leg})`], verifiers: [], secondFactors: [], rules: [verdict.rule] }
  }
}

function signIns(traces: readonly Trace[]) {
  return traces.flatMap((trace) => {
    const verdict = verdictOf(trace)
    return verdict.kind === 'signs-in' ? [{ leg: trace.request.leg, ...verdict }] : []
  })
}

function signedIn(traces: readonly Trace[], verdict: readonly string[]): Outcome {
  const legs = signIns(traces)
  const join = (words: readonly string[]) => [distinct(words).join(', ')]
  return {
    verdict,
    verifiers: join(legs.map(({ verifier }) => verifier)),
    secondFactors: join(legs.map(({ secondFactor }) => secondFactor)),
    rules: join(legs.map(({ rule }) => rule)),
  }
}

function byLeg(traces: readonly Trace[], kind: string): Outcome {
  const legs = signIns(traces)
  return {
    verdict: [`${kind}:`, ...legs.map(({ leg, credential }) => `${credential} (${leg})`)],
    verifiers: ['', ...legs.map(({ verifier }) => verifier)],
    secondFactors: ['', ...legs.map(({ secondFactor }) => secondFactor)],
    rules: ['', ...legs.map(({ rule }) => rule)],
  }
}

function openRules(traces: readonly Trace[]): readonly string[] {
  const rules = traces.flatMap((trace) => {
    const verdict = verdictOf(trace)
    return verdict.kind === 'undetermined' && verdict.rule !== undefined ? [verdict.rule] : []
  })
  return [distinct(rules).join(', ')]
}

/** One table for each user; sessions that differ in nothing but the network share a row. */
export function renderCredentialTables(sessions: readonly Session[]): string {
  return perUser(sessions)
    .map(([user, rows]) => `${user}\n\n${renderAligned({ headings: columns, rows })}`)
    .join('\n')
}

/** The same rows with the user in front, for Markdown. */
export function credentialGrid(sessions: readonly Session[]): Grid {
  const rows = perUser(sessions).flatMap(([user, own]) => own.map((row): readonly Cell[] => [user, ...row]))
  return { headings: ['user', ...columns], rows }
}

function perUser(
  sessions: readonly Session[],
): readonly (readonly [user: string, rows: readonly (readonly Cell[])[]])[] {
  const users = new Map<string, Session[]>()
  for (const session of sessions) {
    const own = users.get(session.request.user)
    if (own === undefined) users.set(session.request.user, [session])
    else own.push(session)
  }
  const networks = new Set(sessions.map(({ request }) => request.network)).size
  return [...users].map(([user, own]) => [user, mergedRows(own, networks)])
}

function mergedRows(sessions: readonly Session[], everywhere: number): readonly (readonly Cell[])[] {
  const rows = new Map<string, { readonly first: Session; readonly outcome: Outcome; readonly networks: string[] }>()
  for (const session of sessions) {
    const { client, purpose, network } = session.request
    const outcome = outcomeOf(session.traces)
    const key = JSON.stringify([client, purpose, outcome])
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { first: session, outcome, networks: [network] })
    else row.networks.push(network)
  }
  return [...rows.values()].map(({ first: { request }, outcome, networks }) => {
    const from = everywhere > 1 && networks.length === everywhere ? 'anywhere' : networks.join(', ')
    const { verdict, verifiers, secondFactors, rules } = outcome
    return [request.client, request.purpose, from, verdict, verifiers, secondFactors, rules]
  })
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
    'missing',
    'prompts',
  ]
  const rows = sessions.map(({ request, traces }): readonly Cell[] => {
    const { user, client, purpose, network } = request
    const verdict = sessionVerdict(traces)
    const legs = ['signs-in', 'conflict', 'several-credentials'].includes(verdict.kind) ? signIns(traces) : []
    return [
      ...[user, client, purpose, network, verdict.kind],
      distinct(legs.map(({ credential }) => credential)),
      distinct(legs.map(({ verifier }) => verifier)),
      distinct(legs.map(({ secondFactor }) => secondFactor)),
      'rule' in verdict ? verdict.rule : distinct(legs.map(({ rule }) => rule)),
      verdict.kind === 'undetermined' ? verdict.missing : '',
      String(promptCount(traces)),
    ]
  })
  return { headings, rows }
}
