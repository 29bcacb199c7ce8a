import { ownerOf } from '../../rules/owner.ts'
import { questionFacts } from '../../rules/question-facts.ts'
import type { SessionVerdict, Step, Trace, Verdict } from '../../trace/step.ts'
import { promptCount, sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import { contacted, decisions } from '../../trace/views.ts'
import { type FactName, missing } from '../../vocabulary/facts.ts'
import type { EndpointCandidate } from '../../vocabulary/requests.ts'
import { disagreementsOf } from '../wording/disagreements.ts'
import { conditionalAccessJson } from './conditional-access-json.ts'
import { deviceJson } from './device-json.ts'
import { jsonLines } from './json-lines.ts'
import type { Json, JsonObject } from './json-value.ts'
import { keptLegText } from './leg-text.ts'

export type { Json, JsonObject } from './json-value.ts'

/** The version of the contract; incremented by any change that is not purely additive. */
export const formatVersion = 1

/** Omits empty fields; keeps the order of the others. */
function present(fields: Readonly<Record<string, unknown>>): JsonObject {
  // Steps and signals are plain data: strings, numbers, booleans and lists or records of them.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject
}

/** One session of the contract. */
export function sessionJson(traces: readonly Trace[]): JsonObject {
  return session(traces, legJson)
}

/** The text of one session of the contract, on one line. */
export function sessionText(traces: readonly Trace[]): string {
  const { legs: _, ...head } = session(traces, () => null)
  const text = JSON.stringify(head)
  return `${text.slice(0, -1)},"legs":[${traces.map((trace) => keptLegText(trace, legJson)).join()}]}`
}

/** One session of the contract whose legs also carry their whole trace. */
export function explainedSessionJson(traces: readonly Trace[]): JsonObject {
  return session(traces, (trace) => ({ ...legJson(trace), trace: present({ ...trace }) }))
}

function session(traces: readonly Trace[], legOf: (trace: Trace) => Json): JsonObject {
  const [first] = traces
  if (first === undefined) throw new Error('a session has at least one leg')
  const { user, client, purpose, network } = first.request
  return present({
    user,
    client,
    purpose,
    network,
    verdict: sessionVerdictJson(sessionVerdict(traces)),
    device: first.device === undefined ? undefined : deviceJson(first.device),
    prompts: promptCount(traces),
    legs: traces.map(legOf),
  })
}

function sessionVerdictJson(verdict: SessionVerdict): JsonObject {
  return present({ ...verdict, owner: 'rule' in verdict ? ownerOf(verdict.rule) : undefined })
}

/** The subject of a simulation, in plain values. */
export interface SimulationHeader {
  readonly tenant: string
  /** As the user wrote it: a date, or an instant with offset. */
  readonly asOf: string
}

/** The versioned document of many sessions. */
export function simulationJson({
  tenant,
  asOf,
  sessions,
}: SimulationHeader & { readonly sessions: Iterable<JsonObject> }): JsonObject {
  return { formatVersion, tenant, asOf, sessions: [...sessions] }
}

/** The same document as lazily generated text, one session per line, followed by the remaining fields. */
export function simulationLines(
  { tenant, asOf }: SimulationHeader,
  sessions: Iterable<string>,
  after: JsonObject = {},
): Generator<string> {
  return jsonLines({ formatVersion, tenant, asOf }, 'sessions', sessions, after)
}

/** The document of `explain`: the same contract, each leg with its trace. */
export function explainJson(header: SimulationHeader, sessions: Iterable<readonly Trace[]>): JsonObject {
  return simulationJson({ ...header, sessions: [...sessions].map(explainedSessionJson) })
}

/** The text of a document, indented, with a trailing line break; deterministic. */
export function jsonText(document: Json): string {
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function legJson(trace: Trace): JsonObject {
  const { request, authentication } = trace
  return present({
    leg: request.leg,
    relyingParty: request.relyingParty,
    protocol: request.protocol,
    endpoint: request.endpoint === undefined ? undefined : endpointJson(request.endpoint),
    candidates: request.candidates?.map(candidateJson),
    authentication:
      authentication &&
      present({
        offered: authentication.offered,
        order: authentication.order,
        used: authentication.used,
        mechanism: authentication.mechanism,
      }),
    issuer: trace.issuer,
    resource: trace.resource,
    clientAppType: trace.clientAppType,
    verdict: verdictJson(verdictOf(trace)),
    disagreements: disagreementsJson(trace),
    conditionalAccess: conditionalAccessJson(trace),
    refused: trace.refused.map(({ credential, by, rule, error }) =>
      present({ credential, by, rule, owner: ownerOf(rule), error }),
    ),
    accepted: trace.accepted,
    undetermined: trace.undetermined,
    contacted: contacted(trace),
    claims: trace.claims,
    audit: trace.audit,
    enforceable: trace.enforceable,
    takesEffect: trace.takesEffect,
    continuousAccessEvaluation: trace.continuousAccessEvaluation,
    restsOn: trace.restsOn,
    facts: factsRead(trace),
    assumptions: assumptions(trace),
  })
}

/** Empty unless the leg is undetermined because pages disagree. */
function disagreementsJson(trace: Trace): readonly JsonObject[] | undefined {
  const all = disagreementsOf(trace)
  if (all.length === 0) return undefined
  return all.map(({ id, about, pages }) => ({
    id,
    about,
    pages: pages.map(({ says, citation: { source, section } }) => present({ says, source, section })),
  }))
}

function endpointJson({ host, method }: EndpointCandidate): JsonObject {
  return present({ host, method })
}

function candidateJson({ method, host, hosting, basis }: EndpointCandidate): JsonObject {
  return present({ method, host, hosting, basis })
}

function verdictJson(verdict: Verdict): JsonObject {
  switch (verdict.kind) {
    case 'signs-in': {
      const { kind, credential, presents, admissible, answeredBy, prompted, verifier, ...rest } = verdict
      const { secondFactor, secondFactorBy, rule } = rest
      const opened = { kind, credential, presents, admissible, answeredBy, prompted, verifier }
      return present({ ...opened, secondFactor, secondFactorBy, rule })
    }
    case 'blocked': {
      const { kind, policies, rule, stage, error, notice } = verdict
      return present({ kind, policies, rule, owner: ownerOf(rule), stage, error, notice })
    }
    case 'cannot-sign-in': {
      const { kind, rule, stage, error } = verdict
      return present({ kind, rule, owner: ownerOf(rule), stage, error })
    }
    case 'refused': {
      const { kind, credential, verifier, rule, stage, error } = verdict
      return present({ kind, credential, verifier, rule, owner: ownerOf(rule), stage, error })
    }
    case 'undetermined': {
      const { kind, missing: facts, rule } = verdict
      return present({ kind, missing: facts, rule })
    }
  }
}

/** The facts that the questions of this leg could read, in the order of the questions. */
function factsRead(trace: Trace): JsonObject {
  const read: Partial<Record<FactName, string>> = {}
  for (const { question } of decisions(trace)) {
    for (const fact of questionFacts[question]) {
      const value = trace.facts[fact]
      if (value !== undefined && value !== missing) read[fact] = value
    }
  }
  return present(read)
}

function assumptions(trace: Trace): readonly JsonObject[] {
  const found: JsonObject[] = []
  for (const step of trace.steps)
    if (isAssumption(step)) found.push({ id: step.default, fact: step.fact, value: step.value })
  return found
}

const isAssumption = (step: Step): step is Extract<Step, { kind: 'assumption' }> => step.kind === 'assumption'
