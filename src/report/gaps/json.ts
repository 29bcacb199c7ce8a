import type { Because, Finding, GapCase, GapPeople, GapSummary, Gaps, Witness } from '../../analysis/gaps/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { formatVersion } from '../json/json.ts'
import type { Json, JsonObject } from '../json/json-value.ts'
import { gapSentence, gapTitles, namesOf, reasonWords } from './wording.ts'

/** A finding that a baseline accepts. */
export interface AcceptedFinding {
  readonly finding: Finding
  readonly reason: string
  readonly expires: Instant
}

const list = (items: readonly string[]): Json => [...items]

function becauseJson(because: Because): JsonObject {
  const { id, says, page } = reasonWords(because)
  return {
    ...(id === undefined ? {} : { rule: id }),
    statement: says,
    ...(page === undefined ? {} : { citation: page }),
  }
}

const witnessJson = (witness: Witness): JsonObject => ({ ...witness, at: formatInstant(witness.at) })

const originJson = ({ file, line, column }: Origin): JsonObject => ({ file, line, column })

const usersIn = (people: readonly GapPeople[]): number => people.reduce((sum, { size }) => sum + size, 0)

const caseJson = ({ about, witness, people, clients, purposes, networks, origin }: GapCase): JsonObject => ({
  about,
  witness: witnessJson(witness),
  users: usersIn(people),
  people: list(namesOf({ people })),
  clients: list(clients),
  purposes: list(purposes),
  networks: list(networks),
  origin: originJson(origin),
})

function findingJson(finding: Finding): JsonObject {
  const { kind, severity, about, way, witness, users, clients, purposes, networks, because, origin, details } = finding
  const { until, ...rest } = details
  // Details are texts, lists of texts, and one instant, which is written as a date.
  const told = rest as JsonObject
  return {
    kind,
    severity,
    about,
    ...(way && { way }),
    message: gapSentence(finding),
    witness: witnessJson(witness),
    users,
    people: list(namesOf(finding)),
    clients: list(clients),
    purposes: list(purposes),
    networks: list(networks),
    parts: finding.parts.map((part) => ({
      users: usersIn(part.people),
      people: list(namesOf(part)),
      clients: list(part.clients),
    })),
    because: because.map(becauseJson),
    origin: originJson(origin),
    origins: finding.origins.map(originJson),
    ...told,
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    cases: finding.cases.map(caseJson),
  }
}

const summaryJson = ({ kind, findings, bySeverity, users, clients }: GapSummary): JsonObject => ({
  kind,
  title: gapTitles[kind],
  findings,
  errors: bySeverity.error,
  warnings: bySeverity.warning,
  notes: bySeverity.note,
  users,
  clients,
})

/** The versioned document of all findings, with accepted ones listed separately. */
export function gapsJson(made: Gaps, accepted: readonly AcceptedFinding[] = []): JsonObject {
  const { tenant, file, at, horizon, users, classes, signIns, summary, findings } = made
  return {
    formatVersion,
    tenant,
    file,
    asOf: formatInstant(at),
    horizon: formatInstant(horizon),
    users,
    classes,
    signIns,
    summary: summary.map(summaryJson),
    findings: findings.map(findingJson),
    accepted: accepted.map(({ finding, reason, expires }) => ({
      ...findingJson(finding),
      reason,
      expires: formatInstant(expires),
    })),
  }
}
