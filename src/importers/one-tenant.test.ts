import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importExports } from './import-exports.ts'

const guid = (digit: string): string =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`
const people = ['a', 'b', 'c'].map((name, index) => ({
  id: guid(`${index + 1}`),
  userPrincipalName: `${name}@contoso.com`,
  displayName: name.toUpperCase(),
  userType: 'Member',
  accountEnabled: index !== 1,
}))
/** One tenant, in files of one object each, some of them in two files. */
const objects: readonly object[] = [
  { id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true },
  ...people,
  { id: guid('1'), userPrincipalName: 'a@contoso.com', accountEnabled: true, onPremisesSyncEnabled: true },
  { id: guid('9'), displayName: 'Staff', securityEnabled: true, groupTypes: [], members: people.slice(0, 2) },
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: guid('8'),
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [{ cidrAddress: '203.0.113.0/24' }],
  },
  {
    id: guid('7'),
    displayName: 'MFA',
    state: 'enabled',
    createdDateTime: '2026-01-01T00:00:00Z',
    conditions: { users: { includeGroups: [guid('9')] }, applications: { includeApplications: ['All'] } },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  },
]

const reordered = (value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((item) => reordered(item, order))
  if (typeof value !== 'object' || value === null) return value
  const fields = new Map(Object.entries(value))
  return Object.fromEntries(order([...fields.keys()]).map((key) => [key, reordered(fields.get(key), order)]))
}

const upper = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(upper)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.startsWith('@') ? key : key.charAt(0).toUpperCase() + key.slice(1),
      upper(part),
    ]),
  )
}

/** The imported tenant as data in which neither the order nor the case of keys means anything. */
function normalized(files: readonly unknown[]): unknown {
  const made = importExports(files.map((value, index) => ({ name: `${index}.json`, text: JSON.stringify(value) })))
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
  return upper(made.value.file)
}

test('neither the order of files and fields nor the case of names changes the imported tenant', () => {
  const expected = normalized(objects)
  const property = fc.property(
    fc.shuffledSubarray([...objects], { minLength: objects.length, maxLength: objects.length }),
    fc.constantFrom<(keys: readonly string[]) => readonly string[]>(
      (keys) => keys,
      (keys) => [...keys].sort(),
      (keys) => [...keys].reverse(),
    ),
    fc.boolean(),
    (files, order, pascal) => {
      const written = files.map((one) => reordered(pascal ? upper(one) : one, order))
      expect(normalized(written)).toEqual(expected)
    },
  )
  fc.assert(property, { seed: 7, numRuns: 25, interruptAfterTimeLimit: 3000 })
})
