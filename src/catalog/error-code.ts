import type { Row } from './row.ts'

/** Where in a sign-in an error is raised. */
export type ErrorStage = 'before-password' | 'at-password' | 'at-identity-provider' | 'after-password' | 'at-service'

/** An error code of the vendor, a protocol status, or a notice that the user gets. */
export interface ErrorCode extends Row {
  readonly kind: 'entra' | 'protocol' | 'notice'
  /** The vendor's name, empty if its page gives none. */
  readonly name: string
  readonly meaning: string
  /** What it means for the sign-in, in our words; a grant control by its own name. */
  readonly outcome: string
  readonly stage: ErrorStage
}

/** A row of the vendor's list of error codes of Entra ID. */
export type EntraError = readonly [id: string, name: string, meaning: string, outcome: string, stage: ErrorStage]
