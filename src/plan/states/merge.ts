import { type Diagnostic, hasErrors } from '../../source/diagnostics/diagnostic.ts'
import { type DocumentPath, type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { findUser } from '../../tenant/find.ts'
import { loadTenantDocument } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { MergeFile } from '../file/plan-file.ts'
import type { Merge, MovedPerson, Stage } from './staged-plan.ts'
import { reportUnknownName } from './unknown-name.ts'

interface Reading {
  readonly document: LocatedDocument
  readonly reader: SourceReader
  readonly report: (diagnostic: Diagnostic) => void
}

function readSource({ document, reader, report }: Reading, file: MergeFile): Tenant | undefined {
  const read = reader.read(file.source, document.rangeOf(['merge', 'source']))
  const parsed = read.ok ? parseSource(read.value) : read
  const loaded = parsed.ok ? loadTenantDocument(parsed.value, reader) : parsed
  if (loaded.ok) return loaded.value
  for (const one of loaded.diagnostics) if (hasErrors([one])) report(one)
  return undefined
}

function person(
  reading: Reading,
  tenant: Tenant,
  which: string,
  name: string,
  path: DocumentPath,
): UserName | undefined {
  const found = findUser(tenant, name)
  if (found.found) return found.value.userPrincipalName
  reportUnknownName(reading, `user of the ${which} tenant`, name, [...tenant.users.keys()], path)
  return undefined
}

/** Reports people who are named twice. */
function reportTwice({ document, report }: Reading, names: readonly (readonly [UserName, DocumentPath])[]): void {
  const seen = new Set<UserName>()
  for (const [name, path] of names) {
    if (seen.has(name))
      report({ code: 'PLAN-9', args: { what: 'people of the merge', name }, at: document.rangeOf(path) })
    seen.add(name)
  }
}

function pairs(reading: Reading, file: MergeFile, source: Tenant, target: Tenant): readonly MovedPerson[] {
  const found = file.people.map((one, index) => {
    const at = ['merge', 'people', index]
    return {
      from: person(reading, source, 'source', one.from, [...at, 'from']),
      to: person(reading, target, 'target', one.to, [...at, 'to']),
      at,
    }
  })
  for (const side of ['from', 'to'] as const)
    reportTwice(
      reading,
      found.flatMap(({ at, [side]: name }) => (name === undefined ? [] : [[name, [...at, side]] as const])),
    )
  return found.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [{ from, to }]))
}

/** People of the source of whom the plan says nothing; outsiders and programs have no account to move. */
function reportMissed({ document, report }: Reading, { users }: Tenant, named: ReadonlySet<UserName>): void {
  const missed = [...users.values()].filter(
    ({ kind, userPrincipalName }) => kind === 'user' && !named.has(userPrincipalName),
  )
  const [first] = missed
  if (first !== undefined)
    report({
      code: 'PLAN-18',
      args: { user: first.userPrincipalName, users: missed.length },
      at: document.rangeOfKey(['merge', 'people']),
    })
}

/** Reads the merge of a plan: the other tenant, and who becomes whom. */
export function mergeOf(
  file: MergeFile | undefined,
  stages: readonly Stage[],
  document: LocatedDocument,
  reader: SourceReader,
  report: (diagnostic: Diagnostic) => void,
): Merge | undefined {
  if (file === undefined) return undefined
  const reading: Reading = { document, reader, report }
  const stage = stages.find(({ index, name }) => index > 0 && name.toLowerCase() === file.stage.toLowerCase())
  if (stage === undefined) {
    const known = stages.slice(1).map(({ name }) => name)
    reportUnknownName(reading, 'stage', file.stage, known, ['merge', 'stage'])
  }
  const source = readSource(reading, file)
  const target = stage && loadTenantDocument(stage.document, reader)
  if (source === undefined || stage === undefined || !target?.ok) return undefined
  const people = pairs(reading, file, source, target.value)
  const leaving = (file.leaving ?? []).flatMap(
    (name, index) => person(reading, source, 'source', name, ['merge', 'leaving', index]) ?? [],
  )
  reportMissed(reading, source, new Set([...people.map(({ from }) => from), ...leaving]))
  return { source, stage: stage.index, people, leaving }
}
