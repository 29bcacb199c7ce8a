import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { startOf } from '../../source/text/source-text.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Classifier, PopulationOptions } from './classes.ts'
import { foundProblems } from './found-problems.ts'
import type { Memberships } from './memberships.ts'
import { namedAt } from './named-at.ts'
import type { PeopleSeen } from './people-seen.ts'
import { readLines } from './read-lines.ts'
import { readRows } from './read-rows.ts'
import { type Reading, type Reread, report } from './reading.ts'
import { keyOfGroups } from './row-memory.ts'
import { uniqueNames } from './unique-names.ts'

const isLines = (name: string): boolean => /\.(jsonl|ndjson)$/i.test(name)

function reading(
  tenant: Tenant,
  into: Classifier,
  seen: PeopleSeen,
  options: PopulationOptions,
  memberships: Memberships | undefined,
): Reading {
  const [first] = tenant.population?.files ?? []
  return {
    tenant,
    into,
    options,
    seen,
    memberships,
    found: foundProblems(first?.name ?? tenant.file),
    keyOfGroups: memberships === undefined ? () => '' : keyOfGroups(tenant, into.relevant),
    names: uniqueNames('user'),
    ids: uniqueNames('user id'),
    known: new Map(),
    users: 0,
  }
}

/** Streams the user files next to a tenant file and assigns every user to a class. */
export function readPopulationFiles(
  tenant: Tenant,
  reader: SourceReader | undefined,
  into: Classifier,
  seen: PeopleSeen,
  options: PopulationOptions,
  memberships?: Memberships,
): readonly Diagnostic[] {
  const { from = '', files = [] } = tenant.population ?? {}
  if (reader === undefined)
    return [{ code: 'SRC-22', args: { pattern: from }, at: startOf({ name: tenant.file, text: '' }) }]
  const one = reading(tenant, into, seen, options, memberships)
  const rereads: Reread[] = []
  const unread: Diagnostic[] = []
  for (const file of files) {
    const pieces = reader.readPieces(file.name, namedAt(tenant, file, reader))
    unread.push(...(pieces.ok ? pieces.warnings : pieces.diagnostics))
    if (!pieces.ok) continue
    const before = one.users
    rereads.push(isLines(file.name) ? readLines(one, pieces.value) : readRows(one, pieces.value))
    // Invariant: a file that is read without a diagnostic contains users.
    if (one.users === before && one.found.all().length === 0)
      report(one, [{ code: 'SRC-8', args: { lacks: 'users' }, at: startOf({ name: file.name, text: '' }) }])
  }
  one.names.confirm(one.found, (take) => {
    for (const { eachName } of rereads) eachName(take)
  })
  one.ids.confirm(one.found, (take) => {
    for (const { eachId } of rereads) eachId(take)
  })
  options.onProgress?.(one.users)
  return [...unread, ...one.found.all()]
}
