import type { SourceText } from '../../source/text/source-text.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { folderOf, type HclFiles, isReadAlways, setsVariables } from './hcl-files.ts'

/** A block of a module with the file that it stands in. */
export interface HclBlock {
  readonly source: SourceText
  /** Where it stands in the file: `resource`, type and name. */
  readonly path: readonly string[]
  readonly body: Mapping
}

/** A value that a file sets, before it is evaluated. */
export interface HclSetting {
  readonly value: unknown
}

/** A folder of a configuration. */
export interface HclModule {
  readonly folder: string
  readonly resources: readonly HclBlock[]
  readonly data: readonly HclBlock[]
  readonly calls: readonly HclBlock[]
  readonly locals: ReadonlyMap<string, HclSetting>
  /** Defaults of variables; undefined for one that has none. */
  readonly variables: ReadonlyMap<string, HclSetting | undefined>
}

/** What files of variables set. */
export interface HclVariables {
  readonly folder: string
  readonly isReadAlways: boolean
  readonly values: Mapping
}

/** Blocks of a type: objects, or lists of them. */
function bodiesOf(value: unknown): readonly Mapping[] {
  return (Array.isArray(value) ? value : [value]).filter(isMapping)
}

/** Blocks with labels, which are keys. */
function blocksIn(source: SourceText, value: unknown, labels: number, path: readonly string[]): readonly HclBlock[] {
  if (labels === 0) return bodiesOf(value).map((body) => ({ source, path, body }))
  return bodiesOf(value).flatMap((named) =>
    Object.entries(named).flatMap(([name, below]) => blocksIn(source, below, labels - 1, [...path, name])),
  )
}

interface ParsedFile {
  readonly source: SourceText
  readonly value: Mapping
}

function moduleOf(folder: string, files: readonly ParsedFile[]): HclModule {
  const blocks = (kind: string, labels: number): readonly HclBlock[] =>
    files.flatMap(({ source, value }) =>
      Object.hasOwn(value, kind) ? blocksIn(source, value[kind], labels, [kind]) : [],
    )
  return {
    folder,
    resources: blocks('resource', 2),
    data: blocks('data', 2),
    calls: blocks('module', 1),
    locals: new Map(
      blocks('locals', 0).flatMap(({ body }) =>
        Object.entries(body).map(([name, value]) => [name, { value }] as const),
      ),
    ),
    variables: new Map(
      blocks('variable', 1).map(
        ({ path, body }) =>
          [path[1] ?? '', Object.hasOwn(body, 'default') ? { value: body['default'] } : undefined] as const,
      ),
    ),
  }
}

/** The modules and files of variables among parsed files. */
export function hclModules(
  sources: readonly SourceText[],
  parsed: HclFiles,
): { readonly modules: ReadonlyMap<string, HclModule>; readonly variables: readonly HclVariables[] } {
  const folders = new Map<string, ParsedFile[]>()
  const variables: HclVariables[] = []
  for (const source of sources) {
    const found = parsed.get(source.name)
    if (found === undefined || !found.ok || !isMapping(found.value)) continue
    const folder = folderOf(source)
    const file = { source, value: found.value }
    if (setsVariables(source)) variables.push({ folder, isReadAlways: isReadAlways(source), values: found.value })
    else folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return {
    modules: new Map([...folders].map(([folder, files]) => [folder, moduleOf(folder, files)] as const)),
    variables,
  }
}
