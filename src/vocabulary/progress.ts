/** How far a question over many sign-ins is. */
export interface Progress {
  /** Users read so far, or, once `ofUsers` is known, users whose sign-ins are decided. */
  readonly users: number
  readonly ofUsers?: number
  /** Sign-ins decided so far, each for all users who are alike. */
  readonly paths?: number
  /** How much of the work is done, from 0 to 1, where that is not the share of the users. */
  readonly share?: number
}

/** Hears now and then how far the work is. */
export type Watch = (progress: Progress) => void
