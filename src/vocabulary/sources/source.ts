/** A public page: what it is called, where it is, and the day it was read. */
export interface Source {
  readonly title: string
  readonly url: string
  /** ISO date on which the page was read. */
  readonly read: string
  /** Whose page it is; a page of the vendor where it is left out. */
  readonly tier?: LesserTier
  /**
   * What happens to a verdict based on this page and on no page of the vendor: its first line says so (`said`,
   * where the page quotes the vendor, or reports what anyone can repeat), or it is undetermined (`open`).
   */
  readonly alone?: 'said' | 'open'
}

/** How far a page can be trusted: the vendor's own, a copy of the vendor's message, or someone else's report. */
export type Tier = (typeof tiers)[number]

/** All tiers, the most trusted first. */
export const tiers = ['vendor', 'vendor-mirror', 'secondary'] as const

/** A tier of which a verdict says that it rests on it. */
export type LesserTier = Exclude<Tier, 'vendor'>
