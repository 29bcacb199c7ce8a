import { describe, expect, test } from 'vitest'
import { factOrder } from '../../vocabulary/facts.ts'
import { domainSettings } from './domains.ts'
import { providerSettings } from './identity-providers.ts'
import { mailboxSwitches } from './mailbox.ts'
import { mfaSettings } from './mfa.ts'
import { factsOf, type Settings, triesOf } from './setting.ts'
import { userSettings } from './users.ts'

const parts: readonly (readonly [part: string, Settings])[] = [
  ['domains', domainSettings],
  ['identityProviders', providerSettings],
  ['multifactorAuthentication', mfaSettings],
  ['users', userSettings],
  ['mailboxSwitches', mailboxSwitches],
]

const rows = parts.flatMap(([part, settings]) =>
  Object.entries(settings).map(([key, row]) => [`${part}.${key}`, row] as const),
)

describe.each(rows)('%s', (_, row) => {
  test('states a fact or says what reads it', () => {
    expect(factsOf(row).filter((fact) => !factOrder.some((name) => name === fact))).toEqual([])
    expect(row.states ?? row.readBy).toBeTruthy()
  })

  test('can be tried with another value or says why not', () => {
    if ('notTried' in row) expect(row.notTried).not.toBe('')
    else expect([undefined, ...row.values].flatMap((stated) => triesOf(row, stated))).not.toEqual([])
  })

  test('has a label on the page only where its values can be listed', () => {
    if (row.label !== undefined) expect(row.values).not.toEqual([])
  })
})
