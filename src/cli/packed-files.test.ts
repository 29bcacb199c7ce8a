import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type CompactMemberships, membershipText } from '../analysis/population/compact-memberships.ts'
import type { PackedFile } from '../report/pages/page-data.ts'
import { carriedOfMany, filesOfMany } from './many-people.fixture.ts'

const textOf = ({ data }: PackedFile): string => inflateRawSync(Buffer.from(data, 'base64')).toString()

test('long files of people are carried compressed, with every row', () => {
  const { files, packed } = carriedOfMany('Outer')
  expect(Object.keys(files)).toEqual(['tenant.yaml'])
  expect(Object.keys(packed).sort()).toEqual(['memberships.csv', 'users.csv'])
  const { 'users.csv': ofUsers, 'memberships.csv': ofMemberships } = packed
  if (ofUsers === undefined || ofMemberships === undefined) throw new Error('a file is missing')
  expect(ofUsers.form).toBe('text')
  expect(textOf(ofUsers)).toBe(filesOfMany['users.csv'])
  expect(ofMemberships.leftOut).toBeUndefined()
  // Written by `compactMemberships`.
  const text = membershipText(JSON.parse(textOf(ofMemberships)) as CompactMemberships)
  expect(text.split('\n').sort()).toEqual(filesOfMany['memberships.csv'].toLowerCase().split('\n').sort())
  expect(ofMemberships.data.length).toBeLessThan(filesOfMany['memberships.csv'].length / 4)
})

test('where that is too long, groups that lead to none that a policy names are left out', () => {
  expect(carriedOfMany('Outer', 1000).packed['memberships.csv']?.leftOut).toEqual(['others'])
  expect(carriedOfMany('Inner', 1000).packed['memberships.csv']?.leftOut).toEqual(['outer', 'others'])
  const byId = carriedOfMany('00000000-0000-4000-8000-000000000001', 1000)
  expect(byId.packed['memberships.csv']?.leftOut).toEqual(['outer', 'others'])
})
