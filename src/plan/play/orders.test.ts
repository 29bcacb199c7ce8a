import { expect, test } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadPlan, loadPlanText } from '../states/load-plan.ts'
import type { StagedPlan } from '../states/staged-plan.ts'
import { ordersOf } from './orders.ts'
import { playPlan } from './play-plan.ts'

const reader = nodeSourceReader('.')

function library(name: string): StagedPlan {
  const loaded = loadPlan(`scenarios/plans/${name}/plan.yaml`, reader)
  if (!loaded.ok) throw new Error('the plan is valid')
  return loaded.value
}

/** The plan with its stages in another order, each at the date of its place. */
function reordered(name: string, order: readonly number[]): StagedPlan {
  const plan = library(name)
  const files = plan.stages.flatMap(({ file }) => file ?? [])
  const stages = order.map((number, place) => {
    const { date: _, when: __, gates: ___, ...file } = files[number - 1] ?? { name: '' }
    return { ...file, date: files[place]?.date }
  })
  const value: unknown = { ...(plan.document.value as object), stages }
  const loaded = loadPlanText({ name: `scenarios/plans/${name}/other.yaml`, text: JSON.stringify(value) }, reader)
  if (!loaded.ok) throw new Error('the order is valid')
  return loaded.value
}

function strands(plan: StagedPlan): boolean {
  const played = playPlan(plan, { reader })
  return !played.ok || played.value.findings.some(({ kind }) => kind === 'stranded')
}

test('keys before the demand for them strand nobody', () => {
  const result = ordersOf(library('passwordless'), { reader })
  expect(result).toMatchObject({ possible: 24, complete: true, planned: { answer: 'stranded', stage: 3 } })
  expect(result.planned.because).toMatch(/^shop\.floor@litware\.com, /)
  expect(result.orders[0]).toEqual({ stages: [1, 2, 4, 3], answer: 'nobody-stranded', swapped: 1 })
  expect(result.always).toContainEqual([4, 3])
  expect(result.always).toContainEqual([1, 3])
})

test('every order of a plan ends in the search as it does when it is played', () => {
  const found = new Set(ordersOf(library('retire-smtp-auth'), { reader }).orders.map(({ stages }) => stages.join(',')))
  const orders = [1, 2, 3, 4].flatMap((a) =>
    [1, 2, 3, 4].flatMap((b) =>
      [1, 2, 3, 4].flatMap((c) =>
        [1, 2, 3, 4].flatMap((d) => (new Set([a, b, c, d]).size === 4 ? [[a, b, c, d]] : [])),
      ),
    ),
  )
  for (const order of shareOf(orders, 4))
    expect([order, found.has(order.join(','))]).toEqual([order, !strands(reordered('retire-smtp-auth', order))])
})

test('a search that stops at a limit says so', () => {
  const result = ordersOf(library('passwordless'), { reader }, { steps: 5, orders: 100 })
  expect(result.complete).toBe(false)
  expect(result.always).toEqual([])
  expect(ordersOf(library('retire-smtp-auth'), { reader }, { steps: 600, orders: 1 })).toMatchObject({
    complete: false,
  })
})

test('a stage that changes what another one adds cannot come before it', () => {
  const text = `plan: Two
start: passwordless/today.yaml
stages:
  - { name: Adds, date: 2026-06-01, adds: { groups: [{ name: New, members: [] }] } }
  - { name: Changes, date: 2026-07-01, changes: { groups: [{ name: New, members: [engineer@litware.com] }] } }
`
  const loaded = loadPlanText({ name: 'scenarios/plans/two.yaml', text }, reader)
  const result = loaded.ok ? ordersOf(loaded.value, { reader }) : undefined
  expect(result).toMatchObject({ complete: true, orders: [{ stages: [1, 2], swapped: 0 }] })
})
