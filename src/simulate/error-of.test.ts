import { describe, expect, test } from 'vitest'
import { errorCodeOf } from '../catalog/errors.ts'
import { allRules } from '../rules/index.ts'
import { factDomains } from '../vocabulary/facts.ts'
import { errorOf } from './error-of.ts'

describe('what a protocol says when a rule refuses', () => {
  test.each(factDomains.protocolKind)('is a row of the catalog: %s', (protocolKind) => {
    const said = allRules.map(({ id }) => ({ id, ...errorOf({ protocolKind }, id) }))
    expect(said.filter(({ error }) => error !== undefined && errorCodeOf(error) === undefined)).toEqual([])
  })

  test('is no status of HTTP where a password is sent over SMTP', () => {
    const gates = allRules.filter(({ question }) => question === 'service-gate')
    const said = gates.map(({ id }) => ({ id, ...errorOf({ protocolKind: 'smtp-auth' }, id) }))
    expect(said.filter(({ error }) => error?.startsWith('http-'))).toEqual([])
  })
})
