import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { cidrContains, parseCidr } from '../source/text/parse-cidr.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import { openEngine } from './engine/duckdb.ts'
import { seeded } from './generated-log.fixture.ts'
import { openLogs } from './logs/open-logs.ts'
import { classifyPeople } from './people-of.ts'
import { addressOutside, outsideLabel } from './reduction/address-ranges.ts'
import { reduceLogs } from './replay.ts'

const ranges = [
  '203.0.113.0/24',
  '203.0.113.0/25',
  '203.0.113.64/26',
  '203.0.113.7/32',
  '198.51.100.0/22',
  '10.0.0.0/8',
  '255.255.255.255/32',
  '2001:db8::/32',
  '2001:db8:0:8000::/49',
  '2001:db8::7/128',
  'fe80::/10',
  '::1/128',
]

const holding = (address: string): string => {
  const one = parseCidr(address)
  return ranges
    .filter((range) => {
      const cidr = parseCidr(range)
      return one !== undefined && cidr !== undefined && cidrContains(cidr, one)
    })
    .join(' ')
}

/** Addresses in and around the ranges, written in the ways in which addresses are. */
function addresses(): readonly string[] {
  const next = seeded(3)
  const below = (most: number): number => Math.floor(next() * most)
  const v4 = Array.from({ length: 60 }, () => {
    const [first = ''] = ['203.0.113', '203.0.112', '198.51.103', '10.255.255'].slice(below(4))
    return `${first}.${below(256)}`
  })
  const v6 = Array.from({ length: 60 }, () => {
    const [first = ''] = ['2001:db8:0:8000', '2001:db8:0:7fff', '2001:DB9:0:1', 'fe80:0:0:0', 'fec0:0:0:0'].slice(
      below(5),
    )
    return `${first}:0:0:${below(3).toString(16)}:${below(16).toString(16)}`
  })
  const short = ['::1', '::', '2001:db8::7', '2001:db8::8', 'fe80::', '2001:db8:0:8000::', '255.255.255.255', '0.0.0.0']
  return [...new Set([...v4, ...v6, ...short])]
}

test('every address falls into the cell of an address that lies in the same ranges', async () => {
  const loaded = loadTenantText(
    JSON.stringify({
      name: 'Ranges',
      asOf: '2025-01-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      networks: ranges.map((range, index) => ({ name: `n${index}`, ranges: [range] })),
      users: [{ userPrincipalName: 'ada@contoso.com' }],
    }),
    'ranges.json',
  )
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code }) => code).join())
  const folder = mkdtempSync(join(tmpdir(), 'authplan-addresses-'))
  const engine = await openEngine(undefined, { memory: '300MB', temporary: '1GB', threads: 1 })
  const reader = nodeSourceReader(folder)
  const people = classifyPeople(loaded.value, reader)
  if (engine === undefined || !people.ok) throw new Error('no engine')
  try {
    const all = [...addresses(), 'here', '1.2.3', '12345::', 'ffff:7fffffffffffffff::', '']
    const records = all.map((ipAddress, index) => ({
      id: ipAddress,
      createdDateTime: '2025-01-01T00:00:00Z',
      userId: `u${index}`,
      appId: `${index}`,
      clientAppUsed: 'Browser',
      ipAddress,
    }))
    writeFileSync(join(folder, 'log.jsonl'), records.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const { shapes } = await reduceLogs(engine, openLogs(['log.jsonl'], reader).files, [people.value], reader)
    const outside = addressOutside(ranges) ?? ''
    const wrong = shapes.filter(({ witness, values: { range } }) => {
      const label = range === outsideLabel ? outside : range
      return parseCidr(witness) === undefined
        ? range !== '' && range !== outsideLabel
        : holding(label) !== holding(witness)
    })
    expect(shapes.length).toBe(all.length)
    expect(wrong.map(({ witness, values }) => [witness, values.range])).toEqual([])
  } finally {
    engine.close()
    rmSync(folder, { recursive: true })
  }
})
