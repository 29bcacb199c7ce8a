import { expect, test } from 'vitest'
import { gateProblems } from '../../plan/play/gate-problems.ts'
import { playPlan } from '../../plan/play/play-plan.ts'
import type { GateOutcome } from '../../plan/result.ts'
import { loadPlanText } from '../../plan/states/load-plan.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { featureJudge } from './judge-feature.ts'

const disk = nodeSourceReader('.')
const folder = 'scenarios/plans/passwordless'

/** The library's folder with one feature laid into it. */
function readerWith(feature: string): SourceReader {
  const name = `${folder}/gate.feature`
  return {
    ...disk,
    read: (path, from) =>
      path === 'gate.feature' ? { ok: true, value: { name, text: feature }, warnings: [] } : disk.read(path, from),
  }
}

const scenario = (...lines: readonly string[]): string =>
  `Feature: A gate\n  Scenario: One\n${lines.map((line) => `    ${line}\n`).join('')}`

const planText = `plan: A gate
start: today.yaml
from: 2026-05-01
stages:
  - name: Everyone must
    date: 2026-06-01
    changes: { groups: [{ name: Phishing-resistant, members: [shop.floor@litware.com] }] }
    gates: { before: [gate.feature], after: [gate.feature] }
`

function gatesOf(feature: string, text = planText): readonly GateOutcome[] | readonly string[] {
  const reader = readerWith(feature)
  const features = featureJudge('.', reader)
  const plan = loadPlanText({ name: `${folder}/gated.yaml`, text }, reader)
  if (!plan.ok || features === undefined) throw new Error('the plan is valid and Cucumber is here')
  const played = playPlan(plan.value, { reader, features })
  if (played.ok) return played.value.gates
  expect(gateProblems(plan.value, reader, features).map(({ code }) => code)).toEqual(
    played.diagnostics.map(({ code }) => code),
  )
  return played.diagnostics.map(({ code, at }) => `${code} ${at.source.name} ${at.start}`)
}

const answers = (feature: string, text?: string) =>
  gatesOf(feature, text).map((one) => (typeof one === 'string' ? one : one.answer))

const shopFloor = 'Then shop.floor@litware.com must use interactive sign-in to read mail with the browser'

test('a gate runs in the tenant of its stage: it holds before and not after', () => {
  const [before, after] = gatesOf(scenario(shopFloor))
  expect(before).toMatchObject({ moment: 'before', answer: 'holds' })
  expect(after).toMatchObject({
    moment: 'after',
    answer: 'refuted',
    claim: 'gate.feature',
    witness: expect.stringMatching(
      /^"One" \(scenarios\/plans\/passwordless\/gate\.feature:2\): expected: .+, actual: .+$/,
    ),
  })
})

test('a scenario may name the tenant from which the plan starts, and means that of the stage', () => {
  const lines = ['Given the tenant architecture "scenarios/plans/passwordless/today.yaml"', shopFloor]
  expect(answers(scenario(...lines))).toEqual(['holds', 'refuted'])
})

test('a gate is judged on the first day of the stage', () => {
  expect(answers(scenario('Given the date is 2026-05-02', shopFloor))).toEqual(['holds', 'refuted'])
})

test('an assertion about a sign-in that is undetermined leaves the gate undetermined', () => {
  const silent = planText.replace(
    /changes: .*\n/,
    'changes: { users: [{ userPrincipalName: shop.floor@litware.com, methods: null }] }\n',
  )
  expect(answers(scenario(shopFloor), silent).at(-1)).toBe('open')
})

test('a scenario that asserts nothing after a change does not hold', () => {
  const lines = [shopFloor, 'When shop.floor@litware.com uses the browser to read mail']
  expect(answers(scenario(...lines))).toEqual(['refuted', 'refuted'])
})

test.each([
  ['a step that does not exist', ['Then everybody is happy']],
  ['another tenant', ['Given the tenant architecture "compromise"', 'Then every sign-in succeeds']],
  [
    'a tenant in the feature',
    ['Given the tenant architecture:', '"""', 'name: X', '"""', 'Then every sign-in succeeds'],
  ],
  ['a plan', ['Given the plan "plans/passwordless/plan"', 'Then nobody is stranded in any stage']],
  ['no assertion', ['When shop.floor@litware.com uses the browser to read mail']],
])('%s in a gate is an error at its line', (_, lines) => {
  const found = gatesOf(scenario(...lines))
  expect(found).not.toEqual([])
  expect(found).toEqual(found.map(() => expect.stringMatching(/^PLAN-16 .*gate\.feature \d+$/)))
})

test('a text that is no feature is an error at its line', () => {
  expect(gatesOf('no feature at all')[0]).toMatch(/^PLAN-16 /)
  expect(gatesOf('Feature: Empty')[0]).toMatch(/^PLAN-16 /)
})

test('where no steps are at hand, a gate that is a feature is an error of the plan', () => {
  const reader = readerWith(scenario(shopFloor))
  const plan = loadPlanText({ name: `${folder}/gated.yaml`, text: planText }, reader)
  const played = plan.ok ? playPlan(plan.value, { reader }) : plan
  expect(played.ok ? [] : played.diagnostics.map(({ code }) => code)).toEqual(['PLAN-7', 'PLAN-7'])
})
