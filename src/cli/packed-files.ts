import { deflateRawSync } from 'node:zlib'
import { compactMemberships } from '../analysis/population/compact-memberships.ts'
import { readMemberships } from '../analysis/population/memberships.ts'
import { namedAt } from '../analysis/population/named-at.ts'
import { groupsRead } from '../analysis/population/relevant-names.ts'
import type { PackedFile } from '../report/pages/page-data.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { groupsOf } from '../tenant/group-membership.ts'
import type { Tenant } from '../tenant/tenant.ts'

/** The texts that a page carries as they are, and those that it carries compressed. */
export interface CarriedFiles {
  readonly files: Readonly<Record<string, string>>
  readonly packed: Readonly<Record<string, PackedFile>>
}

type Texts = Readonly<Record<string, string>>

/** Characters from which a file of people is compressed. */
const longFrom = 250_000
/** Characters of compressed files that fit into a page of ten megabytes. */
const roomOfPage = 6_500_000

/** Reads the files of people that a tenant names, so that a reader that records has them. */
export function readFilesOfPeople(tenant: Tenant, reader: SourceReader): void {
  const { files = [], memberships } = tenant.population ?? {}
  for (const file of memberships === undefined ? files : [...files, memberships]) {
    const found = reader.readPieces(file.name, namedAt(tenant, file, reader))
    if (found.ok) for (const _piece of found.value.pieces);
  }
}

const packed = (form: PackedFile['form'], text: string, leftOut: readonly string[] = []): PackedFile => ({
  form,
  data: deflateRawSync(text, { level: 9 }).toString('base64'),
  ...(leftOut.length > 0 && { leftOut }),
})

/** The groups of membership files that lead to one that any of these tenants reads; names in lower case. */
function groupsThatMatter(tenants: readonly Tenant[], texts: Texts): (group: string) => boolean {
  const reader = memorySourceReader(texts)
  const ways = tenants.map((written) => {
    const { tenant } = readMemberships(written, reader)
    const read = groupsRead(tenant)
    return (group: string): boolean =>
      [group, ...groupsOf(tenant.surroundings.groups, [], [group])].some((one) => read.has(one))
  })
  return (group) => ways.some((matters) => matters(group))
}

function packedMemberships(name: string, text: string, keeps?: (group: string) => boolean): PackedFile {
  const made = compactMemberships({ name, pieces: [text] }, keeps)
  return made === undefined ? packed('text', text) : packed('memberships', JSON.stringify(made.kept), made.leftOut)
}

const sizeOf = (files: Readonly<Record<string, PackedFile>>): number =>
  Object.values(files).reduce((sum, { data }) => sum + data.length, 0)

/**
 * Compresses the long files of people among those of a page. Where they stay longer than `room`, in characters, only the
 * memberships of groups are kept that one of the tenants, those of the stages of a plan included, reads.
 */
export function packedFiles(texts: Texts, tenants: readonly Tenant[], room = roomOfPage): CarriedFiles {
  const ofPeople = new Set(tenants.flatMap(({ population }) => population?.files.map(({ name }) => name) ?? []))
  const ofMemberships = new Set(tenants.flatMap(({ population }) => population?.memberships?.name ?? []))
  const isLong = (name: string): boolean =>
    (ofPeople.has(name) || ofMemberships.has(name)) && (texts[name]?.length ?? 0) >= longFrom
  const names = Object.keys(texts)
  const files = Object.fromEntries(names.filter((name) => !isLong(name)).map((name) => [name, texts[name] ?? '']))
  const packing = (keeps?: (group: string) => boolean): Readonly<Record<string, PackedFile>> =>
    Object.fromEntries(
      names.filter(isLong).map((name) => {
        const text = texts[name] ?? ''
        return [name, ofMemberships.has(name) ? packedMemberships(name, text, keeps) : packed('text', text)]
      }),
    )
  const all = packing()
  return { files, packed: sizeOf(all) <= room ? all : packing(groupsThatMatter(tenants, texts)) }
}
