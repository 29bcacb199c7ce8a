import { expect, test } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Shape } from '../engine/shape-source.ts'
import { classifyPeople } from '../people-of.ts'
import { dimensionNames } from '../reduction/dimensions.ts'
import { stageShapes } from './play-shapes.ts'
import { predict } from './predict.ts'
import { clientOfShape } from './request-of-shape.ts'

const reader = nodeSourceReader('.')
const loaded = loadTenant('scenarios/conditional-access.yaml', reader)
if (!loaded.ok) throw new Error('the scenario is valid')
const people = classifyPeople(loaded.value, reader)
if (!people.ok) throw new Error('no people')
const classes = people.value.population.classes.map(({ index }) => `${index}`)

const combinations = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (all, list) => all.flatMap((one) => list.map((word) => [...one, word])),
    [[]],
  )

/** Basic authentication ended between the two. */
const eras = { '0': Date.UTC(2022, 5, 1), '1': Date.UTC(2026, 5, 1) } as const
const varied = {
  era: Object.keys(eras),
  week: ['1', '2'],
  class: [...classes, '@northwind.com'],
  client: ['modern', 'imap4', ''],
  protocol: ['none', 'ropc'],
  platform: ['windows', '?haiku'],
  range: ['203.0.113.0', 'outside'],
  secondFactor: ['', 'claim'],
  policies: ['', 'block legacy authentication=notApplied'],
} as const

const shapes = combinations(Object.values(varied)).map((words, index): Shape => {
  const given = Object.fromEntries(Object.keys(varied).map((name, at) => [name, words[at] ?? '']))
  // Every dimension has a value.
  const values = Object.fromEntries(
    dimensionNames.map((name) => [name, given[name] ?? (name === 'error' ? '0' : '')]),
  ) as Shape['values']
  const first = eras[values.era as keyof typeof eras] + index
  return { index, values, signIns: 1, people: 1, first, last: first, witness: '', application: '', resource: '' }
})

test('what is predicted is how the story of the sign-in ends', () => {
  const staged = stageShapes(people.value.population, shapes, { side: 0, outsideAddress: '198.51.100.77' })
  const requests = new Set(staged.shapes.flatMap(({ request }) => (request.ok ? [request.request] : [])))
  for (const request of requests) {
    const { end: _end, missing: _missing, ...predicted } = predict(staged.tenant, request)
    const trace = simulateSession(staged.tenant, request).find(
      ({ request: { leg } }) => !leg.startsWith('autodiscover'),
    )
    if (trace === undefined) throw new Error('no leg')
    const { prompted: _prompted, ...verdict } = { prompted: undefined, ...verdictOf(trace) }
    expect(predicted.verdict).toEqual(expect.objectContaining(verdict))
    expect(predicted.policies.map(({ name, reason }) => [name, reason])).toEqual(
      (trace.policyOutcomes ?? []).map(({ policy, reasons }) => [policy, reasons[0] ?? '']),
    )
  }
  expect(requests.size).toBeGreaterThan(20)
})

test('each shape is played with a client that can do what the shape says', () => {
  const staged = stageShapes(people.value.population, shapes, { side: 0, outsideAddress: '198.51.100.77' })
  const flows = new Set<string>()
  for (const { shape, request } of staged.shapes) {
    if (!request.ok) continue
    const file = clientOfShape(shape.values)
    const client = staged.tenant.clients.get(request.request.client)?.product
    expect(client?.flows).toEqual(file?.flows)
    expect(client?.platform).toBe(file?.platform)
    for (const flow of file?.flows ?? []) flows.add(flow)
  }
  expect(flows).toEqual(new Set(['modern', 'password-grant', 'basic']))
})

test('equal sign-ins are played once, and each shape has the prediction that it has when it is played alone', () => {
  const staged = stageShapes(people.value.population, shapes, { side: 0, outsideAddress: '198.51.100.77' })
  const played = staged.shapes.map((_, place) => staged.predictionOf(place))
  const alone = staged.shapes.map(({ request }) => (request.ok ? predict(staged.tenant, request.request) : undefined))
  expect(played).toEqual(alone)
  expect(new Set(played).size).toBeLessThan(shapes.length / 3)
  expect(new Set(alone.map((one) => one?.end))).toEqual(
    new Set(['signs in', 'is asked', 'blocked', 'undetermined', undefined]),
  )
})
