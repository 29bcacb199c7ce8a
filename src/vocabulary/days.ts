import { type Purpose, purposes } from './requests.ts'

/** What a person does at one time of a day: `unlock` opens the device of the client. */
export const dayActions = ['unlock', ...purposes] as const

/** One thing that a person does in a day. */
export interface DayStep {
  /** Minutes after midnight. */
  readonly minute: number
  readonly does: 'unlock' | Purpose
  readonly client: string
  readonly network: string
}

const time = /^([01]\d|2[0-3]):([0-5]\d)$/

/** A time of the day such as `08:30` in minutes after midnight; undefined for anything else. */
export function minuteOfDay(text: string): number | undefined {
  const [, hours, minutes] = time.exec(text) ?? []
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
