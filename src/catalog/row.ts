import type { Citation } from '../vocabulary/citations.ts'

/** What every row of the catalog has: an id that is the same everywhere, and the public page it was read from. */
export interface Row {
  readonly id: string
  readonly citation: Citation
}
