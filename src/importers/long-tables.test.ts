import { expect, test } from 'vitest'
import { positionOf } from '../source/text/source-text.ts'
import { type ImportOptions, importExports } from './import-exports.ts'
import { many } from './many.ts'

const domains = {
  name: 'domains.json',
  text: '[{"id":"contoso.com","authenticationType":"Managed","isVerified":true}]',
}
const upn = (index: number): string => `Person.${index}@contoso.com`
const people = Array.from({ length: many + 300 }, (_, index) => ({
  UPN: upn(index),
  'Display name': `Person, "${index}"`,
  'User type': index % 7 === 0 ? 'Guest' : 'Member',
  'Account enabled': index % 3 === 0 ? 'False' : 'True',
}))
const states = people.map(({ UPN }, index) => ({
  'User principal name': index % 2 === 0 ? UPN.toLowerCase() : UPN,
  'Per-user MFA state': index % 5 === 0 ? 'Enforced' : 'Disabled',
}))
const members = people.map(({ UPN }, index) => ({ Group: index % 2 === 0 ? 'Even' : 'ODD', Member: UPN }))

type Row = Readonly<Record<string, string>>
const csv = (rows: readonly Row[], keys = Object.keys(rows[0] ?? {})): string =>
  [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))]
    .map(
      (cells) => `${cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`,
    )
    .join('')

/** A file that is read in pieces and never as one text. */
const inPieces = (name: string, text: string) => ({
  name,
  pieces: {
    *[Symbol.iterator]() {
      for (let at = 0; at < text.length; at += 4000) yield text.slice(at, at + 4000)
    },
  },
  whole: () => {
    throw new Error('read as one text')
  },
})

const files: readonly (readonly [string, readonly Row[]])[] = [
  ['people.csv', people],
  ['states.csv', states],
  ['members.csv', members],
]

function imported(some: typeof files, change = (rows: readonly Row[]) => rows, options: ImportOptions = {}) {
  const others = some.map(([name, rows]) => inPieces(name, csv(change(rows))))
  const made = importExports([domains], { others, stem: 't', asOf: '2026-01-01', ...options })
  if (!made.ok) throw new Error(made.diagnostics.map(({ code }) => code).join())
  return made.value
}

const ofFiles = imported(files)

test('long tables give the tenant of the same rows in short ones', () => {
  const { file } = ofFiles
  const users = Array.isArray(file.users) ? file.users : []
  expect(users).toHaveLength(people.length)
  const some = files.map(([name, rows]) => ({ name, text: csv(rows.slice(0, many / 10)) }))
  const short = importExports([domains, ...some], { asOf: '2026-01-01' })
  if (!short.ok || !Array.isArray(short.value.file.users)) throw new Error('not imported')
  const byName = new Map(users.map((user) => [user.userPrincipalName.toLowerCase(), user]))
  for (const user of short.value.file.users) {
    const { userPrincipalName, ...settings } = byName.get(user.userPrincipalName.toLowerCase()) ?? {}
    expect(userPrincipalName?.toLowerCase()).toBe(user.userPrincipalName.toLowerCase())
    expect({ ...user, userPrincipalName: '' }).toEqual({ ...settings, userPrincipalName: '' })
  }
})

test('the order of rows, of columns and of files changes nothing in the tenant of long tables', () => {
  const before = ofFiles.file
  const renamed = files.map(([name, rows]) => [`${9 - name.length}${name}`, rows] as const)
  const turned = (rows: readonly Row[]) =>
    rows.toReversed().map((row) => Object.fromEntries(Object.entries(row).toReversed()))
  expect(imported(renamed.toReversed(), turned).file).toEqual(before)
})

test('a contradiction in long tables is reported and stays undetermined, the other rows count', () => {
  const other = { ...people[5], 'Account enabled': 'True' }
  const wrong = { ...people[6], 'Account enabled': 'True' }
  const { file, coverage } = imported([...files, ['later.csv', [other, wrong]]])
  const user = (Array.isArray(file.users) ? file.users : []).find(
    ({ userPrincipalName }) => userPrincipalName === upn(6),
  )
  expect(user).toMatchObject({ exportsDisagree: { accountEnabled: [false, true] } })
  expect(coverage.filter(({ status, kind }) => status === 'not-understood' && kind === 'value')).toHaveLength(1)
})

test('of very many rows the report has one line for each kind and file, and the place of each record', () => {
  const { coverage, origins } = ofFiles
  expect(coverage.filter(({ status }) => status === 'understood').length).toBeLessThan(10)
  const places = [...origins].filter(({ path: [list, name] }) => list === 'users' && name === upn(7))
  expect(places.map(({ at }) => [at.source.name, positionOf(at).line])).toEqual([['people.csv', 9]])
})

test('problems with very many cells are counted', () => {
  const rows = people.map((row) => ({ ...row, 'User type': 'Alien' }))
  const others = [inPieces('people.csv', csv(rows))]
  const made = importExports([domains], { others, stem: 't' })
  expect(made.ok && made.warnings.filter(({ code }) => code === 'IMP-22')).toHaveLength(many)
  expect(made.ok && made.warnings.find(({ code }) => code === 'SRC-27')?.args).toEqual({ warnings: 300 })
})

test.each<[string, string, ImportOptions['limits']]>([
  ['a file that is read for too long', 'IMP-40', { now: clock(9_000) }],
  ['exports that hold too much', 'IMP-41', { bytes: 100_000 }],
])('%s is stopped at a line of it, and nothing is imported', (_, code, limits) => {
  const more = people.map((row) => ({ ...row, UPN: `other.${row.UPN}` }))
  const others = [inPieces('people.csv', csv([...people, ...more]))]
  const made = importExports([domains], { others, ...(limits === undefined ? {} : { limits }) })
  const [found] = made.ok ? [] : made.diagnostics
  expect([made.ok, found?.code, found?.at.source.name]).toEqual([false, code, 'people.csv'])
  expect(found === undefined ? 0 : positionOf(found.at).line).toBeGreaterThan(1)
})

/** A clock that moves on each time that it is looked at. */
function clock(step: number): () => number {
  let now = 0
  return () => {
    now += step
    return now
  }
}

test('each file has its own time', () => {
  const others = Array.from({ length: 20 }, (_, index) => inPieces(`people-${index}.csv`, csv(people.slice(0, 2))))
  expect(importExports([domains], { others, limits: { now: clock(2_000) } }).ok).toBe(true)
})
