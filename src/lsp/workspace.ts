import type { Texts } from '../editor/texts.ts'
import { loadCucumberParts } from '../gherkin/run/cucumber-parts.ts'
import { featureJudge } from '../gherkin/run/judge-feature.ts'
import { type FeatureReader, featureReader } from '../gherkin/run/read-feature.ts'
import { type TenantCache, tenantCache } from '../gherkin/scenario/tenant-cache.ts'
import type { FeatureJudge } from '../plan/play/feature-gates.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { resolveFrom } from '../source/text/source-path.ts'

/** The files of a project as an editor sees them: open text takes precedence over saved files. */
export interface Workspace extends Texts {
  /** The project folder, which file names are relative to. */
  readonly cwd: string
  readonly tenants: TenantCache
  /** Reads features; undefined if Cucumber is not installed. */
  readonly features: FeatureReader | undefined
  /** Reads features that are gates of plans. */
  readonly gates: FeatureJudge | undefined
  /** The text of a file in the last commit; undefined where there is none. */
  readonly committed: (name: string) => string | undefined
  /** The names of all features and of all files that may be tenants. */
  readonly files: () => { readonly features: readonly string[]; readonly documents: readonly string[] }
}

/** Documents that are open, by name. */
export type OpenDocuments = ReadonlyMap<string, string>

/** A reader that prefers open documents; files outside of its permissions remain unreadable. */
export function readerOver(reader: SourceReader, open: OpenDocuments): SourceReader {
  const isClosed = (path: string, from: Parameters<SourceReader['read']>[1]): boolean => {
    const read = reader.read(path, from)
    return !read.ok && read.diagnostics.some(({ code }) => code === 'SRC-23')
  }
  return {
    ...reader,
    read: (path, from) => {
      const name = resolveFrom(path, from)
      const text = open.get(name)
      if (text === undefined || isClosed(path, from)) return reader.read(path, from)
      return { ok: true, value: { name, text: text.replace(/^\ufeff/, '') }, warnings: [] }
    },
    readPieces: (path, from) => {
      const name = resolveFrom(path, from)
      const text = open.get(name)
      if (text === undefined || isClosed(path, from)) return reader.readPieces(path, from)
      return { ok: true, value: { name, pieces: [text] }, warnings: [] }
    },
  }
}

const featurePatterns = ['features/**/*.feature', '*.feature']
const documentPatterns = ['*.yaml', '*.yml', 'tenants/**/*.yaml', 'scenarios/**/*.yaml', 'scenarios/**/*.yml']

/** The workspace of a project folder. */
export function workspaceOf(
  cwd: string,
  disk: SourceReader,
  open: OpenDocuments,
  committed: Workspace['committed'] = () => undefined,
): Workspace {
  const reader = readerOver(disk, open)
  const parts = loadCucumberParts()
  const gates = parts && featureJudge(cwd, reader, parts)
  const tenants = tenantCache(cwd, reader, () => gates)
  const found = (patterns: readonly string[]): readonly string[] => [
    ...new Set(
      patterns.flatMap((pattern) => {
        const matched = disk.glob(pattern)
        return matched.ok ? matched.value : []
      }),
    ),
  ]
  return {
    cwd,
    reader,
    tenants,
    committed,
    gates,
    features: parts && featureReader(parts, tenants, reader, cwd),
    files: () => ({ features: found(featurePatterns), documents: found(documentPatterns) }),
  }
}
