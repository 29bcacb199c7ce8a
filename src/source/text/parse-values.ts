import type { Instant } from '../../vocabulary/requests.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const moment = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d\d):(\d\d)))?$/

const number = (digits: string | undefined): number => Number(digits ?? 0)

function dayOf(year: number, month: number, date: number): Instant | undefined {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return real && year > 0 ? at.getTime() : undefined
}

/**
 * Parses an ISO date as its first instant in UTC, or an instant with offset; undefined for anything else, including
 * February 30.
 */
export function parseInstant(text: string): Instant | undefined {
  const parts = moment.exec(text)
  if (parts === null) return undefined
  const start = dayOf(number(parts[1]), number(parts[2]), number(parts[3]))
  const hours = number(parts[4])
  const minutes = number(parts[5])
  const seconds = number(parts[6])
  const offsetHours = number(parts[10])
  const offsetMinutes = number(parts[11])
  if (start === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined
  if (offsetMinutes > 59 || offsetHours * 60 + offsetMinutes > 14 * 60) return undefined
  const offset = (offsetHours * hour + offsetMinutes * minute) * (parts[9] === '-' ? -1 : 1)
  const fraction = number((parts[7] ?? '').padEnd(3, '0').slice(0, 3))
  return start + hours * hour + minutes * minute + seconds * second + fraction - offset
}

/** Formats an instant as a date if it is midnight in UTC, otherwise as an instant in UTC. */
export function formatInstant(at: Instant): string {
  const text = new Date(at).toISOString()
  if (text.endsWith('T00:00:00.000Z')) return text.slice(0, -14)
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text
}

const duration =
  /^P(?:(\d{1,6})W|(?=\d|T\d)(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})(?:\.(\d{1,9}))?S)?)?)$/

/**
 * Parses an ISO 8601 duration to milliseconds; undefined for anything else, including years and months, which have no
 * fixed length.
 */
export function parseDuration(text: string): number | undefined {
  const parts = duration.exec(text)
  if (parts === null) return undefined
  const fraction = number((parts[6] ?? '').padEnd(3, '0').slice(0, 3))
  const days = number(parts[1]) * 7 + number(parts[2])
  return days * day + number(parts[3]) * hour + number(parts[4]) * minute + number(parts[5]) * second + fraction
}
