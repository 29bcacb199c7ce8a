import type { BoxPart, SignInWords } from '../../proof/box-parts.ts'
import { wordsInOrder } from '../../vocabulary/sign-in-words.ts'

/** How a dimension reads in a sentence. */
const dimensions: Readonly<Record<BoxPart['dimension'], string>> = {
  people: 'for',
  target: 'to',
  client: 'with',
  platform: 'on',
  flow: 'by',
  signInRisk: 'sign-in risk',
  userRisk: 'user risk',
  insiderRisk: 'insider risk',
  servicePrincipalRisk: 'service principal risk',
  device: 'from',
  location: 'from',
}

const most = 6

function listed(words: readonly string[]): string {
  const shown = words.slice(0, most)
  const rest = words.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

function partWords({ dimension, words, except }: BoxPart): string {
  const all = dimension === 'people' ? 'anyone' : dimension === 'device' ? 'any device' : 'any'
  const named = except === undefined ? listed(words) : `${all} except ${listed(except)}`
  return `${dimensions[dimension]} ${named}`
}

/** The sign-ins of a box in words. */
export function boxWords(parts: readonly BoxPart[]): string {
  return parts.length === 0 ? 'every sign-in' : [...parts].reverse().map(partWords).join('; ')
}

/** One sign-in in words: who, to what, with what, from where, and what is unusual about it. */
export const signInWords = (words: SignInWords): string => wordsInOrder(words).join(', ')
