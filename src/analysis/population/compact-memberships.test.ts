import { expect, test } from 'vitest'
import { choices } from '../random-plan.fixture.ts'
import { compactMemberships, membershipText } from './compact-memberships.ts'

const names = [
  'anna@contoso.com',
  'Ben',
  'a, comma',
  'a "quote"',
  'two\nlines',
  ' blank ',
  'semi;colon',
  'Größe',
  'Team',
]
const groups = ['Sales', 'Team', 'all, of them', '00000000-0000-4000-8000-000000000001', 'ÄRZTE']
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Rows in any order, each once. */
function randomRows(seed: number): readonly (readonly [group: string, member: string])[] {
  const choose = choices(seed)
  const all = groups.flatMap((group) => names.map((member) => [group, member] as const))
  return all
    .filter(() => choose(3) > 0)
    .map((row) => ({ row, at: choose(1000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ row }) => row)
}

const rowsIn = (text: string): readonly string[] => {
  const made = compactMemberships({ name: 'rows.csv', pieces: [text] })
  return (made?.kept.groups ?? []).flatMap(([group, distances]) => {
    let member = 0
    return distances.split(' ').map((distance) => {
      member += Number(distance)
      return `${group} > ${made?.kept.members[member]}`
    })
  })
}

const textOf = (
  rows: readonly (readonly [string, string])[],
  head: string,
  cells: (row: readonly [string, string]) => string,
) => `${head}\n${rows.map(cells).join('\n')}\n`

test('a compact file has every row, whatever the order, the delimiter and the columns', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const rows = randomRows(seed)
    const expected = rows.map(([group, member]) => `${group.toLowerCase()} > ${member.trim().toLowerCase()}`).sort()
    const plain = textOf(rows, 'group,member', ([group, member]) => `${cell(group)},${cell(member)}`)
    const turned = textOf(rows, 'member;group', ([group, member]) => `${cell(member)};${cell(group)}`)
    for (const text of [plain, turned]) {
      expect([...rowsIn(text)].sort()).toEqual(expected)
      const made = compactMemberships({ name: 'rows.csv', pieces: [text] })
      expect(made?.leftOut).toEqual([])
      expect([...rowsIn(made === undefined ? '' : membershipText(made.kept))].sort()).toEqual(expected)
    }
  }
})

test('members of a group that is left out are not there, and the group is named', () => {
  const text = 'group,member\nSales,anna\nTeam,ben\nSales,ben\nTeam,carl\n'
  const made = compactMemberships({ name: 'rows.csv', pieces: [text] }, (group) => group !== 'team')
  expect(made).toEqual({ kept: { members: ['anna', 'ben'], groups: [['sales', '0 1']] }, leftOut: ['team'] })
  expect(made && membershipText(made.kept)).toBe('group,member\nsales,anna\nsales,ben\n')
})

test('a file with a problem is not made compact, so that its text shows it', () => {
  for (const text of ['group,person\nSales,anna\n', 'group,member\nSales\n', 'group,member\n,anna\n', ''])
    expect(compactMemberships({ name: 'rows.csv', pieces: [text] })).toBeUndefined()
})
