import type { Because, Finding, Gaps } from '../../analysis/gaps/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { formatVersion } from '../json/json.ts'
import type { Json, JsonObject } from '../json/json-value.ts'
import { gapSentence, reasonWords } from './wording.ts'

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
    witness: { ...witness, at: formatInstant(witness.at) },
    users,
    clients: list(clients),
    purposes: list(purposes),
    networks: list(networks),
    because: because.map(becauseJson),
    origin: { file: origin.file, line: origin.line, column: origin.column },
    ...told,
    ...(until === undefined ? {} : { until: formatInstant(until) }),
  }
}

/** The versioned document of all findings, those accepted apart. */
export function gapsJson(made: Gaps, accepted: readonly AcceptedFinding[] = []): JsonObject {
  const { tenant, file, at, horizon, users, classes, signIns, findings } = made
  return {
    formatVersion,
    tenant,
    file,
    asOf: formatInstant(at),
    horizon: formatInstant(horizon),
    users,
    classes,
    signIns,
    findings: findings.map(findingJson),
    accepted: accepted.map(({ finding, reason, expires }) => ({
      ...findingJson(finding),
      reason,
      expires: formatInstant(expires),
    })),
  }
}
