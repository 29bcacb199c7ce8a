import { type ProtocolRow, protocolTable } from '../catalog/protocols.ts'
import { type Workload, workloads } from '../catalog/workloads.ts'
import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Flow, Protocol } from '../vocabulary/protocols.ts'

const protocolRows = new Map(protocolTable.map((row) => [row.id, row]))
const workloadRows = new Map(workloads.map((row) => [row.id, row]))

/** What the catalogue knows of a protocol. */
export function protocolRow(protocol: Protocol): ProtocolRow {
  const row = protocolRows.get(protocol)
  if (row === undefined) throw new Error(`the catalogue lacks the protocol ${protocol}`)
  return row
}

/** What the catalogue knows of a service. */
export function workloadRow(name: WorkloadName): Workload {
  const row = workloadRows.get(name)
  if (row === undefined) throw new Error(`the catalogue lacks the service ${name}`)
  return row
}

/** The flows that a product can carry over a protocol, whatever its switches say. */
export function flowsOf(name: WorkloadName, protocol: Protocol): readonly Flow[] {
  return workloadRow(name).protocols.find((served) => served.protocol === protocol)?.flows ?? []
}
