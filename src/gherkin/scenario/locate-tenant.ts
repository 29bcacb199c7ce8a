import { existsSync, readdirSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { startOf } from '../../source/text/source-text.ts'
import { refuseName } from './words.ts'

/** Where to look for a named file, in order. */
export function candidates(cwd: string, name: string, feature: string): readonly string[] {
  const written = /\.(?:ya?ml|json)$/i.test(name) ? [name] : [`${name}.yaml`, `${name}.yml`]
  const folder = resolve(cwd, dirname(feature))
  const near = isAbsolute(name) ? [] : ancestors(folder, resolve(cwd))
  return [
    ...written.map((file) => resolve(folder, file)),
    ...written.map((file) => resolve(cwd, file)),
    ...near.flatMap((at) => written.map((file) => join(at, 'scenarios', file))),
  ]
}

/** The folder and its ancestors, up to the working directory. */
function ancestors(folder: string, top: string): readonly string[] {
  const found: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    found.push(at)
    if (at === top || at === dirname(at)) break
  }
  return found.includes(top) ? found : [...found, top]
}

/** The tenant file that a feature refers to, relative to the working directory. */
export function locateTenant(cwd: string, name: string, feature: string, what = 'tenant architecture'): string {
  const found = candidates(cwd, name.replaceAll('\\', '/'), feature).find((file) => existsSync(file))
  if (found === undefined) throw refuseName(what, name, scenarioNames(cwd, feature))
  const shown = relative(resolve(cwd), found).replaceAll('\\', '/')
  return shown.startsWith('../') ? found.replaceAll('\\', '/') : shown
}

function scenarioNames(cwd: string, feature: string): readonly string[] {
  const folders = ancestors(resolve(cwd, dirname(feature)), resolve(cwd)).map((at) => join(at, 'scenarios'))
  const names = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  return [...new Set(names.filter((file) => /\.ya?ml$/.test(file)).map((file) => file.replace(/\.ya?ml$/, '')))].sort()
}

/** Why a feature must not refer to a file; undefined if it may. Other problems are reported when the file is loaded. */
export function outsideOf(reader: SourceReader, file: string, feature: string): Diagnostic | undefined {
  const read = reader.read(file, startOf({ name: feature.replaceAll('\\', '/'), text: '' }))
  return read.ok ? undefined : read.diagnostics.find(({ code }) => code === 'SRC-23')
}
