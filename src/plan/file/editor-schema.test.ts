import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { editorSchemaOfPlanFile } from './editor-schema.ts'

const ajv = new Ajv({ discriminator: true, allowUnionTypes: true, strict: false, allErrors: true })
const validate = ajv.compile(editorSchemaOfPlanFile())
const fits = (value: unknown): boolean => validate(value)

const plan = (stage: object) => ({
  plan: 'P',
  start: 'today.yaml',
  stages: [{ name: 'S', date: '2026-01-01', ...stage }],
})

test('every plan of the library fits the schema of editors', () => {
  for (const name of readdirSync('scenarios/plans')) {
    const value: unknown = parse(readFileSync(`scenarios/plans/${name}/plan.yaml`, 'utf8'))
    expect(fits(value), JSON.stringify(validate.errors)).toBe(true)
  }
})

test.each([
  ['a part of an entry', { changes: { domains: [{ name: 'contoso.com', authenticationType: 'managed' }] } }],
  ['a key that goes', { changes: { domains: [{ name: 'contoso.com', identityProvider: null }] } }],
  ['a part of a policy', { changes: { conditionalAccess: { policies: [{ displayName: 'MFA', state: 'disabled' }] } } }],
  ['settings of people', { cohorts: ['All'], settings: { perUserMfaState: 'enabled' } }],
])('%s may stand in a stage', (_, stage) => {
  expect(fits(plan(stage)), JSON.stringify(validate.errors)).toBe(true)
})

test.each([
  ['an unknown key', { changes: { domain: [] } }],
  ['an unknown key of an entry', { changes: { domains: [{ name: 'contoso.com', authentication: 'managed' }] } }],
  ['an unknown value', { changes: { domains: [{ name: 'contoso.com', authenticationType: 'manged' }] } }],
  ['an unknown property of people', { acts: { method: ['fido2'] } }],
])('%s is marked', (_, stage) => {
  expect(fits(plan(stage))).toBe(false)
})
