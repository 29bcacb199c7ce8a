import type { Position } from 'vscode-languageserver'
import { kindOf } from '../editor/kinds.ts'
import { namedByParameter } from '../editor/name-kinds.ts'
import { filesNamedIn, type NameUse, namesOf, sameThing } from '../editor/names.ts'
import { textOf } from '../editor/texts.ts'
import { yamlWordAt } from '../editor/yaml-nodes.ts'
import { readDocument } from '../source/document/located-document.ts'
import { joinPath } from '../source/text/source-path.ts'
import { startOf } from '../source/text/source-text.ts'
import { type NamePlace, placesInFeature, ruleAt } from './feature-uses.ts'
import { featureWordAt } from './feature-words.ts'
import { offsetAt, placeAt } from './places.ts'
import { nameInPlan, placesBeside, tenantOfPlan } from './uses-beside.ts'
import type { Workspace } from './workspace.ts'

/** The name under the cursor, with all names in its tenant file. */
export interface Target {
  readonly use: Pick<NameUse, 'kinds' | 'name'>
  /** The tenant file that declares it. */
  readonly tenant: string
  readonly uses: readonly NameUse[]
}

/** A range in a file. */
export type FilePlace = Pick<NamePlace, 'file' | 'range'>

/** The tenant files that name a policy file. */
function tenantsNaming(workspace: Workspace, file: string): readonly string[] {
  return workspace.files().documents.filter((document) => {
    const text = textOf(workspace, document)
    if (text === undefined || !text.includes('conditionalAccess')) return false
    const { value } = readDocument({ name: document, text }).document ?? {}
    return filesNamedIn(workspace, document, value).some(({ name }) => name === file)
  })
}

/** The name at a position in a tenant file, policy file or feature. */
export function targetAt(workspace: Workspace, name: string, text: string, position: Position): Target | undefined {
  const kind = kindOf(name, text)
  if (kind === 'feature') return targetInFeature(workspace, name, text, position)
  if (kind === 'plan') return targetInPlan(workspace, name, text, position)
  const [tenant] = kind === 'tenant' ? [name] : tenantsNaming(workspace, name)
  if (tenant === undefined) return undefined
  const uses = namesOf(workspace, tenant)
  const offset = offsetAt(text, position)
  const use = uses.find(({ file, start, end }) => file === name && start <= offset && offset <= end)
  return use && { use, tenant, uses }
}

function targetInPlan(workspace: Workspace, name: string, text: string, position: Position): Target | undefined {
  const tenant = tenantOfPlan(name, text)
  const use = nameInPlan(name, text, offsetAt(text, position))
  return tenant === undefined || use === undefined ? undefined : { use, tenant, uses: namesOf(workspace, tenant) }
}

function targetInFeature(workspace: Workspace, name: string, text: string, position: Position): Target | undefined {
  const read = workspace.features?.read(name, text)
  const word = read && featureWordAt(text, read, position)
  const kind = word && namedByParameter(word.type)
  const tenant = word?.scenario.world.file
  if (kind === undefined || tenant === undefined || typeof word?.value !== 'string') return undefined
  if (workspace.tenants.isInline(tenant)) return undefined
  const uses = namesOf(workspace, tenant)
  return { use: { kinds: [kind], name: word.value }, tenant, uses }
}

/** All names of the object that a name refers to: a user has up to three. */
export function namesOfThing({ use, uses }: Target): readonly string[] {
  const itemOf = ({ file, path }: NameUse): string => `${file} ${path.slice(0, -1).join('/')}`
  const declared = uses.filter((one) => one.declares && sameThing(one, use as NameUse))
  const items = new Set(declared.filter(({ path }) => path.length > 2).map(itemOf))
  const names = uses.filter((one) => one.declares && items.has(itemOf(one))).map(({ name }) => name)
  return [...new Set([use.name, ...names])]
}

const placeOf = (workspace: Workspace, { file, start, end, name, declares }: NameUse): NamePlace => {
  const source = { name: file, text: textOf(workspace, file) ?? '' }
  return {
    file,
    range: { start: placeAt(source, start), end: placeAt(source, end) },
    text: name,
    declares,
    where: 'yaml',
  }
}

/** Every location that refers to an object by one of several names. */
export function placesOf(workspace: Workspace, target: Target, names: readonly string[]): readonly NamePlace[] {
  const wanted = new Set(names.map((one) => one.toLowerCase()))
  const { kinds } = target.use
  const own = target.uses.filter(
    (one) => wanted.has(one.name.toLowerCase()) && one.kinds.some((kind) => kinds.includes(kind)),
  )
  const elsewhere = { tenant: target.tenant, kinds, names: wanted }
  const features = workspace.files().features.flatMap((feature) => placesInFeature(workspace, feature, elsewhere))
  return [...own.map((one) => placeOf(workspace, one)), ...features, ...placesBeside(workspace, elsewhere)]
}

const atStart = (file: string): FilePlace => ({
  file,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
})

/** Where the object under the cursor is declared: a name, a named file, the tenant of a feature. */
export function definitionAt(
  workspace: Workspace,
  name: string,
  text: string,
  position: Position,
): readonly FilePlace[] {
  const target = targetAt(workspace, name, text, position)
  if (target !== undefined) {
    const names = namesOfThing(target)
    const declared = placesOf({ ...workspace, files: () => ({ features: [], documents: [] }) }, target, names)
    const places = declared.filter(({ declares }) => declares)
    // A group may exist only in its members' lists.
    return places.length > 0 ? places.slice(0, 1) : declared.slice(0, 1)
  }
  return filesAt(workspace, name, text, position).map(atStart)
}

/** The files that the word at a position names. */
function filesAt(workspace: Workspace, name: string, text: string, position: Position): readonly string[] {
  const { reader, tenants } = workspace
  if (kindOf(name, text) === 'feature') {
    const line = text.split('\n')[position.line] ?? ''
    const named = /\btenant architecture "([^"]+)"/.exec(line)?.[1]
    try {
      return named === undefined ? [] : [tenants.locate(named, name)]
    } catch {
      // An invalid name is reported by the diagnostics of its line.
      return []
    }
  }
  const word = yamlWordAt(text, offsetAt(text, position))
  if (word === undefined || word.key || !/[./*]/.test(word.text)) return []
  const found = reader.glob(word.text, startOf({ name, text: '' }))
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : ''
  return found.ok ? found.value.map((path) => joinPath(folder, path)) : []
}

/** Every location that refers to the object under the cursor; for a rule, every feature that names it. */
export function referencesAt(
  workspace: Workspace,
  name: string,
  text: string,
  position: Position,
  options: { readonly declaration: boolean },
): readonly FilePlace[] {
  const rule = ruleAt(text, position)
  if (kindOf(name, text) === 'feature' && rule !== undefined) {
    const places = workspace.files().features.flatMap((feature) => {
      const written = textOf(workspace, feature) ?? ''
      return [...written.matchAll(new RegExp(`\\b${rule}\\b`, 'g'))].map(({ index }) => {
        const source = { name: feature, text: written }
        return {
          file: feature,
          range: { start: placeAt(source, index), end: placeAt(source, index + rule.length) },
        }
      })
    })
    return places
  }
  const target = targetAt(workspace, name, text, position)
  if (target === undefined) return []
  return placesOf(workspace, target, namesOfThing(target)).filter(({ declares }) => options.declaration || !declares)
}
