import { type Diagnostic, hasErrors, inOrder, type Loaded, loadedOf } from '../source/diagnostics/diagnostic.ts'
import { documentOfValue, type LocatedDocument, readDocument } from '../source/document/located-document.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { SourceText } from '../source/text/source-text.ts'
import { checkMeaning } from './check-meaning.ts'
import { checkShape } from './check-shape.ts'
import { awaitedPeople } from './checks/dangling-people-names.ts'
import type { DeclaredNames } from './conditional-access/name-book.ts'
import { declaredNames } from './declared-names.ts'
import { filesBeside } from './files-beside.ts'
import { asOurs } from './graph/as-ours.ts'
import { normalize } from './normalize.ts'
import { type PoliciesRead, readPoliciesOf } from './read-policies-of.ts'
import type { Tenant } from './tenant.ts'
import { type WellFormedFile, wellFormedFile } from './well-formed-file.ts'

/** Whether the files of people beside the tenant file can be read; their rows are judged when they are. */
function populationProblems(file: WellFormedFile, reader: SourceReader | undefined): readonly Diagnostic[] {
  const users = file.section('users')
  if (users === undefined || !('from' in users) || reader === undefined) return []
  return filesBeside(users).flatMap(({ name, path }) => {
    const pieces = reader.readPieces(name, file.document.rangeOf(['users', ...path]))
    return pieces.ok ? pieces.warnings : pieces.diagnostics
  })
}

function isBeside(file: WellFormedFile): boolean {
  const users = file.section('users')
  return users !== undefined && 'from' in users
}

function loadDocument(
  written: LocatedDocument,
  form: readonly Diagnostic[],
  reader: SourceReader | undefined,
): Loaded<Tenant> {
  const document = asOurs(written)
  const shape = checkShape(document)
  const file = wellFormedFile(document, shape.broken)
  const policies = readPoliciesOf(document, file.parts, reader, declaredNames(file))
  const meaning = checkMeaning(file, policies)
  const diagnostics = inOrder([
    ...form,
    ...shape.diagnostics,
    ...policies.diagnostics,
    ...populationProblems(file, reader),
    ...meaning,
  ])
  const judged = loadedOf(undefined, diagnostics)
  if (!judged.ok) return judged
  return { ok: true, value: normalized(file, policies), warnings: judged.warnings }
}

function normalized(file: WellFormedFile, policies: PoliciesRead): Tenant {
  const awaited = isBeside(file) ? [...policies.awaited, ...awaitedPeople(file)] : []
  return normalize(file.parts, file.document, policies.value, awaited)
}

function loadSource(source: SourceText, reader: SourceReader | undefined): Loaded<Tenant> {
  const { document, diagnostics } = readDocument(source)
  return document === undefined ? { ok: false, diagnostics } : loadDocument(document, diagnostics, reader)
}

/** Loads a tenant file: reads, parses, checks and normalizes it; all problems are reported in one run. */
export function loadTenant(path: string, reader: SourceReader): Loaded<Tenant> {
  const read = reader.read(path)
  return read.ok ? loadSource(read.value, reader) : read
}

/** Loads a tenant from text that is already there; files that it names come from the reader, if there is one. */
export function loadTenantText(text: string, name: string, reader?: SourceReader): Loaded<Tenant> {
  return loadSource({ name, text }, reader)
}

/** Loads the tenant of a document whose parts stand wherever it says. */
export function loadTenantDocument(document: LocatedDocument, reader?: SourceReader): Loaded<Tenant> {
  return loadDocument(document, [], reader)
}

/** Loads the tenant that plain data declares, as from a file of that name whose places do not matter. */
export function loadTenantValue(value: unknown, name: string, reader?: SourceReader): Loaded<Tenant> {
  return loadDocument(documentOfValue(value, name), [], reader)
}

/** Gives the policies read from a section with the same names to use before, else reads them. */
export type ReadOnce = (section: object, names: string, read: () => PoliciesRead) => PoliciesRead

/**
 * The tenant that plain data would declare if its parts fitted together, which is not checked; undefined if the shape
 * of the file or a policy is wrong.
 */
export function uncheckedTenant(
  value: unknown,
  name: string,
  reader: SourceReader | undefined,
  once: ReadOnce,
): Tenant | undefined {
  const document = asOurs(documentOfValue(value, name))
  const shape = checkShape(document)
  if (hasErrors(shape.diagnostics)) return undefined
  const file = wellFormedFile(document, shape.broken)
  const declared = declaredNames(file)
  const { conditionalAccess } = file.parts
  const read = () => readPoliciesOf(document, file.parts, reader, declared)
  const policies = conditionalAccess === undefined ? read() : once(conditionalAccess, keyOfNames(declared), read)
  return hasErrors(policies.diagnostics) ? undefined : normalized(file, policies)
}

const keyOfNames = ({ users, groups, servicePrincipals, applications, ...complete }: DeclaredNames): string =>
  JSON.stringify([[...users], [...groups], [...servicePrincipals], [...applications], complete])
