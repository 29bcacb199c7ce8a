// Which mutants the compiler refuses: they can never run, and count neither as noticed nor as missed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stateOfSources } from './state.mjs'

/** How many mutants are compiled at once. */
const atOnce = 4000

/** The keys of the mutants that do not compile; what is known of the same sources is not asked of the compiler again. */
export function refused(root, folder, mutants) {
  const file = join(root, 'out/refused.json')
  const state = stateOfSources(root)
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  const known = new Map(kept?.state === state ? kept.mutants : [])
  const open = mutants.filter(({ key }) => !known.has(key))
  const no = open.length === 0 ? new Set() : refusedNow(root, folder, open)
  for (const { key } of open) known.set(key, no.has(key))
  writeFileSync(file, JSON.stringify({ state, mutants: [...known] }))
  return new Set(mutants.flatMap(({ key }) => (known.get(key) ? [key] : [])))
}

/**
 * The keys of the mutants that do not compile. Each is a copy of its file, which nothing imports, among the unchanged
 * sources: only what is wrong in the file itself is found. Unused names are allowed, since a mutant seldom uses all.
 */
function refusedNow(root, folder, mutants) {
  const room = join(folder, 'types')
  rmSync(room, { recursive: true, force: true })
  cpSync(join(root, 'src'), join(room, 'src'), { recursive: true, filter: (path) => !/\.test\.ts$/.test(path) })
  symlinkSync(join(root, 'node_modules'), join(room, 'node_modules'), 'dir')
  cpSync(join(root, 'package.json'), join(room, 'package.json'))
  const found = new Set()
  for (let from = 0; from < mutants.length; from += atOnce)
    for (const key of refusedAmong(root, room, mutants.slice(from, from + atOnce))) found.add(key)
  rmSync(room, { recursive: true, force: true })
  return found
}

/** A compiler that ran out of memory has not looked at all of them: then fewer at once. */
function refusedAmong(root, room, mutants) {
  const keys = refusedOf(root, room, mutants)
  if (keys !== undefined) return [...keys]
  if (mutants.length < 100) throw new Error('the compiler does not end')
  const half = mutants.length >> 1
  return [mutants.slice(0, half), mutants.slice(half)].flatMap((some) => refusedAmong(root, room, some))
}

/** Undefined if the compiler was ended before its time. */
function refusedOf(root, room, mutants) {
  const copies = new Map()
  for (const mutant of mutants) {
    const copy = mutant.file.replace(/\.ts$/, `.mutant-${mutant.id}.ts`)
    writeFileSync(join(room, copy), mutatedText(readFileSync(join(root, mutant.file), 'utf8'), mutant))
    copies.set(copy, mutant.key)
  }
  const options = {
    noEmit: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
    allowUnreachableCode: true,
    rootDir: '.',
  }
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: options,
    include: [],
    files: [...copies.keys()],
  }
  writeFileSync(join(room, 'tsconfig.json'), JSON.stringify(config))
  const compiler = join(root, 'node_modules/.bin/tsc')
  const { stdout, stderr, status, error } = spawnSync(compiler, ['-p', 'tsconfig.json', '--pretty', 'false'], {
    cwd: room,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  const hasEnded = status !== null && status <= 2 && stderr === ''
  const keys = new Set()
  for (const [, file] of stdout.matchAll(/^(\S+?\.ts)\(\d+,\d+\): error/gm)) {
    const key = copies.get(file)
    if (key === undefined) throw new Error(`the sources do not compile: ${file}`)
    keys.add(key)
  }
  for (const copy of copies.keys()) rmSync(join(room, copy))
  return hasEnded ? keys : undefined
}

function mutatedText(text, { start, end, put }) {
  return text.slice(0, start) + put + text.slice(end)
}
