import { parseSource } from '../../source/document/located-document.ts'
import { sameData, withChanges } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Plan } from '../matrix/plan.ts'
import type { Lever } from './lever.ts'
import { unifiedDiff } from './patch.ts'
import { changedText, saysSo, withFileChanges } from './policy-places.ts'
import { editsOf, fileChangesOf, flagsMore, renamed, type Search } from './search.ts'
import { type SideEffects, sideEffectsOf } from './side-effects.ts'

/** A file with changes made. */
export interface ChangedFile {
  readonly name: string
  readonly text: string
}

/** A smallest set of changes that gives what is wanted. */
export interface ChangeSet {
  readonly levers: readonly Lever[]
  readonly sideEffects: SideEffects
  /** The whole tenant file after the changes, comments and layout kept. */
  readonly text: string
  /** Every file that changes: the tenant file, or files of policies that it names. */
  readonly files: readonly ChangedFile[]
  /** The same as a unified diff. */
  readonly patch: string
}

/** The file with the changes made; undefined if its text, read again, does not say what was tried. */
function editedText(plan: Plan, levers: readonly Lever[]): string | undefined {
  const { source, value } = plan.document
  const edits = editsOf(levers)
  const text = editYaml(source.text, edits)
  const parsed = parseSource({ ...source, text })
  const wanted = JSON.stringify(withChanges(value, edits))
  return parsed.ok && sameData(parsed.value.value, JSON.parse(wanted)) ? text : undefined
}

interface Edited extends ChangedFile {
  readonly before: string
}

/** Every file that the levers change, before and after; undefined if one does not say what was tried. */
function editedFiles(plan: Plan, levers: readonly Lever[], text: string): readonly Edited[] | undefined {
  const { source } = plan.document
  const own = text === source.text ? [] : [{ name: source.name, before: source.text, text }]
  const others = [...fileChangesOf(levers).values()].map(({ file, changes }) => {
    const after = changedText(file, changes)
    return { name: file.name, before: file.text, text: after, right: saysSo(file, changes, after) }
  })
  return others.every(({ right }) => right) ? [...own, ...others] : undefined
}

/** What a set of changes makes of the files and of everyone else; nothing if checking would flag the changed file. */
export function changeSet(search: Search, levers: readonly Lever[]): readonly ChangeSet[] {
  const { plan, reader } = search.question
  const { source } = plan.document
  const text = editedText(plan, levers)
  const files = text === undefined ? undefined : editedFiles(plan, levers, text)
  if (text === undefined || files === undefined) return []
  const changed = withFileChanges(reader, fileChangesOf(levers))
  const after = loadTenantText(text, source.name, changed)
  if (flagsMore(after, search.flaggedWhole) || !after.ok) return []
  const asked = { before: search.requests, after: renamed(search.requests, levers) }
  const sideEffects = sideEffectsOf(plan, after.value, asked, changed)
  if (sideEffects === undefined) return []
  const patch = files.map(({ name, before, text: made }) => unifiedDiff(name, before, made)).join('')
  return [{ levers, sideEffects, text, files: files.map(({ name, text: made }) => ({ name, text: made })), patch }]
}
