import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { Session } from './session.ts'

/** Observes what scenarios set up and assert, for coverage and reports; steps never read it. */
export interface Recorder {
  readonly begin: (pickleId: string) => void
  /** A tenant used by a scenario. */
  readonly tenant: (recorded: RecordedTenant) => void
  /** A tenant file that a scenario compares its own with, and its warnings. */
  readonly compared: (file: string, warnings: readonly Diagnostic[]) => void
  /** A tenant file read by a scenario, valid or not, and its content hash. */
  readonly fileRead: (file: string, hash?: string) => void
  /** A tenant file whose errors stopped a step. */
  readonly invalidTenant: (file: string) => void
  /** Sessions that an assertion is about to check. */
  readonly sessions: (sessions: readonly Session[]) => void
  /** All sessions covered by a claim or a comparison. */
  readonly claimed: (sessions: Iterable<Session>) => void
  /** The session that failed an assertion. */
  readonly failed: (session: Session) => void
  /** A rule that an assertion names. */
  readonly ruleNamed: (rule: RuleId) => void
}

/** A tenant used by a scenario. */
export interface RecordedTenant {
  readonly file: string
  readonly tenant: Tenant
  /** Whether the scenario modified the file. */
  readonly changed: boolean
  readonly warnings: readonly Diagnostic[]
  /** Maps warnings to locations that the author knows; expensive, so only done for those that are shown. */
  readonly locate: (warnings: readonly Diagnostic[]) => readonly Diagnostic[]
}

/** What one scenario covered. */
export interface Recording {
  readonly pickleId: string
  readonly tenants: Map<string, RecordedTenant>
  /** Warnings about the tenants that it compared its own with, by file. */
  readonly compared: Map<string, readonly Diagnostic[]>
  /** Tenant files that were read, relative to the working directory. */
  readonly files: Set<string>
  /** Content hashes of those that are files, by name. */
  readonly hashes: Map<string, string>
  readonly sessions: Set<Session>
  /** Sessions covered by a claim or a comparison. */
  readonly claimed: Set<Session>
  readonly rulesNamed: Set<RuleId>
  /** The number of assertions about sessions. */
  assertions: number
  invalidTenant?: string
  /** The session that failed an assertion. */
  failed?: Session
}

/** A recorder with one recording per scenario, until it is emptied. */
export interface KeepingRecorder extends Recorder {
  readonly recordings: Map<string, Recording>
}

/** A recorder for a complete run. */
export function keepingRecorder(): KeepingRecorder {
  const recordings = new Map<string, Recording>()
  let current = emptyRecording('')
  return {
    recordings,
    begin: (pickleId) => {
      current = emptyRecording(pickleId)
      recordings.set(pickleId, current)
    },
    tenant: (recorded) => void current.tenants.set(`${recorded.file}${recorded.changed ? ' *' : ''}`, recorded),
    compared: (file, warnings) => void current.compared.set(file, warnings),
    fileRead: (file, hash) => {
      current.files.add(file)
      if (hash !== undefined) current.hashes.set(file, hash)
    },
    invalidTenant: (file) => {
      current.invalidTenant = file
    },
    sessions: (sessions) => {
      current.assertions += 1
      for (const session of sessions) current.sessions.add(session)
    },
    claimed: (sessions) => {
      current.assertions += 1
      for (const session of sessions) current.claimed.add(session)
    },
    failed: (session) => {
      current.failed = session
    },
    ruleNamed: (rule) => void current.rulesNamed.add(rule),
  }
}

function emptyRecording(pickleId: string): Recording {
  return {
    pickleId,
    tenants: new Map(),
    compared: new Map(),
    files: new Set(),
    hashes: new Map(),
    sessions: new Set(),
    claimed: new Set(),
    rulesNamed: new Set(),
    assertions: 0,
  }
}
