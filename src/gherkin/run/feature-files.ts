import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { suggest } from '../../source/diagnostics/suggest.ts'
import { expandGlob } from '../../source/files/read-source.ts'

/** A feature file to run, with lines if only part of it is selected. */
export interface FeatureFile {
  /** Relative to the working directory, with forward slashes. */
  readonly path: string
  readonly lines: readonly number[]
}

/** The feature files that arguments name, or the arguments without a match. */
export interface FoundFeatures {
  readonly files: readonly FeatureFile[]
  readonly missing: readonly { readonly path: string; readonly suggestion?: string }[]
}

/** Finds features: files, `file:line`, folders and patterns; by default the folder `features`. */
export function findFeatures(cwd: string, paths: readonly string[]): FoundFeatures {
  const wanted = paths.length === 0 ? ['features'] : paths
  const files = new Map<string, number[]>()
  const missing: { path: string; suggestion?: string }[] = []
  for (const argument of wanted) {
    const [, path = argument, tail = ''] = /^(.*?)((?::\d+)*)$/.exec(argument) ?? []
    const lines = tail.split(':').filter(Boolean).map(Number)
    const found = filesAt(cwd, path)
    if (found.length === 0) missing.push({ path, ...suggestionFor(cwd, path) })
    for (const file of found) {
      const before = files.get(file)
      // A file named at least once without lines runs completely.
      if (before === undefined) files.set(file, lines)
      else files.set(file, before.length === 0 || lines.length === 0 ? [] : [...before, ...lines])
    }
  }
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return { files: sorted.map(([path, lines]) => ({ path, lines })), missing }
}

function filesAt(cwd: string, path: string): readonly string[] {
  const whole = resolve(cwd, path)
  if (!existsSync(whole)) return /[*?[{]/.test(path) ? expandGlob(path, cwd).map((file) => shown(cwd, file)) : []
  if (statSync(whole).isDirectory())
    return expandGlob('**/*.feature', whole).map((file) => shown(cwd, resolve(whole, file)))
  // Cucumber only reads these two extensions; pipes and devices are excluded because reading one may block forever.
  return statSync(whole).isFile() && /\.(?:feature|md)$/.test(whole) ? [shown(cwd, whole)] : []
}

/** A path as reports show it. */
export function shown(cwd: string, path: string): string {
  return relative(resolve(cwd), resolve(cwd, path)).replaceAll('\\', '/') || '.'
}

function suggestionFor(cwd: string, path: string): { readonly suggestion?: string } {
  const near = suggest(
    path,
    expandGlob('**/*.feature', resolve(cwd)).filter((file) => !file.includes('node_modules/')),
  )
  return near === undefined ? {} : { suggestion: near }
}
