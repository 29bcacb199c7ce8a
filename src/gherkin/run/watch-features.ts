import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { findFeatures } from './feature-files.ts'
import type { FeatureRunner, FeatureSelection, FinishedRun } from './feature-runner.ts'

/** Options for watching, in addition to a selection. */
export interface WatchOptions extends FeatureSelection {
  readonly cwd: string
  readonly stderr: (text: string) => void
}

type Code = 0 | 1 | 2

const settle = 60

/**
 * Runs once, then on every file change the features that read the file. Resolves when aborted, with the exit code of
 * the last run.
 */
export async function watchFeatures(
  runner: FeatureRunner,
  options: WatchOptions,
  signal: AbortSignal,
  report: (finished: FinishedRun) => Promise<Code>,
): Promise<Code> {
  const filesRead = new Map<string, ReadonlySet<string>>()
  let code: Code = 0
  const runSome = async (paths: readonly string[]): Promise<void> => {
    const finished = await runner.run({ ...options, paths }, 1)
    for (const [feature, files] of finished.filesRead) {
      // A deleted file may be recreated.
      const gone = [...(filesRead.get(feature) ?? [])].filter((file) => !existsSync(file))
      filesRead.set(feature, new Set([...files, ...gone]))
    }
    code = await report(finished)
  }
  await runSome(options.paths)
  await changesUntil(
    signal,
    options.stderr,
    { folders: () => foldersOf(options, filesRead), files: () => allFiles(options, filesRead) },
    async (changed) => {
      runner.tenants.forget(changed)
      const features = affected(options, filesRead, changed)
      if (features.length === 0) return
      const names = changed.map((file) => relative(options.cwd, file).replaceAll('\\', '/'))
      options.stderr(`changed: ${names.join(', ')}; running ${features.length} of ${filesRead.size} features\n`)
      await runSome(features)
    },
  )
  return code
}

/** The features that read a changed file, and new ones; an unrelated file affects none. */
export function affected(
  { cwd, paths }: Pick<WatchOptions, 'cwd' | 'paths'>,
  filesRead: ReadonlyMap<string, ReadonlySet<string>>,
  changed: readonly string[],
): readonly string[] {
  const found = findFeatures(cwd, paths).files.map(({ path }) => path)
  return found.filter((feature) => {
    const read = filesRead.get(feature)
    return (
      read === undefined ||
      changed.some((file) => file === resolve(cwd, feature) || read.has(file) || isPart(file, read))
    )
  })
}

/** A file next to a tenant may be part of it: a user list, a policy. */
function isPart(file: string, read: ReadonlySet<string>): boolean {
  if (/\.(?:feature|ya?ml)$/i.test(file)) return false
  return /\.(?:csv|jsonl?|json)$/i.test(file) && [...read].some((known) => /\.ya?ml$/i.test(known))
}

/** Absolute paths that are watched: the relevant folders, and the known files in them. */
interface Watched {
  readonly folders: () => ReadonlySet<string>
  readonly files: () => readonly string[]
}

interface Watch extends Watched {
  readonly handle: (changed: readonly string[]) => Promise<void>
  readonly stderr: (text: string) => void
  readonly watched: Map<string, FSWatcher>
  /** Parents of the relevant folders, which may be deleted and recreated. */
  readonly guards: Map<string, FSWatcher>
  readonly waiting: Set<string>
  timer: NodeJS.Timeout | undefined
  busy: boolean
}

/** Passes on changes in the relevant folders, debounced, one batch at a time. */
function changesUntil(
  signal: AbortSignal,
  stderr: (text: string) => void,
  known: Watched,
  handle: (changed: readonly string[]) => Promise<void>,
): Promise<void> {
  const fresh = { watched: new Map(), guards: new Map(), waiting: new Set<string>(), timer: undefined, busy: false }
  const all: Watch = { ...known, ...fresh, handle, stderr }
  return new Promise((done) => {
    const stop = (): void => {
      clearTimeout(all.timer)
      for (const watcher of [...all.watched.values(), ...all.guards.values()]) watcher.close()
      done()
    }
    follow(all)
    stderr('watching for changes; stop with Ctrl+C\n')
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** Watches exactly the relevant folders and their parents. */
function follow(all: Watch): void {
  const wanted = all.folders()
  watchOnly(all.watched, wanted, (folder, name) => notice(all, folder, name))
  const holding = new Set([...wanted].map((folder) => nearestThere(dirname(folder))))
  watchOnly(all.guards, holding, (folder, name) => noticeFolder(all, resolve(folder, name ?? '')))
}

function watchOnly(
  watched: Map<string, FSWatcher>,
  wanted: ReadonlySet<string>,
  seen: (folder: string, name: string | null) => void,
): void {
  for (const [folder, watcher] of watched) if (!wanted.has(folder) && watched.delete(folder)) watcher.close()
  for (const folder of wanted)
    if (!watched.has(folder) && existsSync(folder))
      watched.set(
        folder,
        watch(folder, (_event, name) => seen(folder, name)),
      )
}

/** The folder itself, or its nearest existing ancestor. */
const nearestThere = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestThere(dirname(folder))

/** A deleted or recreated folder affects everything known in it, and must be watched again. */
function noticeFolder(all: Watch, changed: string): void {
  const within = (path: string): boolean => path === changed || path.startsWith(`${changed}${sep}`)
  if (![...all.folders()].some(within)) return
  for (const [folder, watcher] of all.watched) if (within(folder) && all.watched.delete(folder)) watcher.close()
  const files = all.files().filter(within)
  for (const file of files) all.waiting.add(file)
  if (files.length > 0) all.timer ??= setTimeout(() => void flush(all), settle)
}

function notice(all: Watch, folder: string, name: string | null): void {
  if (name === null || !/\.(?:feature|ya?ml|json|jsonl|csv)$/i.test(name)) return
  all.waiting.add(resolve(folder, name))
  all.timer ??= setTimeout(() => void flush(all), settle)
}

async function flush(all: Watch): Promise<void> {
  all.timer = undefined
  if (all.busy || all.waiting.size === 0) return
  all.busy = true
  const batch = [...all.waiting].sort()
  all.waiting.clear()
  try {
    await all.handle(batch)
  } catch (thrown) {
    all.stderr(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
  }
  follow(all)
  all.busy = false
  if (all.waiting.size > 0) all.timer ??= setTimeout(() => void flush(all), settle)
}

/** Every feature so far, and every file that one of them read. */
function allFiles(
  { cwd }: Pick<WatchOptions, 'cwd'>,
  filesRead: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return [...new Set([...filesRead].flatMap(([feature, files]) => [resolve(cwd, feature), ...files]))]
}

/** The folders of everything read so far, and those to search for features. */
function foldersOf(
  { cwd, paths }: WatchOptions,
  filesRead: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const read = [...filesRead.values()].flatMap((files) => [...files].map((file) => dirname(file)))
  const asked = (paths.length === 0 ? ['features'] : paths).map((path) => resolve(cwd, path.replace(/(?::\d+)+$/, '')))
  return new Set([...read, ...asked.filter((path) => !existsSync(path) || statSync(path).isDirectory())])
}
