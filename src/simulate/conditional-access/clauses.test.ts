import { describe, expect, test } from 'vitest'
import type { AuthenticationStrength, PolicyGrant } from '../../tenant/conditional-access/model.ts'
import { byPromptOrder, type Clause, demandOf, strengthBook } from './clauses.ts'

const nothing: PolicyGrant = {
  block: false,
  operator: 'AND',
  operatorUnclear: [],
  controls: [],
  termsOfUse: [],
  customFactors: [],
  unknownControls: [],
  unclear: [],
}
const cards: AuthenticationStrength = {
  id: 's1',
  name: 'Cards',
  builtIn: false,
  allowedCombinations: ['x509CertificateMultiFactor'],
  narrowed: new Set(),
  unclear: ['combination x'],
}
const book = strengthBook([cards, { ...cards, id: 's2', name: 'Keys', unclear: [] }])
// Of a policy only the grant, token protection and what was not understood of the session controls are read.
const demanded = (grant: Partial<PolicyGrant> | undefined, sessionUnclear: readonly string[] = []) =>
  demandOf(
    { session: {}, sessionUnclear, ...(grant === undefined ? {} : { grant: { ...nothing, ...grant } }) } as Parameters<
      typeof demandOf
    >[0],
    book,
  )
const words = (clauses: readonly Clause[]) => clauses.map(({ controls }) => controls.map(({ word }) => word))

describe('the clauses of a grant', () => {
  const cases: readonly (readonly [string, Partial<PolicyGrant>, readonly (readonly string[])[]])[] = [
    ['one for each control under AND', { controls: ['compliantDevice', 'mfa'] }, [['compliantDevice'], ['mfa']]],
    ['one for all under OR', { operator: 'OR', controls: ['compliantDevice', 'mfa'] }, [['mfa', 'compliantDevice']]],
    ['none where nothing is asked under OR', { operator: 'OR' }, []],
    [
      'every kind of control, in the order in which the vendor asks',
      {
        operator: 'OR',
        unknownControls: ['what is this'],
        customFactors: ['duo'],
        termsOfUse: ['tou'],
        strength: { id: 's2', unclear: [] },
        controls: [
          'riskRemediation',
          'passwordChange',
          'compliantApplication',
          'approvedApplication',
          'domainJoinedDevice',
          'compliantDevice',
          'mfa',
        ],
      },
      [
        [
          'mfa',
          'authenticationStrength:s2',
          'compliantDevice',
          'domainJoinedDevice',
          'approvedApplication',
          'compliantApplication',
          'passwordChange',
          'riskRemediation',
          'termsOfUse:tou',
          'customAuthenticationFactor:duo',
          'what is this',
        ],
      ],
    ],
    [
      'controls of one kind by their words',
      { operator: 'OR', termsOfUse: ['b', 'a', 'b'] },
      [['termsOfUse:a', 'termsOfUse:b']],
    ],
    [
      'a part that was not understood is demanded beside them, also under OR',
      { operator: 'OR', controls: ['mfa'], unclear: ['odd'] },
      [['mfa'], ['odd']],
    ],
    [
      'an operator that was not understood leaves open whether one control is enough',
      { operatorUnclear: ['operator'], controls: ['mfa', 'compliantDevice'], unclear: ['odd'] },
      [['mfa', 'operator'], ['compliantDevice', 'operator'], ['odd']],
    ],
    ['it does not matter where there is one control', { operatorUnclear: ['operator'], controls: ['mfa'] }, [['mfa']]],
  ]
  test.each(cases)('%s', (_, grant, expected) => {
    const { block, clauses } = demanded(grant)
    expect([block, words(clauses)]).toEqual([false, expected])
  })
  test('a block is one, and a session control that was not understood may demand something', () => {
    expect(demanded({ block: true }).block).toBe(true)
    expect(words(demanded({ controls: ['mfa'] }, ['session']).clauses)).toEqual([['mfa'], ['session']])
    expect(demanded(undefined, ['session'])).toEqual({ block: false, clauses: demanded({}, ['session']).clauses })
    expect(demanded(undefined)).toEqual({ block: false, clauses: [] })
  })
  test('what is not understood names what is missing; what is understood misses nothing', () => {
    const [clause] = demanded({ operator: 'OR', controls: ['mfa'], unknownControls: ['odd'] }).clauses
    expect(clause?.controls.map(({ kind, unclear }) => [kind, unclear])).toEqual([
      ['mfa', []],
      ['unknown', ['odd']],
    ])
  })
})

describe('the strength that a policy means', () => {
  const found = (strength: NonNullable<PolicyGrant['strength']>) => demanded({ strength }).clauses[0]?.controls[0]
  test('is found by its id', () => {
    expect(found({ id: 's1', unclear: ['reference'] })).toMatchObject({
      word: 'authenticationStrength:s1',
      strength: { name: 'Cards' },
      unclear: ['reference', 'combination x'],
    })
  })
  test('is found by its name in any case, where the id is not known', () => {
    expect(found({ id: '?', name: 'CARDS', unclear: [] })).toMatchObject({ word: 'authenticationStrength:s1' })
    expect(found({ id: 's2', name: 'Cards', unclear: [] })).toMatchObject({ word: 'authenticationStrength:s2' })
  })
  test('is what the policy carries itself, before any other', () => {
    const carried = found({ id: 's1', name: 'Own', allowedCombinations: ['fido2'], unclear: ['twice'] })
    expect(carried?.strength).toMatchObject({ id: 's1', name: 'Own', builtIn: false, allowedCombinations: ['fido2'] })
    expect(carried?.unclear).toEqual(['twice'])
    expect(found({ id: 's9', allowedCombinations: ['fido2'], unclear: [] })?.strength?.name).toBe('s9')
  })
  test('is missing if nobody declares it', () => {
    const missing = found({ id: 's9', name: 'Nobody', unclear: ['authenticationStrength:s9'] })
    expect(missing).toMatchObject({ word: 'authenticationStrength:s9', unclear: ['authenticationStrength:s9'] })
    expect(missing?.strength).toBeUndefined()
    expect(found({ id: 's9', unclear: [] })?.strength).toBeUndefined()
  })
})

test('clauses are asked for by their controls, first to last, and the shorter of two that begin alike first', () => {
  const clause = (...controls: PolicyGrant['controls']) => demanded({ operator: 'OR', controls }).clauses[0] as Clause
  const asked = [
    clause('mfa', 'compliantDevice', 'domainJoinedDevice'),
    clause('compliantDevice'),
    clause('mfa', 'domainJoinedDevice'),
    clause('mfa', 'compliantDevice'),
    clause('mfa'),
  ]
  const expected = [
    ['mfa'],
    ['mfa', 'compliantDevice'],
    ['mfa', 'compliantDevice', 'domainJoinedDevice'],
    ['mfa', 'domainJoinedDevice'],
    ['compliantDevice'],
  ]
  expect(words(asked.toSorted(byPromptOrder))).toEqual(expected)
  expect(words(asked.toReversed().sort(byPromptOrder))).toEqual(expected)
})

test('of two documents that are asked for alike, the one that comes first by its word', () => {
  const clause = (terms: string, custom: string) =>
    demanded({ operator: 'OR', termsOfUse: [terms], customFactors: [custom] }).clauses[0] as Clause
  const [first, second] = [clause('a', 'z'), clause('b', 'a')]
  expect(byPromptOrder(first, second)).toBeLessThan(0)
  expect(byPromptOrder(second, first)).toBeGreaterThan(0)
  expect(byPromptOrder(first, first)).toBe(0)
})
