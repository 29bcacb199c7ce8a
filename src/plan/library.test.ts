import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { featureJudge } from '../gherkin/run/judge-feature.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { playPlan } from './play/play-plan.ts'
import type { PlanResult } from './result.ts'
import { loadPlan } from './states/load-plan.ts'

const reader = nodeSourceReader('.')
const judge = featureJudge('.', reader)
const options = { reader, ...(judge && { features: judge }) }

function played(name: string): PlanResult {
  const loaded = loadPlan(`scenarios/plans/${name}/plan.yaml`, reader)
  const result = loaded.ok ? playPlan(loaded.value, options) : loaded
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.map(({ code, args }) => [code, args])))
  return result.value
}

/** The lockout that is planted in an inner stage of each plan: who can no longer do what, from where. */
const planted = {
  'leave-ad-fs': [4, 'driver@woodgrove.com', 'internet', 'groups[Cloud authentication].members[driver@woodgrove.com]'],
  passwordless: [3, 'shop.floor@litware.com', 'internet', 'groups[Phishing-resistant].members[shop.floor@litware.com]'],
  'retire-smtp-auth': [2, 'scanner@alpineskihouse.com', 'lodge', 'clients[scanner].client'],
} as const

test('every plan of the library is here', () => {
  expect(readdirSync('scenarios/plans').toSorted()).toEqual([...Object.keys(planted), 'merge'].toSorted())
})

test('what works again after a lockout is not taken for something opened', () => {
  for (const name of ['passwordless', 'retire-smtp-auth'])
    expect(played(name).findings.flatMap(({ kind, stage }) => (kind === 'restored' ? [stage] : []))).toEqual([
      name === 'passwordless' ? 4 : 3,
    ])
})

test.each(Object.entries(planted))(
  'the lockout in an inner stage of %s is found',
  (name, [stage, who, network, path]) => {
    const result = played(name)
    const stranded = result.findings.filter(({ kind }) => kind === 'stranded')
    const all = stranded.flatMap(({ changes }) => changes)
    expect(new Set(stranded.map((one) => one.stage))).toEqual(new Set([stage]))
    expect(new Set(all.map(({ users }) => users.representative))).toEqual(new Set([who]))
    expect(new Set(all.map((one) => one.network))).toEqual(new Set([network]))
    const causes = stranded.flatMap(({ because }) => because.flatMap((one) => (one.kind === 'file' ? one.path : [])))
    expect(causes).toContain(path)
    expect(result.claims.filter(({ answer }) => answer !== 'holds').map(({ claim }) => claim)).toEqual(
      name === 'leave-ad-fs' ? ['nobody-stranded', 'stages-can-be-undone'] : ['nobody-stranded'],
    )
  },
)

test('what a date of the vendor brings meanwhile is no price of undoing a stage', () => {
  const { undo, findings } = played('leave-ad-fs')
  expect(findings.some(({ kind, by, stage }) => kind === 'client-lost' && by === 'time' && stage === 5)).toBe(true)
  expect(undo.find(({ stage }) => stage === 5)?.mustActUsers).toBe(0)
})
