import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { gapKinds } from '../analysis/gaps/result.ts'
import { isGreen, type Run } from '../gherkin/reports/run-model.ts'
import { type FeatureRunner, featureRunner } from '../gherkin/run/feature-runner.ts'
import { dropAll } from '../memory/declared-cache.ts'
import { allRules } from '../rules/index.ts'
import { meaningChecks } from '../tenant/checks/index.ts'
import { foundingStatements, foundingTag } from './founding-page.ts'
import { renderFoundingPage, scenariosOfStatement } from './founding-page-report.ts'

const blind = vi.hoisted(() => ({ kinds: new Set<string>() }))

/** A sweep that passes over some kinds of gaps. */
vi.mock(import('../analysis/gaps/gaps.ts'), async (original) => {
  const { gaps } = await original()
  return {
    gaps: (tenant, options) => {
      const swept = gaps(tenant, options)
      if (!swept.ok) return swept
      const findings = swept.value.findings.filter(({ kind }) => !blind.kinds.has(kind))
      return { ...swept, value: { ...swept.value, findings } }
    },
  }
})

let runner: FeatureRunner
let whole: Run
const undo: (() => void)[] = []

const runOf = async (tags: string): Promise<Run> => {
  runner.tenants.forget()
  dropAll()
  return (await runner.run({ paths: [], tags }, 0)).run
}

beforeAll(async () => {
  runner = await featureRunner(process.cwd())
  whole = await runOf(foundingStatements.map(({ number }) => foundingTag(number)).join(' or '))
}, 60_000)

afterEach(() => {
  for (const step of undo.splice(0)) step()
})

/** Takes a rule, a check or a kind of gap away until the test has ended. */
function disable(id: string): void {
  const rule = allRules.find((known) => known.id === id)
  if (rule !== undefined) {
    const { answer } = rule
    Object.assign(rule, { answer: () => undefined })
    undo.push(() => void Object.assign(rule, { answer }))
    return
  }
  if (gapKinds.some((kind) => kind === id)) {
    blind.kinds.add(id)
    undo.push(() => void blind.kinds.delete(id))
    return
  }
  // The list is read-only to everyone else.
  const checks = meaningChecks as unknown as ((...args: unknown[]) => readonly { readonly code: string }[])[]
  const before = [...checks]
  checks.splice(
    0,
    checks.length,
    ...before.map(
      (check) =>
        (...args: unknown[]) =>
          check(...args).filter(({ code }) => code !== id),
    ),
  )
  undo.push(() => void checks.splice(0, checks.length, ...before))
}

describe('the founding page', () => {
  test('every statement is numbered once and has a scenario, and all scenarios hold', () => {
    expect(foundingStatements.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
    expect(isGreen(whole)).toBe(true)
    for (const { number } of foundingStatements)
      expect([number, scenariosOfStatement(whole, number).length > 0]).toEqual([number, true])
  })

  test('a row without a scenario stops the report', () => {
    const features = whole.features.filter(({ uri }) => !uri.includes('trusted-addresses'))
    expect(() => renderFoundingPage({ ...whole, features })).toThrow(/statement 26 has no scenario/)
  })

  const carriers = new Map<string, number[]>()
  for (const { number, carriedBy } of foundingStatements)
    for (const id of carriedBy) carriers.set(id, [...(carriers.get(id) ?? []), number])

  test.each([...carriers])(
    'without %s a scenario is red of each statement it carries: %j',
    async (id, numbers) => {
      disable(id)
      const run = await runOf(numbers.map(foundingTag).join(' or '))
      const red = (number: number) => scenariosOfStatement(run, number).some(({ status }) => status === 'failed')
      expect(numbers.filter((number) => !red(number))).toEqual([])
    },
    60_000,
  )
})
