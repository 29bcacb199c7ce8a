import { usageProblem } from './usage.ts'

/** The number from 1 that an option takes; undefined where the option is not given. Throws a usage problem for any other text. */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw usageProblem(`\`${option}\` takes a number from 1, not \`${text}\``)
}
