import type { Position, Range } from 'vscode-languageserver'
import { declaredAt, type NameKind, namedAt, namedByParameter } from '../editor/name-kinds.ts'
import { titleAt } from '../editor/names.ts'
import { textOf } from '../editor/texts.ts'
import { yamlWords } from '../editor/yaml-nodes.ts'
import type { ReadFeature } from '../gherkin/run/read-feature.ts'
import { ruleById } from '../rules/index.ts'
import { readDocument } from '../source/document/located-document.ts'
import { schemaOfTenantFile } from '../tenant/tenant-file.schema.ts'
import { quotedInClaim, spokenInClaim } from './claim-names.ts'
import { bareName, featureWords } from './feature-words.ts'
import { lineAt, placeAt } from './places.ts'
import type { Workspace } from './workspace.ts'

/** The location of a name in a file of the workspace. */
export interface NamePlace {
  readonly file: string
  readonly range: Range
  readonly text: string
  readonly declares: boolean
  readonly where: 'yaml' | 'step' | 'cell' | 'claim'
  /** The whole text that holds a name of a claim in a plan or a file of claims, and where in it the name is. */
  readonly claim?: { readonly range: Range; readonly text: string; readonly index: number }
}

/** An object that features may mention. */
export interface Wanted {
  readonly tenant: string
  readonly kinds: readonly NameKind[]
  /** Its names, in lower case. */
  readonly names: ReadonlySet<string>
}

/** The rule whose id is at a position. */
export function ruleAt(text: string, { line, character }: Position): string | undefined {
  for (const { 0: id, index } of lineAt(text, line).matchAll(/\b[A-Z]+-\d+\b/g))
    if (index <= character && character <= index + id.length && ruleById(id) !== undefined) return id
  return undefined
}

/** Every range of a feature that mentions an object. */
export function placesInFeature(workspace: Workspace, file: string, wanted: Wanted): readonly NamePlace[] {
  const text = textOf(workspace, file)
  if (text === undefined) return []
  const read = workspace.features?.read(file, text)
  if (read === undefined || !read.scenarios.some(({ world }) => world.file === wanted.tenant)) return []
  const found = new Map<string, NamePlace>()
  for (const one of [
    ...inSteps(text, read, wanted),
    ...inTables(text, wanted),
    ...quotedInSteps(text, wanted),
    ...inClaims(text, read, wanted),
    ...inBlocks(read, wanted),
  ]) {
    const { line, character } = one.range.start
    const overlaps = [...found.values()].some(
      ({ range: { start, end } }) => start.line === line && start.character <= character && character < end.character,
    )
    if (!overlaps) found.set(`${line} ${character}`, { ...one, file })
  }
  return [...found.values()]
}

type Place = Omit<NamePlace, 'file'>

const span = (line: number, start: number, length: number): Range => ({
  start: { line, character: start },
  end: { line, character: start + length },
})

function inSteps(text: string, read: ReadFeature, { tenant, kinds, names }: Wanted): readonly Place[] {
  return featureWords(text, read).flatMap(({ type, text: words, range, scenario }) => {
    const kind = namedByParameter(type)
    if (kind === undefined || !kinds.includes(kind) || scenario.world.file !== tenant) return []
    if (!names.has(bareName(words).toLowerCase())) return []
    const where = /^\s*\|/.test(lineAt(text, range.start.line)) ? ('cell' as const) : ('step' as const)
    return [{ range, text: words, declares: false, where }]
  })
}

/** Cells that contain exactly the name. */
function inTables(text: string, { names }: Wanted): readonly Place[] {
  return text.split('\n').flatMap((line, index) => {
    if (!/^\s*\|/.test(line)) return []
    let at = 0
    return line.split('|').flatMap((cell) => {
      const start = at + cell.length - cell.trimStart().length
      at += cell.length + 1
      const words = cell.trim()
      if (words === '' || !names.has(bareName(words).toLowerCase())) return []
      return [{ range: span(index, start, words.length), text: words, declares: false, where: 'cell' as const }]
    })
  })
}

/** Quoted names in claims. */
function quotedInSteps(text: string, { names }: Wanted): readonly Place[] {
  return text.split('\n').flatMap((line, index) => {
    if (!/^\s*(?:Given|When|Then|And|But|\*) /.test(line) || /tenant architecture "/.test(line)) return []
    return quotedInClaim(line, names).map(({ words, index: start }) => ({
      range: span(index, start, words.length),
      text: words,
      declares: false,
      where: 'step' as const,
    }))
  })
}

/** Unquoted names in claims, after the words that introduce a name of their kind. */
function inClaims(text: string, read: ReadFeature, { tenant, kinds, names }: Wanted): readonly Place[] {
  return featureWords(text, read).flatMap(({ type, text: claim, range: { start }, scenario }) => {
    if ((type !== 'claim' && type !== 'provable') || scenario.world.file !== tenant) return []
    return spokenInClaim(claim, kinds, names).map(({ words, index }) => ({
      range: span(start.line, start.character + index, words.length),
      text: words,
      declares: false,
      where: 'step' as const,
    }))
  })
}

/** Names in the YAML block of a step that changes the tenant. */
function inBlocks({ document }: ReadFeature, { kinds, names }: Wanted): readonly Place[] {
  const children = (document?.feature?.children ?? []).flatMap((child) => [child, ...(child.rule?.children ?? [])])
  const steps = children.flatMap(({ background, scenario }) => [
    ...(background?.steps ?? []),
    ...(scenario?.steps ?? []),
  ])
  return steps.flatMap(({ docString }) => {
    if (docString === undefined) return []
    const { content, location } = docString
    const indent = (location.column ?? 1) - 1
    const value = readDocument({ name: 'block.yaml', text: content }).document?.value
    return yamlWords(content).flatMap(({ key, path, text: name, start, end }): readonly Place[] => {
      if (key || !names.has(name.toLowerCase())) return []
      const declared = declaredAt(path)
      const named = declared === undefined ? namedAt(path, titleAt(schemaOfTenantFile(), value, path)) : [declared.kind]
      if (!named.some((kind) => kinds.includes(kind))) return []
      const at = placeAt({ name: 'block.yaml', text: content }, start)
      return [
        {
          range: span(location.line + at.line, indent + at.character, end - start),
          text: name,
          declares: false,
          where: 'yaml',
        },
      ]
    })
  })
}
