import { editorSchemaOfPlanFile } from '../plan/file/editor-schema.ts'
import type { DocumentPath } from '../source/document/located-document.ts'
import { readDocument } from '../source/document/located-document.ts'
import { startOf } from '../source/text/source-text.ts'
import type { JsonSchema } from '../tenant/schema/parts.ts'
import { schemaAt } from '../tenant/schema-at.ts'
import { schemaOfTenantFile } from '../tenant/tenant-file.schema.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { kindOf } from './kinds.ts'
import { declaredAt, type NameKind, namedAt } from './name-kinds.ts'
import { type Texts, textOf } from './texts.ts'
import { type YamlWord, yamlWords } from './yaml-nodes.ts'

/** A location that declares or uses a name. */
export interface NameUse {
  readonly kinds: readonly NameKind[]
  readonly name: string
  readonly declares: boolean
  /** Whether it declares the primary name, as opposed to an id. */
  readonly main: boolean
  readonly file: string
  readonly start: number
  readonly end: number
  readonly path: DocumentPath
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Whether two locations refer to the same object. */
export function sameThing(one: NameUse, other: NameUse): boolean {
  return sameName(one.name, other.name) && one.kinds.some((kind) => other.kinds.includes(kind))
}

/** The schema of a kind of document. */
export function schemaFor(kind: ReturnType<typeof kindOf>): JsonSchema | undefined {
  if (kind === 'tenant') return schemaOfTenantFile()
  return kind === 'plan' ? editorSchemaOfPlanFile() : undefined
}

/** The title in the schema of the value at a path. */
export function titleAt(schema: JsonSchema | undefined, value: unknown, path: DocumentPath): string | undefined {
  const title = schema && schemaAt(schema, value, path).schema?.['title']
  return typeof title === 'string' ? title : undefined
}

function usesIn(
  file: string,
  words: readonly YamlWord[],
  value: unknown,
  pathOf: (path: DocumentPath) => DocumentPath,
  schema: JsonSchema | undefined,
): readonly NameUse[] {
  return words.flatMap(({ key, text, start, end, path }): readonly NameUse[] => {
    if (key) return []
    const whole = pathOf(path)
    const place = { name: text, file, start, end, path: whole }
    const declared = declaredAt(whole)
    if (declared !== undefined) return [{ ...place, kinds: [declared.kind], declares: true, main: declared.main }]
    const kinds = namedAt(whole, titleAt(schema, value, path))
    return kinds.length === 0 ? [] : [{ ...place, kinds, declares: false, main: false }]
  })
}

const plainValue = (name: string, text: string): unknown => readDocument({ name, text }).document?.value

/** The files that a tenant file names under a key of its Conditional Access section, with their text. */
export function filesNamedIn({ reader }: Texts, file: string, value: unknown): readonly NamedFile[] {
  const section = isMapping(value) && isMapping(value['conditionalAccess']) ? value['conditionalAccess'] : {}
  return Object.entries(section).flatMap(([key, items]) =>
    (Array.isArray(items) ? items : []).flatMap((item: unknown) => {
      if (typeof item !== 'string') return []
      const from = startOf({ name: file, text: '' })
      const found = reader.glob(item, from)
      return (found.ok ? found.value : []).flatMap((path) => {
        const read = reader.read(path, from)
        return read.ok ? [{ name: read.value.name, text: read.value.text, key, pattern: item }] : []
      })
    }),
  )
}

/** A file named by a tenant file, with the key that names it. */
export interface NamedFile {
  readonly name: string
  readonly text: string
  readonly key: string
  readonly pattern: string
}

/** The path of a value in an external file, as if it were in the tenant file. */
const besidePath =
  (key: string, wrapped: 'list' | 'value' | 'one') =>
  (path: DocumentPath): DocumentPath => {
    const inner = wrapped === 'value' ? path.slice(1) : wrapped === 'list' ? path : [0, ...path]
    return ['conditionalAccess', key, ...inner]
  }

/** Every name that a tenant file and its policy files declare or use. */
export function namesOf(texts: Texts, file: string): readonly NameUse[] {
  const text = textOf(texts, file)
  if (text === undefined) return []
  const value = plainValue(file, text)
  const own = usesIn(file, yamlWords(text), value, (path) => path, schemaFor(kindOf(file, text)))
  const beside = filesNamedIn(texts, file, value).flatMap((one) => {
    const inside = plainValue(one.name, one.text)
    const wrapped = Array.isArray(inside)
      ? 'list'
      : isMapping(inside) && Array.isArray(inside['value'])
        ? 'value'
        : 'one'
    return usesIn(one.name, yamlWords(one.text), inside, besidePath(one.key, wrapped), undefined)
  })
  return [...own, ...beside]
}

/** The names of some kinds that a file declares, without duplicates, primary names first. */
export function declaredIn(uses: readonly NameUse[], kinds: readonly NameKind[]): readonly string[] {
  const fitting = uses.filter((one) => one.declares && one.kinds.some((kind) => kinds.includes(kind)))
  const ordered = [...fitting.filter(({ main }) => main), ...fitting.filter(({ main }) => !main)]
  return [...new Set(ordered.map(({ name }) => name))]
}
