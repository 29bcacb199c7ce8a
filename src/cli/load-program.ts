import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/** The command line as the executable uses it. */
export type Program = typeof import('./program.ts')

/** A bundled program that is loaded, and the script it came from. */
export interface CompiledProgram {
  readonly program: Program
  readonly script: Script
}

function readIfThere<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/**
 * Loads the bundle of a folder. The compiled code next to it spares most of the work of a start; Node ignores it when
 * it was made by another version.
 */
export function compileProgram(folder: URL): CompiledProgram | undefined {
  const file = new URL('program.cjs', folder)
  // The bundle is one function around the modules, and holds no character beyond ASCII.
  const bundle = readIfThere(() => readFileSync(file, 'latin1'))
  if (bundle === undefined) return undefined
  const cachedData = readIfThere(() => readFileSync(new URL('program.cache', folder)))
  const script = new Script(bundle, {
    filename: fileURLToPath(file),
    ...(cachedData === undefined ? {} : { cachedData }),
  })
  // What the bundle exports is what program.ts exports, which the compiler cannot see.
  const module = { exports: {} as Program }
  const loadOutside = (path: string) => import(new URL(path, file).href)
  script.runInThisContext()(module.exports, createRequire(file), module, file.href, loadOutside)
  return { program: module.exports, script }
}

// A script that is collected as garbage takes the loader of its dynamic imports with it.
let kept: CompiledProgram | undefined

/** The bundled program where the build has left one, otherwise the modules themselves. */
export async function loadProgram(): Promise<Program> {
  kept = compileProgram(new URL('.', import.meta.url))
  return kept?.program ?? import('./program.ts')
}
