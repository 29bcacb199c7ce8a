import { describe, expect, test } from 'vitest'
import type { VendorChange, VendorSubject } from '../catalog/vendor-change.ts'
import { vendorTimeline } from '../catalog/vendor-timeline.ts'
import type { Rollout, Tenant } from '../tenant/tenant.ts'
import { missing } from '../vocabulary/facts.ts'
import { changeInForce, rolloutOf, vendorSubject } from './vendor-state.ts'

const instant = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const day = 24 * 3600 * 1000

type Subject = Pick<VendorChange, 'fact' | 'subject'>

/** No more of a tenant is read than this. */
const tenantOf = (parts: Partial<Tenant>): Tenant =>
  ({ cloud: 'worldwide', asOf: instant('2026-11-01'), rollouts: new Map(), ...parts }) as Tenant

// The subject is one of the fact: both are of one entry.
const inForce = (tenant: Tenant, at: number, { fact, subject }: Subject) =>
  changeInForce(tenant, at, fact, subject as VendorSubject<typeof fact>)

/** What the timeline says of a subject to a tenant of a known age, by the words of its entries. */
function stated(entries: readonly VendorChange[], createdAt: number, cloud: string, at: number): string | undefined {
  const said = entries.filter(
    ({ from, until, cloud: only = cloud, appliesTo: { tenantsCreatedFrom, tenantsCreatedBefore } = {} }) =>
      instant(from) <= at &&
      (until === undefined || at < instant(until)) &&
      only === cloud &&
      (tenantsCreatedFrom === undefined || createdAt >= instant(tenantsCreatedFrom)) &&
      (tenantsCreatedBefore === undefined || createdAt < instant(tenantsCreatedBefore)),
  )
  const last = Math.max(...said.map(({ from }) => instant(from)))
  const latest = said.filter(({ from }) => instant(from) === last)
  if (latest.length > 1) throw new Error(`two entries of one day concern a tenant: ${latest.map(({ id }) => id)}`)
  return latest[0]?.id
}

const subjects = [...new Map(vendorTimeline.map((one) => [vendorSubject(one), one])).entries()]

/** A day before and the day itself. */
const around = (days: readonly (string | undefined)[]): readonly number[] =>
  [...new Set(days.flatMap((one) => (one === undefined ? [] : [instant(one) - day, instant(one)])))].sort()

describe.each(subjects)('what is in force: %s', (word, about) => {
  const entries = vendorTimeline.filter((one) => vendorSubject(one) === word)
  const days = around(entries.flatMap(({ from, until }) => [from, until]))
  const ages = around(
    entries.flatMap(({ appliesTo }) => [appliesTo?.tenantsCreatedFrom, appliesTo?.tenantsCreatedBefore]),
  )
  const idOf = (found: ReturnType<typeof inForce>) => (found === missing ? missing : found?.id)

  test('for a tenant of a known age', () => {
    for (const cloud of ['worldwide', '21Vianet'] as const)
      for (const createdAt of [instant('2010-01-01'), ...ages])
        for (const at of days)
          expect(idOf(inForce(tenantOf({ cloud, createdAt }), at, about))).toBe(stated(entries, createdAt, cloud, at))
  })

  test('for a tenant of an unknown age: what is in force for each that it can have, or missing', () => {
    for (const asOf of [...ages, instant('2030-01-01')])
      for (const at of days) {
        const can = [instant('2010-01-01'), ...ages, asOf].filter((createdAt) => createdAt <= asOf)
        const said = new Set(can.map((createdAt) => stated(entries, createdAt, 'worldwide', at)))
        const [only] = said
        expect(idOf(inForce(tenantOf({ asOf }), at, about))).toBe(said.size === 1 ? only : missing)
      }
  })
})

test('a subject is the words of fact and subject, and its entries are in the order of their days', () => {
  expect(vendorSubject({ fact: 'module', subject: 'x' })).toBe('module x')
  for (const [word] of subjects)
    for (const cloud of ['worldwide', '21Vianet']) {
      const own = vendorTimeline.filter((one) => vendorSubject(one) === word && (one.cloud ?? cloud) === cloud)
      const days = own.map(({ from }) => instant(from))
      expect(days).toEqual(days.toSorted((one, other) => one - other))
    }
})

test('a fact without an entry of that subject has no change', () => {
  expect(inForce(tenantOf({}), instant('2026-01-01'), { fact: 'module', subject: 'nothing' })).toBeUndefined()
})

describe('a tenant for which the timeline is held', () => {
  const about: Subject = { fact: 'ews-switch-levels', subject: 'ews' }
  const [entry] = vendorTimeline.filter((one) => vendorSubject(one) === vendorSubject(about))
  if (entry === undefined) throw new Error('the timeline has no such entry')
  const at = instant(entry.from)

  test.each([
    ['of the subject', vendorSubject(about), undefined],
    ['of another subject', 'module nothing', entry.id],
  ])('%s', (_, word, expected) => {
    const held = tenantOf({ vendorHeldAt: new Map([[word, at - day]]) })
    const found = inForce(held, at, about)
    expect(found === missing ? missing : found?.id).toBe(expected)
  })
})

type Stage = Omit<Rollout, 'change'>

describe('what the tenant says of a change that is rolled out', () => {
  const [change] = vendorTimeline.filter(({ override }) => override !== undefined)
  if (change?.override === undefined) throw new Error('the timeline has no change that a tenant can put off')
  const at = instant('2026-06-01')
  const of = (name: string, ...stages: readonly Stage[]) =>
    rolloutOf(
      tenantOf({ rollouts: new Map([[name, stages.map((stage) => ({ change: name, ...stage }))]]) }),
      change,
      at,
    )

  test.each<[string, readonly Stage[], Rollout['state'] | undefined]>([
    ['nothing', [], undefined],
    ['at any time', [{ state: 'applied' }], 'applied'],
    ['from that instant on', [{ state: 'applied', from: at }], 'applied'],
    ['later', [{ state: 'applied', from: at + 1 }], undefined],
    ['until then', [{ state: 'applied', until: at }], undefined],
    ['until later', [{ state: 'applied', until: at + 1 }], 'applied'],
    ['first one thing and then another', [{ state: 'not-applied' }, { state: 'applied', from: at }], 'applied'],
    ['another only later', [{ state: 'not-applied' }, { state: 'applied', from: at + 1 }], 'not-applied'],
  ])('%s', (_, stages, expected) => {
    expect(of(change.id, ...stages)).toBe(expected)
    expect(of(change.override ?? '', ...stages)).toBe(expected)
  })

  test('is nothing where it speaks of others', () => {
    expect(of('another', { state: 'applied' })).toBeUndefined()
  })
})
