import type { Origin } from '../vocabulary/origin.ts'
import type { AwaitedName } from './conditional-access/awaited-name.ts'

/** A file that the tenant file names, and where. */
export interface FileBeside {
  readonly name: string
  readonly origin?: Origin
}

/** People who stand outside the tenant file. */
export interface PopulationBeside {
  /** The files of users in words. */
  readonly from: string
  /** The files of users, CSV or JSON Lines. */
  readonly files: readonly FileBeside[]
  /** The CSV file that says who is in which group, where there is one. */
  readonly memberships?: FileBeside
  /** Names in the tenant file and its policies of which those people decide whether anyone has them. */
  readonly awaited: readonly AwaitedName[]
}
