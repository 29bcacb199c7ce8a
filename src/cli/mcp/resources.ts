import type { SourceReader } from '../../source/files/source-reader.ts'
import { usageProblem } from '../usage.ts'

/** A file that an assistant may read. */
export interface Resource {
  readonly uri: string
  readonly name: string
  readonly mimeType: string
}

/** Where tenant files and reports are looked for, below the folder of the server. */
const patterns = ['*.yaml', '*.yml', 'tenants/**/*.yaml', 'scenarios/**/*.yaml', 'reports/**/*.md']

const mostResources = 500

/** A tenant file says at least who the people and the domains are. */
const isTenantText = (text: string): boolean => /^domains:/m.test(text) && /^(?:name|users|asOf):/m.test(text)

const prefix = 'authplan:///'

const uriOf = (path: string): string => prefix + path.split('/').map(encodeURIComponent).join('/')

function pathsIn(reader: SourceReader): readonly string[] {
  const found = patterns.flatMap((pattern) => {
    const matched = reader.glob(pattern)
    return matched.ok ? matched.value : []
  })
  return [...new Set(found)].filter((path) => {
    if (path.endsWith('.md')) return true
    const read = reader.read(path)
    return read.ok && isTenantText(read.value.text)
  })
}

/** The tenant files and reports of a folder. */
export function resourcesIn(reader: SourceReader): readonly Resource[] {
  return pathsIn(reader)
    .slice(0, mostResources)
    .map((path) => ({
      uri: uriOf(path),
      name: path,
      mimeType: path.endsWith('.md') ? 'text/markdown' : 'application/yaml',
    }))
}

/** The text of a resource that is listed; nothing else can be read in this way. */
export function resourceText(reader: SourceReader, uri: string): { readonly mimeType: string; readonly text: string } {
  const known = resourcesIn(reader).find((one) => one.uri === uri)
  const read = known === undefined ? undefined : reader.read(known.name)
  if (known === undefined || read === undefined || !read.ok) throw usageProblem(`there is no resource \`${uri}\``)
  return { mimeType: known.mimeType, text: read.value.text }
}
