import { expect, test } from 'vitest'
import { rolloutNames, rolloutStates, statesOfChange } from './rollout-states.ts'
import { vendorTimeline } from './vendor-timeline.ts'

test('every word for a rollout is that of a dated change', () => {
  const overrides = new Set(vendorTimeline.map(({ override }) => override))
  expect([...rolloutStates.keys()].filter((name) => !overrides.has(name))).toEqual([])
})

test('every step of a rollout of which a tenant can tell has states, which say in words what they mean', () => {
  const steps = vendorTimeline
    .filter(({ value }) => value === 'rolling-out' || value === 'being-turned-off')
    .filter(({ override }) => override !== undefined)
  expect(steps.filter(({ id, override }) => statesOfChange(id, override) === undefined)).toEqual([])
  for (const states of rolloutNames(vendorTimeline).values())
    expect(Object.values(states).filter(({ says }) => says.length < 20)).toEqual([])
})

test('a word for turning on and the id of the turning off say the same of one state of the tenant', () => {
  const byWord = rolloutStates.get('smtpBasicAuthenticationReEnabled')
  const byId = statesOfChange('smtp-auth-off-by-default', 'smtpBasicAuthenticationReEnabled')
  expect(byWord?.['not-applied']?.stands).toBe('applied')
  expect(byId?.['not-applied']).toBeUndefined()
  expect(byWord?.['turned-on-again']?.stands).toBe(byId?.['turned-on-again']?.stands)
})
