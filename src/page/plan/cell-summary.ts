import type { Credential } from '../../vocabulary/credentials.ts'
import type { Purpose } from '../../vocabulary/requests.ts'

/** What a cell shows at a glance: a credential, or why there is none. */
export type Tone = Credential | 'several' | 'conflict' | 'blocked' | 'no-way-in' | 'undetermined'

/** A session in a few words. */
export interface CellSummary {
  readonly tone: Tone
  readonly purpose: Purpose
  /** Below the credential: the second factor, the credentials, what is missing. */
  readonly note: string
  /** Who checks what is presented, and who asks for the second factor: told where two summaries otherwise look the same. */
  readonly by: string
  /** Equal for sessions with the same outcome. */
  readonly signature: string
}

/** One outcome of a cell, and the purposes and networks that have it. */
export interface Answer {
  readonly summary: CellSummary
  readonly purposes: readonly Purpose[]
  readonly networks: readonly string[]
}

/** A cell: the worst summary of all purposes from one network, and every distinct answer from any network. */
export interface CellStory extends CellSummary {
  /** Purposes from this network that share the summary; empty if all do. */
  readonly only: readonly Purpose[]
  readonly answers: readonly Answer[]
}
