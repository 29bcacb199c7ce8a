import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { Verifier } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { SignInRequest } from '../../vocabulary/requests.ts'
import { shortPresented } from '../wording/methods.ts'
import { credentialWords } from '../wording/nouns.ts'
import { decidingTrace, nameOf, sessionLabel, whyInFewWords } from '../wording/outcomes.ts'
import { shortCredentials, shortLegs, shortPurposes, shortSecondFactors, shortVerifiers } from '../wording/short.ts'
import { noPromptSign, shortAnsweredBy } from '../wording/tokens.ts'

/** One line of a cell group: a credential, who checks it, and what happens to the second factor. */
export interface ResultLine {
  readonly result: string
  readonly verifier: string
  readonly secondFactor: string
  readonly rule: RuleId | ''
  /** The rule, with its page, on the methods that are presented; none where no method is. */
  readonly method?: RuleId | undefined
}

/** One session as a row of the credential table. */
export interface SessionRow {
  readonly request: SignInRequest
  readonly kind: SessionVerdict['kind']
  readonly userName: string
  readonly clientName: string
  /** One line, or one for each credential that the session needs. */
  readonly results: readonly ResultLine[]
  readonly why: string
}

/** Sessions of one user and client with the same result, merged over all their purposes and networks. */
export interface MergedRow extends SessionRow {
  readonly purposes: readonly string[]
  readonly networks: readonly string[]
  /** Every sign-in that this row represents. */
  readonly requests: readonly SignInRequest[]
  /** Links with details about the row, in the language of the table. */
  readonly links?: string
}

/** The merged rows of one user. */
export interface UserRows {
  readonly user: string
  readonly userName: string
  readonly rows: readonly MergedRow[]
}

/** The result of one session, in words for cells. */
export function sessionRow(traces: readonly Trace[]): SessionRow {
  const verdict = sessionVerdict(traces)
  const trace = decidingTrace(traces, verdict)
  return {
    request: trace.request,
    kind: verdict.kind,
    userName: nameOf(traces, 'user'),
    clientName: nameOf(traces, 'client'),
    results: resultLines(traces, trace, verdict),
    why:
      verdict.kind === 'conflict'
        ? 'one prompt, two credentials'
        : verdict.kind === 'several-credentials'
          ? 'each service asks for its own'
          : whyInFewWords(trace),
  }
}

function resultLines(traces: readonly Trace[], trace: Trace, verdict: SessionVerdict): readonly ResultLine[] {
  if (verdict.kind === 'signs-in') {
    const sign = noPrompt(traces)
    return [resultOf(trace, sign ?? credentialLabels(traces, verdict.credentials))]
  }
  const label = sessionLabel(verdict)
  if (verdict.kind !== 'conflict' && verdict.kind !== 'several-credentials') return [resultOf(trace, label)]
  const lines = new Map<string, ResultLine>()
  for (const leg of traces) {
    const ended = verdictOf(leg)
    if (ended.kind !== 'signs-in' || lines.has(ended.credential)) continue
    const result = `${shortLabel(ended.credential)} (${shortLegs[leg.request.leg]})`
    lines.set(ended.credential, resultOf(leg, result))
  }
  const heading = { result: label, verifier: '', secondFactor: '', rule: '' } as const
  return verdict.kind === 'conflict' ? [heading, ...lines.values()] : [...lines.values()]
}

/** The label of an interactive sign-in without a prompt. */
function noPrompt(traces: readonly Trace[]): string | undefined {
  const opened = traces.map(verdictOf).flatMap((verdict) => (verdict.kind === 'signs-in' ? [verdict] : []))
  const silent = opened.every(({ credential, prompted }) => credential === 'interactive' && prompted === false)
  const answered = [...new Set(opened.flatMap(({ answeredBy }) => answeredBy ?? []))]
  if (!silent || answered.length === 0) return undefined
  const by = answered.map((one) => shortAnsweredBy[one]).join(', ')
  return `${noPromptSign}\u00a0no prompt (${by})`
}

/** The credentials in words; an interactive sign-in by what the user presents, where every leg presents the same. */
function credentialLabels(traces: readonly Trace[], used: readonly Credential[]): string {
  const presented = presentedAlike(traces)
  return used
    .map((credential) =>
      credential === 'interactive' && presented !== undefined
        ? `${credentialWords[credential].symbol}\u00a0${shortPresented(presented)}`
        : shortLabel(credential),
    )
    .join(', ')
}

function presentedAlike(traces: readonly Trace[]): string | undefined {
  const interactive = traces
    .map(verdictOf)
    .flatMap((one) => (one.kind === 'signs-in' && one.credential === 'interactive' ? [one.presents] : []))
  const [first] = interactive
  return interactive.every((one) => one === first) ? first : undefined
}

function shortLabel(credential: Credential): string {
  return `${credentialWords[credential].symbol}\u00a0${shortCredentials[credential]}`
}

function resultOf(trace: Trace, result: string): ResultLine {
  const verdict = verdictOf(trace)
  const rule = verdict.rule ?? ''
  const verifier = 'verifier' in verdict ? shortVerifier(trace, verdict.verifier) : ''
  if (verdict.kind !== 'signs-in') return { result, verifier, secondFactor: '', rule }
  const by = verdict.secondFactorBy === 'federated-idp' ? `, ${shortVerifier(trace, 'federated-idp')}` : ''
  const method = verdict.credential === 'interactive' ? trace.methods?.admits : undefined
  return { result, verifier, secondFactor: `${shortSecondFactors[verdict.secondFactor]}${by}`, rule, method }
}

/** An identity provider is shown by its own name; the others by their generic name. */
function shortVerifier(trace: Trace, verifier: Verifier): string {
  if (verifier === 'relying-party') return nameOf([trace], trace.request.relyingParty)
  const actor = trace.actors.find(({ id }) => id === verifier)
  return verifier === 'federated-idp' && actor !== undefined ? actor.name : shortVerifiers[verifier]
}

/** The rows by user in the order given; a user is named as soon as one of the sessions introduces them. */
export function userRows(sessions: Iterable<readonly Trace[]>): readonly UserRows[] {
  const byUser = new Map<string, SessionRow[]>()
  for (const traces of sessions) {
    const row = sessionRow(traces)
    const rows = byUser.get(row.request.user)
    if (rows === undefined) byUser.set(row.request.user, [row])
    else rows.push(row)
  }
  return [...byUser].map(([user, rows]) => ({
    user,
    userName: rows.find(({ userName }) => userName !== user)?.userName ?? user,
    rows: withEverything(mergedByPurpose(mergedByNetwork(rows))),
  }))
}

/** A client with the same result for all purposes and networks needs no list of them. */
function withEverything(rows: readonly MergedRow[]): readonly MergedRow[] {
  const clients = new Map<string, number>()
  for (const { request } of rows) clients.set(request.client, (clients.get(request.client) ?? 0) + 1)
  return rows.map((row) =>
    row.purposes.length > 2 && clients.get(row.request.client) === 1 ? { ...row, purposes: ['everything'] } : row,
  )
}

/** Equal for rows with the same text; row text never contains a null character. */
function outcomeKey({ request, kind, results, why }: SessionRow): string {
  let key = `${request.client}\u0000${kind}\u0000${why}`
  for (const { result, verifier, secondFactor, rule, method } of results)
    key += `\u0000${result}\u0000${verifier}\u0000${secondFactor}\u0000${rule}\u0000${method ?? ''}`
  return key
}

/** Appends one by one, because spreading is many times slower. */
function told(
  { request, kind, userName, clientName, results, why }: SessionRow,
  purposes: readonly string[],
  networks: readonly string[],
  requests: readonly SignInRequest[],
): MergedRow {
  return { request, kind, userName, clientName, results, why, purposes, networks, requests }
}

function mergedByNetwork(rows: readonly SessionRow[]): readonly MergedRow[] {
  return merged(
    rows.map((row) => told(row, [shortPurposes[row.request.purpose]], [row.request.network], [row.request])),
    (row) => `${outcomeKey(row)}\u0000${row.purposes.join()}`,
    (one, other) => told(one, one.purposes, [...one.networks, ...other.networks], [...one.requests, ...other.requests]),
  )
}

function mergedByPurpose(rows: readonly MergedRow[]): readonly MergedRow[] {
  return merged(
    rows,
    (row) => `${outcomeKey(row)}\u0000${row.networks.join('\u0000')}`,
    (one, other) => told(one, [...one.purposes, ...other.purposes], one.networks, [...one.requests, ...other.requests]),
  )
}

function merged(
  rows: readonly MergedRow[],
  keyOf: (row: MergedRow) => string,
  join: (one: MergedRow, other: MergedRow) => MergedRow,
): readonly MergedRow[] {
  const found = new Map<string, MergedRow>()
  for (const row of rows) {
    const key = keyOf(row)
    const one = found.get(key)
    found.set(key, one === undefined ? row : join(one, row))
  }
  return [...found.values()]
}
