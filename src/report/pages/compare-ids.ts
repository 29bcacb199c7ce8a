import type { Rule } from '../../rules/rule.ts'

/** By the word, then by the number: CRED-2 comes before CRED-10. */
export function compareIds(one: Rule['id'], other: Rule['id']): number {
  const [oneWord = '', oneNumber = ''] = one.split('-')
  const [otherWord = '', otherNumber = ''] = other.split('-')
  if (oneWord !== otherWord) return oneWord < otherWord ? -1 : 1
  return Number(oneNumber) - Number(otherNumber)
}
