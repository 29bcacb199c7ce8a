import type { Step } from '../../trace/step.ts'
import type { ActorId } from '../../vocabulary/actors.ts'

/** The outcome of a leg or session, simplified. */
export type OutcomeTone = 'signs-in' | 'fails' | 'open'

/** Everyone who can have a lane: participants of a sign-in, and the device. */
export type ParticipantId = ActorId | 'device'

/** A participant. */
export interface Participant {
  readonly id: ParticipantId
  readonly name: string
}

/** One thing drawn, from top to bottom. */
export type Item =
  | {
      readonly kind: 'arrow'
      readonly from: ParticipantId
      readonly to: ParticipantId
      readonly line: 'solid' | 'dashed' | 'cross'
      readonly text: string
      /** The step of the trace that is drawn. */
      readonly of?: Step
    }
  | {
      readonly kind: 'note'
      /** One participant, or all of them. */
      readonly over: ParticipantId | 'everyone'
      readonly texts: readonly string[]
      readonly tone?: 'deciding' | 'leg' | OutcomeTone
      /** The steps of the trace that are drawn as one note. */
      readonly of?: readonly Step[]
    }
  | { readonly kind: 'begin'; readonly block: 'alt' | 'opt'; readonly text: string }
  | { readonly kind: 'else'; readonly text: string }
  | { readonly kind: 'end' }
