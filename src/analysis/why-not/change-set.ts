import { parseSource } from '../../source/document/located-document.ts'
import { sameData, withChanges } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Plan } from '../matrix/plan.ts'
import { findsMore } from './findings.ts'
import type { Lever } from './lever.ts'
import { unifiedDiff } from './patch.ts'
import { changedText, saysSo, withFileChanges } from './policy-places.ts'
import { editsOf, fileChangesOf, renamed, type Search } from './search.ts'
import { type SideEffects, sideEffectsOf } from './side-effects.ts'

/** A changed file. */
export interface ChangedFile {
  readonly name: string
  readonly text: string
}

/** A smallest set of changes with the desired result. */
export interface ChangeSet {
  readonly levers: readonly Lever[]
  readonly sideEffects: SideEffects
  /** The whole tenant file after the changes, with comments and layout preserved. */
  readonly text: string
  /** All changed files: the tenant file, or policy files that it names. */
  readonly files: readonly ChangedFile[]
  /** The same as a unified diff. */
  readonly patch: string
}

/** The changed text; undefined if it does not parse back to the tested values. */
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

/** All files that the levers change, before and after; undefined if one does not parse back to the tested values. */
function editedFiles(plan: Plan, levers: readonly Lever[], text: string): readonly Edited[] | undefined {
  const { source } = plan.document
  const own = text === source.text ? [] : [{ name: source.name, before: source.text, text }]
  const others = [...fileChangesOf(levers).values()].map(({ file, changes }) => {
    const after = changedText(file, changes)
    return { name: file.name, before: file.text, text: after, right: saysSo(file, changes, after) }
  })
  return others.every(({ right }) => right) ? [...own, ...others] : undefined
}

/** The resulting files and side effects of a set of changes; empty if checking reports new problems. */
export function changeSet(search: Search, levers: readonly Lever[]): readonly ChangeSet[] {
  const { plan, reader } = search.question
  const { source } = plan.document
  const text = editedText(plan, levers)
  const files = text === undefined ? undefined : editedFiles(plan, levers, text)
  if (text === undefined || files === undefined) return []
  const changed = withFileChanges(reader, fileChangesOf(levers))
  const after = loadTenantText(text, source.name, changed)
  if (findsMore(after, search.findingsOfWhole) || !after.ok) return []
  const asked = { before: search.requests, after: renamed(search.requests, levers) }
  const unchanged = search.unchanged()
  const sideEffects = unchanged && sideEffectsOf(plan, unchanged, after.value, asked, changed)
  if (sideEffects === undefined) return []
  const patch = files.map(({ name, before, text: made }) => unifiedDiff(name, before, made)).join('')
  return [{ levers, sideEffects, text, files: files.map(({ name, text: made }) => ({ name, text: made })), patch }]
}
