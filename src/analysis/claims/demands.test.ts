import { describe, expect, test } from 'vitest'
import { builtInStrengths } from '../../tenant/conditional-access/built-in-strengths.ts'
import type { AuthenticationStrength } from '../../tenant/conditional-access/model.ts'
import { combinationNames } from '../../vocabulary/methods.ts'
import { implies, strengthWord } from './demands.ts'

const multifactor = builtInStrengths.find(({ name }) => name === 'Multifactor authentication')
const admitted = new Set(multifactor?.allowedCombinations.map((one) => one.toLowerCase()))

const strengthOf = (...allowedCombinations: readonly string[]): AuthenticationStrength => ({
  id: 'ours',
  name: 'Ours',
  builtIn: false,
  allowedCombinations,
  narrowed: new Set(),
  unclear: [],
})
const isMfa = (strength: AuthenticationStrength): boolean =>
  implies(strengthWord(strength.id), 'mfa', [...builtInStrengths, strength])

describe('a strength is multifactor authentication', () => {
  test.each(builtInStrengths.map((strength) => [strength.name, strength] as const))('if it is %s', (_, strength) => {
    expect(isMfa(strength)).toBe(true)
  })

  test.each(combinationNames)('with %s alone exactly if the built-in one admits it', (combination) => {
    const expected = admitted.has(combination.toLowerCase())
    expect(isMfa(strengthOf(combination))).toBe(expected)
    expect(isMfa(strengthOf('fido2', combination))).toBe(expected)
  })

  test('not if nobody knows what it admits', () => {
    expect(isMfa(strengthOf())).toBe(false)
    expect(implies(strengthWord('elsewhere'), 'mfa', builtInStrengths)).toBe(false)
  })
})
