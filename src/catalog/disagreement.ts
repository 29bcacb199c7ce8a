import type { WorkloadName } from '../vocabulary/actors.ts'
import type { Citation } from '../vocabulary/citations.ts'
import type { Protocol } from '../vocabulary/protocols.ts'
import type { Row } from './row.ts'

/** What one page says about a matter on which another says something else. */
export interface PageSays {
  readonly says: string
  readonly citation: Citation
}

/**
 * How verdicts treat it: `open` leaves the sign-in undetermined until the file says which holds; `newer` follows the later
 * page; `rule` follows the page that states the rule over one that sums it up; `no-verdict` changes no sign-in that is played.
 */
export type Treatment = 'open' | 'newer' | 'rule' | 'no-verdict'

/** Two or more pages of the vendor that disagree. */
export interface Disagreement extends Row {
  readonly about: string
  readonly pages: readonly [PageSays, PageSays, ...PageSays[]]
  readonly treatment: Treatment
  /** What the sign-in is in words: which facts leave it open, or which page is followed. */
  readonly verdict: string
  /** The rule, dated change or check that carries it. */
  readonly carriedBy?: string
  /** Only on such legs, where what carries it can be open for another reason elsewhere. */
  readonly leg?: { readonly relyingParty?: WorkloadName; readonly protocol?: Protocol; readonly client?: string }
}

/** A disagreement as it is written down; the first page represents the row. */
export type DisagreementEntry = Omit<Disagreement, 'citation'>

/** What one page says, in which section. */
export function page(says: string, source: Citation['source'], section: string): PageSays {
  return { says, citation: { source, section } }
}
