import type { Instant, UserName } from '../vocabulary/requests.ts'

/** Something that a person of the source could do, and how it ends in the target from one network. */
export interface TaskOnDayOne {
  readonly purpose: string
  readonly network: string
  readonly access: 'works' | 'open' | 'closed'
}

/**
 * How someone gets a method in the target. `needs-pass`: registering is not possible from every network without a
 * Temporary Access Pass or a method that was registered before.
 */
export type Registration = 'not-needed' | 'has-pass' | 'on-day-one' | 'needs-pass' | 'unknown'

/** A person of the source on the first day in the target. */
export interface DayOnePerson {
  readonly from: UserName
  readonly to: UserName
  /** `nothing-before`: no sign-in worked in the source either. */
  readonly answer: 'works' | 'open' | 'stranded' | 'nothing-before'
  readonly lost: readonly TaskOnDayOne[]
  readonly undetermined: readonly TaskOnDayOne[]
  /** The methods registered in the target; absent where its file does not state them. */
  readonly methods?: readonly string[]
  readonly registration: Registration
}

/** A device of the source that the target does not know as the source does. */
export interface BrokenDevice {
  readonly device: string
  readonly because: 'not-declared' | 'not-registered' | 'not-compliant'
}

/** A guest whom the merge concerns. */
export interface DayOneGuest {
  readonly user: UserName
  readonly because: 'of-source' | 'home-is-source'
}

/** Day one of a merge: the people of the source sign in to the target. */
export interface DayOne {
  readonly stage: number
  readonly at: Instant
  /** The file of the source tenant. */
  readonly source: string
  readonly tenant: string
  /** Whether everyone can do what was possible in the source. */
  readonly answer: 'holds' | 'refuted' | 'open' | 'about-nobody'
  readonly people: readonly DayOnePerson[]
  readonly leaving: readonly UserName[]
  readonly devices: readonly BrokenDevice[]
  readonly guests: readonly DayOneGuest[]
}
