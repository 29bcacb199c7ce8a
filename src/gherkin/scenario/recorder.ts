import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { Session } from './session.ts'

/** Watches what scenarios set up and look at, for coverage and reports; the steps themselves never read it. */
export interface Recorder {
  readonly begin: (pickleId: string) => void
  /** A tenant that a scenario works with. */
  readonly tenant: (recorded: RecordedTenant) => void
  /** A tenant file that a scenario compares its own with, and the warnings about it. */
  readonly compared: (file: string, warnings: readonly Diagnostic[]) => void
  /** A tenant file that a scenario reads, also one that turns out to be invalid, and the hash of its content. */
  readonly fileRead: (file: string, hash?: string) => void
  /** A tenant file whose errors stopped a step. */
  readonly invalidTenant: (file: string) => void
  /** Sessions that an assertion is about to look at. */
  readonly sessions: (sessions: readonly Session[]) => void
  /** All sessions that a claim or a comparison went through. */
  readonly claimed: (sessions: Iterable<Session>) => void
  /** A rule that an assertion names. */
  readonly ruleNamed: (rule: RuleId) => void
}

/** A tenant that a scenario worked with. */
export interface RecordedTenant {
  readonly file: string
  readonly tenant: Tenant
  /** Whether the scenario laid changes over the file. */
  readonly changed: boolean
  readonly warnings: readonly Diagnostic[]
  /** Warnings at the places that the author of the feature knows; it takes its time, so it is done for those that are shown. */
  readonly locate: (warnings: readonly Diagnostic[]) => readonly Diagnostic[]
}

/** What one scenario looked at. */
export interface Recording {
  readonly pickleId: string
  readonly tenants: Map<string, RecordedTenant>
  /** Warnings about the tenants that it compared its own with, by file. */
  readonly compared: Map<string, readonly Diagnostic[]>
  /** Tenant files that were read, as named from the working directory. */
  readonly files: Set<string>
  /** Hashes of the content of those that are their own files, by name. */
  readonly hashes: Map<string, string>
  readonly sessions: Set<Session>
  /** Sessions that a claim or a comparison went through. */
  readonly claimed: Set<Session>
  readonly rulesNamed: Set<RuleId>
  /** How often an assertion looked at sessions. */
  assertions: number
  invalidTenant?: string
}

/** A recorder that keeps one recording for each scenario, until it is emptied. */
export interface KeepingRecorder extends Recorder {
  readonly recordings: Map<string, Recording>
}

/** A recorder that keeps everything of one run. */
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
