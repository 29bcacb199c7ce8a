import { describe, expect, test } from 'vitest'
import type { VendorChange } from '../catalog/vendor-change.ts'
import { vendorTimeline } from '../catalog/vendor-timeline.ts'
import { allRules } from '../rules/index.ts'
import type { Verdict } from '../trace/step.ts'
import { type CitationKey, sources, tierOf } from '../vocabulary/citations.ts'
import type { Source } from '../vocabulary/sources/source.ts'
import type { LegPathContext } from './leg-context.ts'
import { changesBehind, restsOn } from './rests-on.ts'

const isLesser = (source: CitationKey): boolean => tierOf(source) !== 'vendor'
const aloneOf = (key: CitationKey): Source['alone'] => {
  const source: Source = sources[key]
  return source.alone
}

const lesserRules = allRules.filter(({ citation }) => isLesser(citation.source))
// A plan that another took the place of decides nothing, and neither does an announcement.
const withoutEffect: readonly string[] = ['superseded-plan', 'notice']
const lesserChanges = vendorTimeline.filter(
  ({ fact, citation }) => !withoutEffect.includes(fact) && isLesser(citation.source),
)

/** A leg at the first day of a change, of which it has the subject as protocol and client; the rest is never read. */
function legOf({ from, subject, cloud }: VendorChange): LegPathContext {
  const made: unknown = {
    tenant: { cloud: cloud ?? 'worldwide', createdAt: 0, asOf: Date.parse(from), rollouts: new Map() },
    at: Date.parse(from),
    request: { protocol: subject },
    client: { product: { id: subject } },
  }
  return made as LegPathContext
}

const blockedBy = (rule: Verdict['rule']): Verdict => ({
  kind: 'blocked',
  policies: [],
  rule: rule ?? 'NONE-1',
  stage: 'at-service',
})

test('of each page that is not the vendor\u2019s it is decided what a verdict does that rests on it alone', () => {
  const cited = [...lesserRules, ...lesserChanges].map(({ citation }) => citation.source)
  expect([...new Set(cited)].filter((source) => aloneOf(source) === undefined)).toEqual([])
  const ownPages = Object.entries(sources).filter(([, source]: readonly [string, Source]) => source.tier === undefined)
  expect(ownPages.filter(([, source]: readonly [string, Source]) => source.alone !== undefined)).toEqual([])
})

describe.each(lesserRules.map((rule) => [rule.id, rule] as const))('rule %s', (id, { citation }) => {
  test('a verdict by it shows the tier of its page', () => {
    expect(aloneOf(citation.source)).toBe('said')
    const context = legOf({ ...(vendorTimeline[0] as VendorChange), from: '2015-01-01' })
    expect(restsOn(context, [], blockedBy(id))).toBe(tierOf(citation.source))
  })
})

test('a verdict that lets nobody in, or asks for no second factor, does not rest on who would demand one', () => {
  const [lesser] = lesserRules
  const own = allRules.find(({ citation, because }) => !isLesser(citation.source) && because.length === 0)
  if (lesser === undefined || own === undefined) throw new Error('no such rules')
  const context = legOf({ ...(vendorTimeline[0] as VendorChange), from: '2015-01-01' })
  // Of a decision its question and its rule are read.
  const demanded = [{ kind: 'decision', question: 'second-factor', rule: lesser.id }] as never
  const signsIn = (secondFactor: 'asked' | 'not-required'): Verdict =>
    ({ kind: 'signs-in', credential: 'interactive', verifier: 'entra-id', secondFactor, rule: own.id }) as Verdict
  expect(restsOn(context, demanded, blockedBy(own.id))).toBeUndefined()
  expect(restsOn(context, demanded, signsIn('not-required'))).toBeUndefined()
  expect(restsOn(context, demanded, signsIn('asked'))).toBe(tierOf(lesser.citation.source))
})

describe.each(lesserChanges.map((change) => [change.id, change] as const))('the change %s', (_, change) => {
  const facts = Object.entries(changesBehind).filter(([, behind]) => behind(legOf(change)) === change)
  const reading = allRules.filter(({ because }) => facts.some(([fact]) => because.some((read) => read === fact)))

  test('is behind a fact that rules read', () => {
    expect(facts.length).toBeGreaterThan(0)
    expect(reading.length).toBeGreaterThan(0)
  })

  test('is said in a verdict that reads the fact, or leaves it open', () => {
    if (aloneOf(change.citation.source) === 'open') {
      const answers = new Set(reading.flatMap(({ examples }) => examples.map(({ expect: answer }) => answer)))
      expect([...answers].sort()).toEqual(['does-not-apply', 'undetermined'])
      return
    }
    for (const { id } of reading) expect(restsOn(legOf(change), [], blockedBy(id)), id).not.toBeUndefined()
  })
})
