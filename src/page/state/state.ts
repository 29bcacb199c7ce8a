import type { Audience } from '../../report/wording/nouns.ts'
import type { Change } from '../../source/edit/change.ts'
import type { Instant, Purpose } from '../../vocabulary/requests.ts'
import type { Tone } from '../plan/cell-summary.ts'
import type { Files } from '../plan/plan.ts'

/** The parts of the page, in the order of its tabs. */
export const views = [
  'credentials',
  'policies',
  'architecture',
  'timeline',
  'changes',
  'findings',
  'knowledge',
  'sign-ins',
  'tests',
  'file',
] as const
/** One part of the page. */
export type View = (typeof views)[number]

/** By what the rows of the matrix are grouped. */
export const groupings = ['none', 'equal', 'domain', 'mfa'] as const
/** One way of grouping. */
export type Grouping = (typeof groupings)[number]

/** The session that is open. */
export interface OpenCell {
  readonly user: string
  readonly client: string
  readonly purpose: Purpose
}

/** What the reader asks all policies: one part of a sign-in by each key. */
export const askKeys = [
  'person',
  'target',
  'platform',
  'client',
  'address',
  'signInRisk',
  'userRisk',
  'flow',
  'device',
  'missing',
] as const
/** One part of the question. */
export type QuestionKey = (typeof askKeys)[number]
/** A question to all policies; a part that is left out is not stated. */
export type Ask = Readonly<Partial<Record<QuestionKey, string>>>

/** Everything that decides what the page shows; an address carries all that differs from the beginning. */
export interface State {
  readonly view: View
  readonly purpose: Purpose | 'main'
  readonly network: string
  readonly at: Instant
  /** Entries `KEY=VALUE`, as the command line takes them. */
  readonly signals: readonly string[]
  readonly users: string
  readonly clients: string
  readonly tones: readonly Tone[]
  readonly changedOnly: boolean
  readonly group: Grouping
  /** Clients as rows instead of people. */
  readonly turned: boolean
  readonly cell: OpenCell | undefined
  readonly edits: readonly Change[]
  /** The files as typed here; undefined while they are as they came. A new text comes with new edits, which all parts watch. */
  readonly texts: Files | undefined
  /** The typed files, compressed for the address; undefined while no link was made of them. */
  readonly packed: string | undefined
  /** The stage of the plan that is looked at; 0 is the start, and where there is no plan. */
  readonly stage: number
  /** What a stage is compared with. */
  readonly against: Against
  /** The box of the architecture that is looked at. */
  readonly box: string | undefined
  /** The example that a playground shows; undefined for the first, and in a report. */
  readonly example: string | undefined
  readonly audience: Audience
  readonly ask: Ask
  /** The policy that is open. */
  readonly policy: string | undefined
}

/** With what a stage can be compared: the file as it is at the start of the plan, or the stage before. */
export const againsts = ['start', 'before'] as const

/** One of them. */
export type Against = (typeof againsts)[number]

/** What the page shows and who wants to hear of changes. */
export interface Store {
  readonly get: () => State
  /** `push` makes a place to come back to with the browser's back button. */
  readonly set: (change: Partial<State>, how?: 'push') => void
  readonly listen: (hear: (state: State, before: State) => void) => void
}

/** Calls back at once, or when what a state shows is there; a later call takes the place of one that is under way. */
export type Prepare = (state: State, ready: () => void) => void

/** A store; a new state is set once it is prepared, and `moved` is called with it after everyone else. */
export function storeOf(
  first: State,
  moved: (state: State, how: 'push' | 'replace') => void,
  prepare: Prepare = (_, ready) => ready(),
): Store {
  let state = first
  let awaited: { readonly state: State; readonly how: 'push' | 'replace' } | undefined
  const listeners: ((state: State, before: State) => void)[] = []
  return {
    get: () => state,
    set: (change, how) => {
      const next = { ...(awaited?.state ?? state), ...change }
      const mine = { state: next, how: awaited?.how === 'push' ? 'push' : (how ?? 'replace') } as const
      awaited = mine
      prepare(next, () => {
        if (awaited !== mine) return
        awaited = undefined
        const before = state
        state = next
        for (const hear of listeners) hear(state, before)
        moved(state, mine.how)
      })
    },
    listen: (hear) => void listeners.push(hear),
  }
}
