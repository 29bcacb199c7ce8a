import { own } from '../../vocabulary/own.ts'

const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }

/** The milliseconds of a number and a unit. */
export function readDuration(text: string): number {
  const [, amount = '', unit = ''] = /^(\S+) (\S+?)s?$/.exec(text) ?? []
  const named = amount === 'a' || amount === 'an' ? 1 : numberWords.indexOf(amount)
  return (named >= 0 ? named : Number(amount)) * (own(units, unit) ?? Number.NaN)
}

/** How a duration is written. */
export function durationPhrase(): RegExp {
  return new RegExp(`(?:an?|${numberWords.join('|')}|\\d+) (?:minute|hour|day|week)s?`)
}
