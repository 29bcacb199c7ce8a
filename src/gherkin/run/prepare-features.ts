import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Diagnostic, helpOf, messageOf } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { type RemoveIfKilled, type TemporaryFolder, temporaryFolder } from '../../source/files/temporary-folder.ts'
import { positionOf, type SourceRange } from '../../source/text/source-text.ts'
import type { RunProblem } from '../reports/run-model.ts'
import type { SourceNames } from './collect-run.ts'
import { expandExamples, type LineOrigin } from './expand-examples.ts'
import type { FeatureFile } from './feature-files.ts'
import { type PackReference, readerOfPack } from './feature-pack.ts'

/** Features for Cucumber: expanded copies of those with external Examples, the originals of the others. */
export interface PreparedFeatures extends SourceNames {
  readonly paths: readonly string[]
  readonly problems: readonly RunProblem[]
  /** Files that Examples were filled from, by feature. */
  readonly examples: ReadonlyMap<string, readonly string[]>
  readonly dispose: () => void
}

interface Copy {
  readonly uri: string
  readonly origins: readonly LineOrigin[]
}

/** What is prepared besides the files that were found. */
export interface PrepareOptions {
  readonly removeIfKilled?: RemoveIfKilled | undefined
  readonly packs?: readonly PackReference[]
}

/** A feature to prepare, with the place that names it and the files as it sees them. */
interface ToPrepare extends FeatureFile {
  readonly from?: SourceRange
  readonly own: SourceReader
}

const toPrepare = (
  files: readonly FeatureFile[],
  packs: readonly PackReference[],
  reader: SourceReader,
): readonly ToPrepare[] => [
  ...files.map((file) => ({ ...file, own: reader })),
  ...packs.map((pack) => ({ path: pack.feature, lines: [], from: pack.at, own: readerOfPack(reader, pack) })),
]

/** Prepares features; copies live until `dispose`. */
export function prepareFeatures(
  cwd: string,
  files: readonly FeatureFile[],
  reader: SourceReader,
  { removeIfKilled, packs = [] }: PrepareOptions = {},
): PreparedFeatures {
  const paths: string[] = []
  const problems: RunProblem[] = []
  const copies = new Map<string, Copy>()
  const examples = new Map<string, readonly string[]>()
  let folder: TemporaryFolder | undefined
  for (const { path: named, lines, from, own } of toPrepare(files, packs, reader)) {
    const read = reader.read(named, from)
    const path = from !== undefined && read.ok ? read.value.name : named
    const expanded = read.ok ? expandExamples(read.value, own, cwd) : undefined
    if (!read.ok) problems.push(...unreadable(from?.source.name ?? path, read.diagnostics))
    else if (expanded === undefined) paths.push(withLines(path, lines))
    else if ('message' in expanded) {
      examples.set(path, expanded.files)
      problems.push({ uri: path, line: expanded.line, message: expanded.message, invalid: true })
    } else {
      folder ??= temporaryFolder({ removeIfKilled })
      const copy = join(folder.path, String(copies.size), path.replace(/^.*\//, ''))
      writeCopy(copy, expanded.text)
      copies.set(relative(cwd, copy), { uri: path, origins: expanded.origins })
      examples.set(path, expanded.files)
      paths.push(withLines(copy, copiedLines(expanded.origins, lines)))
    }
  }
  return {
    paths,
    problems,
    examples,
    uriOf: (uri) => (copies.get(uri)?.uri ?? uri).replaceAll('\\', '/'),
    originOf: (uri, line) => copies.get(uri)?.origins[line - 1] ?? { line },
    dispose: () => folder?.remove(),
  }
}

function writeCopy(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const unreadable = (uri: string, diagnostics: readonly Diagnostic[]): readonly RunProblem[] =>
  diagnostics.map((one) => ({
    uri,
    line: positionOf(one.at).line,
    message: `${messageOf(one)}\n  ${helpOf(one)}`,
    invalid: true,
  }))

const withLines = (path: string, lines: readonly number[]): string => [path, ...lines].join(':')

/** The lines of a copy that correspond to lines of the feature. */
function copiedLines(origins: readonly LineOrigin[], lines: readonly number[]): readonly number[] {
  return origins.flatMap(({ line }, index) => (lines.includes(line) ? [index + 1] : []))
}
