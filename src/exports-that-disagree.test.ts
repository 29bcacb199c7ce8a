import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Fragment } from './importers/fragment.ts'
import { mergeFragments } from './importers/merge-fragments.ts'
import { planRequests } from './simulate/plan-requests.ts'
import { simulateSession } from './simulate/simulate-session.ts'
import type { DocumentPath } from './source/document/located-document.ts'
import { loadTenantValue } from './tenant/load-tenant.ts'
import { schemaAt } from './tenant/schema-at.ts'
import { valueAtPlace, withValueAt } from './tenant/settings-in-place.ts'
import { schemaOfTenantFile } from './tenant/tenant-file.schema.ts'
import type { TenantFile } from './tenant/tenant-file.ts'
import { verdictOf } from './trace/verdict.ts'
import { isMapping, type Mapping } from './vocabulary/mapping.ts'

/** One value of a file of the library. */
interface Leaf {
  readonly file: string
  readonly path: DocumentPath
  readonly value: unknown
}

/** What names a thing or says what it is, and parts that no export states or that are never made of two. */
const apart =
  /^(?:name|asOf|description|events|day|conditionalAccess|rollouts)|(?:^|\.)\w*(?:[iI]d|[nN]ame)$|^users\.\*\.kind$/

const patternOf = ({ path }: Leaf): string => path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')

function leavesOf(file: string, value: unknown, path: DocumentPath = []): readonly Leaf[] {
  if (Array.isArray(value) && value.some(isMapping))
    return value.flatMap((item, at) => leavesOf(file, item, [...path, at]))
  if (!isMapping(value)) return [{ file, path, value }]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(file, part, [...path, key]))
}

const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))
const sizeOf = (file: string): number => statSync(`scenarios/${file}`).size
const documents = new Map(
  // Small ones first.
  files
    .sort((one, other) => sizeOf(one) - sizeOf(other))
    .map((file) => {
      // Rollouts are dated parts of one list, and events would settle what is in dispute.
      const { events: _, rollouts: __, ...rest } = parse(readFileSync(`scenarios/${file}`, 'utf8')) as Mapping
      return [file, rest] as const
    }),
)

const byPattern = new Map<string, readonly Leaf[]>()
for (const [file, document] of documents) {
  if (document['workloads'] === undefined || !Array.isArray(document['users'])) continue
  for (const leaf of leavesOf(file, document))
    if (!apart.test(patternOf(leaf))) byPattern.set(patternOf(leaf), [...(byPattern.get(patternOf(leaf)) ?? []), leaf])
}

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Another value that the library or the schema has for a setting. */
function otherValues({ file, path, value }: Leaf, seen: readonly Leaf[]): readonly unknown[] {
  const { schema } = schemaAt(schemaOfTenantFile(), documents.get(file), path)
  const words = Array.isArray(schema?.['enum']) ? schema['enum'] : []
  const listed: readonly unknown[] = typeof value === 'boolean' ? [!value] : words
  const lists = Array.isArray(value) && value.length > 0 && !/members$/.test(String(path.at(-1))) ? [[]] : []
  return [...listed, ...seen.map((one) => one.value), ...lists].filter((one) => one !== null && !sameText(one, value))
}

/** How some sign-ins of a user end, in words; undefined where there is no such tenant. */
function verdicts(file: unknown, concerned: string | undefined): ReadonlyMap<string, string> | undefined {
  const loaded = loadTenantValue(JSON.parse(JSON.stringify(file)), 'a tenant')
  if (!loaded.ok) return undefined
  const [first] = loaded.value.users.keys()
  const all = [...planRequests(loaded.value)].filter(({ user }) => user === (concerned ?? first))
  const some = all.filter((_, at) => at % Math.ceil(all.length / 6) === 0)
  return new Map(
    some.flatMap((request) =>
      simulateSession(loaded.value, request).map((trace) => {
        const verdict = verdictOf(trace)
        const words =
          verdict.kind === 'signs-in' ? [verdict.credential, verdict.secondFactor, verdict.verifier] : [verdict.kind]
        const { client, network, purpose } = request
        return [[client, network, purpose, trace.request.leg].join(' '), words.join(' ')] as const
      }),
    ),
  )
}

const fragmentOf = (file: unknown): Fragment => ({
  // A file of the library, whose form is judged when it is loaded.
  file: file as Partial<TenantFile>,
  origins: [],
  coverage: [],
  diagnostics: [],
})

/** Two exports that differ in one value, and how sign-ins end with each of them and with both. */
function playedLeaf(leaf: Leaf, other: unknown) {
  const one = documents.get(leaf.file)
  const user = leaf.path[0] === 'users' ? valueAtPlace(one, [...leaf.path.slice(0, 2), 'userPrincipalName']) : undefined
  const changed = withValueAt(one, leaf.path, other)
  const both = mergeFragments([fragmentOf(one), fragmentOf(changed)])
  const [first, second, merged] = [one, changed, both.file].map((file) =>
    verdicts(file, typeof user === 'string' ? user : undefined),
  )
  return first === undefined || second === undefined ? undefined : { first, second, merged }
}

const played = new Set<string>()
const decisive = new Set<string>()

test.each([...byPattern].sort())(
  'two exports that disagree on %s give no answer that one of them contradicts',
  (pattern, leaves) => {
    for (const leaf of leaves.slice(0, 2))
      for (const other of otherValues(leaf, leaves).slice(0, 2)) {
        const found = playedLeaf(leaf, other)
        if (found === undefined) continue
        const { first, second, merged } = found
        expect(merged, `${leaf.file} with ${JSON.stringify(other)} is no tenant`).toBeDefined()
        const wrong = [...(merged ?? [])].filter(
          ([leg, word]) =>
            word !== 'undetermined' && [first, second].some((all) => all.has(leg) && all.get(leg) !== word),
        )
        expect(wrong, `${leaf.file}: ${JSON.stringify(leaf.value)} and ${JSON.stringify(other)}`).toEqual([])
        played.add(pattern)
        if ([...first].some(([leg, word]) => second.get(leg) !== word)) decisive.add(pattern)
        return
      }
  },
)

test('most settings were played, and many of them decide', () => {
  expect(played.size).toBeGreaterThan(150)
  expect(decisive.size).toBeGreaterThan(40)
})
