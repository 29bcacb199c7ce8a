import { readSide } from '../../analysis/compare/joint-classes.ts'
import { type Diagnostic, hasErrors } from '../../source/diagnostics/diagnostic.ts'
import { type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { loadTenantDocument } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { MergeFile } from '../file/plan-file.ts'
import { type Party, peopleOfMerge, type ReadingPeople } from './merge-people.ts'
import type { Merge, Stage } from './staged-plan.ts'
import { reportUnknownName } from './unknown-name.ts'

function readSource({ document, reader, report }: ReadingPeople, file: MergeFile): Tenant | undefined {
  const read = reader.read(file.source, document.rangeOf(['merge', 'source']))
  const parsed = read.ok ? parseSource(read.value) : read
  const loaded = parsed.ok ? loadTenantDocument(parsed.value, reader) : parsed
  if (loaded.ok) return loaded.value
  for (const one of loaded.diagnostics) if (hasErrors([one])) report(one)
  return undefined
}

/** People of the source of whom the plan says nothing; outsiders and programs have no account to move. */
function reportMissed(
  { document, report }: ReadingPeople,
  file: MergeFile,
  { side: { population, classOf } }: Party,
  named: ReadonlySet<UserName>,
): void {
  const kinds = population.classes.map(
    ({ representative }) => population.tenant.users.get(representative)?.kind ?? 'user',
  )
  const missed = [...classOf.values()].filter(({ index, name }) => kinds[index] === 'user' && !named.has(name))
  const [first] = missed
  if (first === undefined) return
  const key = file.people !== undefined ? 'people' : file.peopleFrom !== undefined ? 'peopleFrom' : 'source'
  const at = document.rangeOfKey(['merge', key])
  report({ code: 'PLAN-18', args: { user: first.name, users: missed.length }, at })
}

/** The people of a tenant, wherever they are declared; what is wrong with them is reported. */
function partyOf({ reader, report }: ReadingPeople, which: Party['which'], tenant: Tenant): Party | undefined {
  const side = readSide(tenant, reader)
  if (side.ok) return { which, tenant, side: side.value }
  for (const one of side.diagnostics) if (hasErrors([one])) report(one)
  return undefined
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
  const reading: ReadingPeople = { document, reader, report }
  const stage = stages.find(({ index, name }) => index > 0 && name.toLowerCase() === file.stage.toLowerCase())
  if (stage === undefined) {
    const known = stages.slice(1).map(({ name }) => name)
    reportUnknownName(reading, 'stage', file.stage, known, ['merge', 'stage'])
  }
  const tenants = [readSource(reading, file), stage && targetOf(stage, reader)] as const
  const source = tenants[0] && partyOf(reading, 'source', tenants[0])
  const target = tenants[1] && partyOf(reading, 'target', tenants[1])
  if (source === undefined || stage === undefined || target === undefined) return undefined
  const { people, leaving } = peopleOfMerge(reading, file, source, target)
  reportMissed(reading, file, source, new Set([...people.map(({ from }) => from), ...leaving]))
  return { source: source.tenant, side: source.side, stage: stage.index, people, leaving }
}

function targetOf({ document }: Stage, reader: SourceReader): Tenant | undefined {
  const loaded = loadTenantDocument(document, reader)
  return loaded.ok ? loaded.value : undefined
}
