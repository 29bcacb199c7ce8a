import { describe, expect, test } from 'vitest'
import { matrix } from './matrix/matrix.ts'
import { countBy, lookAt, queryKeys, readConditions, readKey, valuesOf, where } from './query.ts'
import { foundingPlan, tenantOf } from './random-plan.fixture.ts'

const loaded = matrix(tenantOf(foundingPlan))
if (!loaded.ok) throw new Error('the worked example has a population')
const { cells, classes } = loaded.value.matrix
const { population } = loaded.value
const context = { tenant: population.tenant }
const look = lookAt(population)
const signIns = cells.map(look)

function read(...texts: readonly string[]) {
  const parsed = readConditions(context, texts, signIns)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join())
  return parsed.value
}

describe('a filter', () => {
  test.each(queryKeys)('by %s keeps the sign-ins that have the value, and its opposite the others', (key) => {
    const value = signIns.flatMap((signIn) => valuesOf(signIn, key))[0]
    if (value === undefined) return
    const kept = where(cells, read(`${key}=${value}`), look)
    expect(kept.length).toBeGreaterThan(0)
    for (const cell of kept) expect(valuesOf(look(cell), key)).toContain(value)
  })

  test('asks one leg for everything it says about legs', () => {
    const both = where(cells, read('leg=registrar', 'credential=app-password'), look)
    expect(both).toEqual([])
    expect(where(cells, read('leg=mailbox', 'credential=app-password'), look).length).toBeGreaterThan(0)
  })

  test('takes words regardless of case', () => {
    expect(read('Credential=APP-password')).toEqual([{ key: 'credential', values: ['app-password'], negated: false }])
    expect(read('verdict!=signs-in')).toEqual([{ key: 'verdict', values: ['signs-in'], negated: true }])
  })

  test.each([
    ['credental=app-password', 'unknown key `credental`', 'did you mean `credential`?'],
    ['credential=app-pasword', 'unknown credential `app-pasword`', 'did you mean `app-password`?'],
    ['client=outlook-2020', 'unknown client `outlook-2020`', 'did you mean `outlook-2010`?'],
    ['app-password', '`app-password` is not a condition', 'write `key=value`'],
  ])('that says %s is told what may have been meant', (text, message, help) => {
    const parsed = readConditions(context, [text], signIns)
    expect(parsed.ok ? [] : parsed.problems).toEqual([{ message, help: expect.stringContaining(help) }])
  })
})

describe('the words of claims', () => {
  test('what a claim says about a sign-in is a condition too', () => {
    expect(read('is not blocked')).toEqual(read('verdict!=blocked'))
    const [undetermined] = read('is undetermined')
    expect(undetermined).toMatchObject({ negated: false })
    const lost = readConditions(context, ['loses access'], signIns)
    expect(lost.ok ? [] : lost.problems[0]?.message).toBe('a condition cannot compare two dates')
  })

  const count = (...texts: readonly string[]): number => where(cells, read(...texts), look).length

  test.each([
    ['client=Outlook 2010', 'client=outlook-2010'],
    ['credential=app password', 'with the app password'],
    ['place=outside', 'from outside'],
    ['credential!=app password', 'does not use the app password'],
    ['credential=app password,interactive', 'uses one of the app password, interactive'],
    ['relying-party=Exchange Online', 'to Exchange Online'],
    ['client-kind=legacy', 'with legacy clients'],
    ['people=administrators', 'by administrators'],
    ['people!=administrators', 'by people other than administrators'],
    ['credential=app-password,account-password', 'with the app password or the account password'],
  ])('%s means the same as %s', (one, other) => {
    expect(count(one)).toBe(count(other))
    expect(count(one)).toBeGreaterThan(0)
    expect(count(one)).toBeLessThan(cells.length)
  })

  test('a condition and its opposite part all sign-ins', () => {
    for (const text of [
      'place=inside',
      'people=administrators',
      'success=yes',
      'device=compliant',
      'purpose=read-mail',
    ])
      expect(count(text) + count(text.replace('=', '!='))).toBe(cells.length)
  })

  test('legs that meet a condition are counted by values that only their traces have', () => {
    const { groups } = countBy(cells, classes, ['flow'], read('client=outlook-2010', 'success=yes'), look)
    expect(groups.map(({ values }) => values[0])).toContain('basic')
  })
})

describe('a count', () => {
  test('by client tells which clients still need an app password', () => {
    const { groups } = countBy(cells, classes, ['client'], read('credential=app-password', 'network=internet'), look)
    expect(groups.map(({ values, users }) => [...values, users])).toEqual([
      ['outlook-2010', 2],
      ['outlook-2013', 2],
      ['apple-mail-ios-10', 2],
      ['skype-for-business-2016', 2],
      ['skype-for-business-2016-joined', 2],
    ])
  })

  test('by two keys has a group for each pair', () => {
    const { by, groups } = countBy(cells, classes, ['verdict', 'network'], [], look)
    expect(by).toEqual(['verdict', 'network'])
    const all = groups.reduce((sum, { signIns }) => sum + signIns, 0)
    expect(all).toBe(cells.length)
  })

  test('by something that a sign-in has none of says so', () => {
    const { groups } = countBy(cells, classes, ['credential'], read('verdict=cannot-sign-in'), look)
    expect(groups.some(({ values }) => values[0] === '-')).toBe(true)
  })

  test('by an unknown key is not made', () => {
    expect(readKey('clients')).toMatchObject({ ok: false })
  })
})
