import { Document } from 'yaml'
import { yamlText } from '../source/document/yaml-text.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { escapedJson } from '../source/text/neutralize.ts'
import { loadTenantValue } from '../tenant/load-tenant.ts'
import type { GroupFile, UserFile } from '../tenant/principal-file.ts'
import type { TenantFile } from '../tenant/tenant-file.ts'
import { commentIds } from './comment-ids.ts'
import type { CoverageEntry } from './coverage.ts'
import { keepValid, type ValidFile } from './keep-valid.ts'

/** Files by name; the text of a very large one is made while it is written. */
export type FilesBeside = Readonly<Record<string, string | Iterable<string>>>

/** More users or policies than these are in files of their own: a person does not read them in one file. */
const most = { users: 1000, policies: 50 } as const
/** How many users are checked together. */
const chunk = 1000

type Names = ReadonlyMap<string, string>

/** A tenant file that `check` accepts, with the large parts of it in files of their own. */
export type PartedFile = ValidFile & { readonly beside: FilesBeside }

const rendered = (value: unknown, names: Names): string => {
  const document = new Document(value, { aliasDuplicateObjects: false })
  commentIds(document, names)
  return yamlText(document)
}

/** Users that `check` accepts, with the parts of the file that a user names. */
function validUsers(
  { name, asOf, domains, identityProviders, groups, workloads }: TenantFile,
  users: readonly UserFile[],
): { readonly users: readonly UserFile[]; readonly coverage: readonly CoverageEntry[] } | undefined {
  const named = groups?.map(
    (group): GroupFile => ({ name: group.name, ...(group.id === undefined ? {} : { id: group.id }) }),
  )
  const frame = JSON.parse(JSON.stringify({ name, asOf, domains, identityProviders, groups: named, workloads }))
  const kept: UserFile[] = []
  const coverage: CoverageEntry[] = []
  for (let start = 0; start < users.length; start += chunk) {
    const some = users.slice(start, start + chunk)
    const file: TenantFile = { ...frame, users: some }
    if (loadTenantValue(file, name).ok) {
      kept.push(...some)
      continue
    }
    const valid = keepValid(file, (one) => rendered(one, new Map()))
    if (!valid.ok) return undefined
    kept.push(...(Array.isArray(valid.file.users) ? (valid.file.users as readonly UserFile[]) : []))
    coverage.push(...valid.coverage)
  }
  return { users: kept, coverage }
}

const cell = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const namesOf = ({ userPrincipalName: name, id }: UserFile): readonly string[] =>
  [name, ...(id === undefined ? [] : [id])].map((text) => text.toLowerCase())

/** Who is in which group, as rows, without the people who were left out. */
function* membershipRows(groups: readonly GroupFile[], isLeftOut: (member: string) => boolean): Generator<string> {
  yield 'group,member\n'
  for (const { name, members = [] } of groups)
    for (const member of members) if (!isLeftOut(member)) yield escapedJson(`${cell(name)},${cell(member)}\n`)
}

function* userLines(users: readonly UserFile[]): Generator<string> {
  for (const user of users) yield `${escapedJson(JSON.stringify(user))}\n`
}

/** A text in pieces, which can be read more than once. */
const inPieces = (pieces: () => Iterator<string>): Iterable<string> => ({ [Symbol.iterator]: pieces })

interface Parts {
  readonly file: TenantFile
  readonly beside: FilesBeside
}

/** Whether exports disagree on who is in a group: its members stay in the file, which says so of them. */
function haveDisputedMembers({ exportsDisagreeOn = [] }: TenantFile): (group: GroupFile) => boolean {
  const open = new Set(
    exportsDisagreeOn.flatMap(({ setting: [list, name, field] }) =>
      list === 'groups' && field === 'members' && name !== undefined ? [name.toLowerCase()] : [],
    ),
  )
  return ({ name, id }) => open.has(name.toLowerCase()) || (id !== undefined && open.has(id.toLowerCase()))
}

/** The file with its users, and memberships of groups, in files of their own. */
function withUsersBeside(file: TenantFile, all: readonly UserFile[], users: readonly UserFile[], stem: string): Parts {
  const kept = new Set(users)
  const left = new Set(all.flatMap((user) => (kept.has(user) ? [] : namesOf(user))))
  const [people, memberships] = [`${stem}.users.jsonl`, `${stem}.memberships.csv`]
  const isLeftOut = (member: string): boolean => left.has(member.toLowerCase())
  const isOpen = haveDisputedMembers(file)
  const listed = (file.groups ?? []).filter((group) => !isOpen(group))
  const hasMembers = listed.some(({ members = [] }) => members.some((member) => !isLeftOut(member)))
  const groups = file.groups?.map((group) => {
    const { members: _, ...named } = group
    return isOpen(group) ? group : named
  })
  return {
    file: {
      ...file,
      users: { from: people, ...(hasMembers ? { memberships } : {}) },
      ...(groups === undefined ? {} : { groups }),
    },
    beside: {
      [people]: inPieces(() => userLines(users)),
      ...(hasMembers ? { [memberships]: inPieces(() => membershipRows(listed, isLeftOut)) } : {}),
    },
  }
}

/** The file with its policies in a file of their own. */
function withPoliciesBeside({ file, beside }: Parts, stem: string, names: Names): Parts {
  const policies = file.conditionalAccess?.policies ?? []
  if (policies.length <= most.policies) return { file, beside }
  const name = `${stem}.policies.yaml`
  return {
    file: { ...file, conditionalAccess: { ...file.conditionalAccess, policies: [name] } },
    beside: { ...beside, [name]: rendered(policies, names) },
  }
}

/** Writes a file that `check` accepts; with a stem for names of files, its large parts are in files of their own. */
export function splitFile(file: TenantFile, names: Names, stem: string | undefined): PartedFile {
  const all = Array.isArray(file.users) ? (file.users as readonly UserFile[]) : []
  const valid = stem !== undefined && all.length > most.users ? validUsers(file, all) : undefined
  const whole = { file, beside: {} }
  const parts = valid === undefined || stem === undefined ? whole : withUsersBeside(file, all, valid.users, stem)
  const { file: frame, beside } = stem === undefined ? parts : withPoliciesBeside(parts, stem, names)
  // Users and memberships were checked before; the file has to find them.
  const texts = Object.entries(beside).map(([name, text]) => [name, typeof text === 'string' ? text : ''])
  const kept = keepValid(frame, (one) => rendered(one, names), memorySourceReader(Object.fromEntries(texts)))
  if (!kept.ok) return { ...kept, beside: {} }
  // What the file says, wherever it stands.
  const { users, conditionalAccess } = { ...kept.file, ...(valid === undefined ? {} : { users: valid.users }) }
  const policies = file.conditionalAccess?.policies
  const stated = {
    ...kept.file,
    ...(users === undefined ? {} : { users }),
    ...(conditionalAccess === undefined
      ? {}
      : { conditionalAccess: { ...conditionalAccess, ...(policies === undefined ? {} : { policies }) } }),
  }
  return { ...kept, file: stated, coverage: [...(valid?.coverage ?? []), ...kept.coverage], beside }
}
