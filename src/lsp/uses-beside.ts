import { kindOf } from '../editor/kinds.ts'
import { declaredAt, listedAt, type NameKind, namedAt } from '../editor/name-kinds.ts'
import { schemaFor, titleAt } from '../editor/names.ts'
import { textOf } from '../editor/texts.ts'
import { type YamlWord, yamlWords } from '../editor/yaml-nodes.ts'
import { type DocumentPath, readDocument } from '../source/document/located-document.ts'
import { folderOf, joinPath } from '../source/text/source-path.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { namesInClaim } from './claim-names.ts'
import type { NamePlace, Wanted } from './feature-uses.ts'
import { placeAt } from './places.ts'
import type { Workspace } from './workspace.ts'

/** Every place of plans and of files of claims that names an object of their tenant. */
export function placesBeside(workspace: Workspace, wanted: Wanted): readonly NamePlace[] {
  return workspace.files().documents.flatMap((file) => {
    const text = textOf(workspace, file)
    if (text === undefined) return []
    const kind = kindOf(file, text)
    if (kind === 'claims') return folderOf(file) === folderOf(wanted.tenant) ? placesIn(file, text, wanted) : []
    return kind === 'plan' && tenantOfPlan(file, text) === wanted.tenant ? placesIn(file, text, wanted) : []
  })
}

/** The tenant file in which a plan starts. */
export function tenantOfPlan(file: string, text: string): string | undefined {
  const { value } = readDocument({ name: file, text }).document ?? {}
  const start = isMapping(value) ? value['start'] : undefined
  return typeof start === 'string' ? joinPath(folderOf(file), start) : undefined
}

/** The name at an offset of a plan: of its own words, not of a claim. */
export function nameInPlan(
  file: string,
  text: string,
  offset: number,
): { readonly kinds: readonly NameKind[]; readonly name: string } | undefined {
  const word = yamlWords(text).find(({ key, start, end }) => !key && start <= offset && offset <= end)
  const kinds = word === undefined ? [] : kindsOf(file, text, word)
  return word === undefined || kinds.length === 0 ? undefined : { kinds, name: word.text }
}

function placesIn(file: string, text: string, { kinds, names }: Wanted): readonly NamePlace[] {
  return yamlWords(text).flatMap((word): readonly NamePlace[] => {
    if (word.key) return []
    // A folded text ends with its last line break.
    const range = spanIn(file, text, word.start, word.start + text.slice(word.start, word.end).trimEnd().length)
    if (isClaim(word.path)) {
      return namesInClaim(word.text, kinds, names).map(({ words, index }) => ({
        file,
        range: nameRange(file, text, word, index, words.length),
        text: words,
        declares: false,
        where: 'claim',
        claim: { range, text: word.text, index },
      }))
    }
    if (!names.has(word.text.toLowerCase()) || !kindsOf(file, text, word).some((kind) => kinds.includes(kind)))
      return []
    return [{ file, range, text: word.text, declares: false, where: 'yaml' }]
  })
}

const spanIn = (file: string, text: string, start: number, end: number): NamePlace['range'] => ({
  start: placeAt({ name: file, text }, start),
  end: placeAt({ name: file, text }, end),
})

/** Where a name of a claim stands; in a text that is folded or has escapes, the whole text. */
function nameRange(
  file: string,
  text: string,
  { start, end, text: claim }: YamlWord,
  index: number,
  length: number,
): NamePlace['range'] {
  const raw = text.slice(start, end)
  const at = raw.indexOf(claim)
  return at === -1
    ? spanIn(file, text, start, end)
    : spanIn(file, text, start + at + index, start + at + index + length)
}

/** Gates of a stage and claims of a file are words; a gate can be a feature file as well, which names nothing. */
const isClaim = ([list, , key, ...rest]: DocumentPath): boolean =>
  list === 'claims' ? key !== 'because' : list === 'stages' && key === 'gates' && rest.length > 0

const changing: ReadonlySet<unknown> = new Set(['changes', 'adds', 'removes'])
const people: ReadonlySet<unknown> = new Set(['users', 'leaving'])
const groups: ReadonlySet<unknown> = new Set(['joins', 'leaves'])

/** The kinds of objects of the tenant that a value of a plan names. */
function kindsOf(file: string, text: string, { path }: YamlWord): readonly NameKind[] {
  const at = path.slice(0, 4).findIndex((step) => changing.has(step))
  if (at !== -1) return ofTenant(file, text, path, path.slice(at + 1))
  const [parent, key] = path.slice(-2)
  if (people.has(parent)) return ['user']
  if (groups.has(parent) || (path[0] === 'cohorts' && key === 'group')) return ['group']
  return path[0] === 'merge' && key === 'to' ? ['user'] : []
}

function ofTenant(file: string, text: string, path: DocumentPath, inTenant: DocumentPath): readonly NameKind[] {
  const declared = declaredAt(inTenant)
  if (declared !== undefined) return [declared.kind]
  const removed = listedAt(inTenant)
  if (removed !== undefined) return [removed]
  const { value } = readDocument({ name: file, text }).document ?? {}
  return namedAt(inTenant, titleAt(schemaFor('plan'), value, path))
}
