import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Time of the processor in microseconds: other programs on the machine lengthen it less than they do the clock's. */
export function processorTime() {
  const { user, system } = process.cpuUsage()
  return user + system
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Lowest, median and highest of some values. */
export const spread = (values) => ({ least: Math.min(...values), median: median(values), most: Math.max(...values) })

/** Microseconds since the process began. */
export const now = () => performance.now() * 1000

/** Warms candidates up for ten shares each, and returns how many calls of each fill one share. */
export async function warmedUp(candidates, share) {
  const counts = new Map()
  for (const { name, run } of candidates) {
    await run(1)
    const start = now()
    let made = 0
    while (now() - start < 10 * share) {
      await run(20)
      made += 20
    }
    counts.set(name, Math.max(1, Math.round(made / 10)))
  }
  return counts
}

/**
 * Microseconds for one call of each candidate, by name: every round runs all of them in turn, so that what slows the
 * machine down for a while slows all of them. `run(n)` makes n calls; `share` is what each gets of a round.
 */
export async function interleaved(candidates, { rounds = 9, share = 100_000 } = {}) {
  const times = new Map(candidates.map(({ name }) => [name, []]))
  const counts = await warmedUp(candidates, share)
  for (let round = 0; round < rounds; round += 1)
    for (const { name, run } of candidates) {
      const count = counts.get(name)
      const start = now()
      await run(count)
      times.get(name).push((now() - start) / count)
    }
  return new Map([...times].map(([name, each]) => [name, spread(each)]))
}

const version = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** The version of a package that was installed. */
export function versionOf(name, folder = join(root, 'bench/node_modules')) {
  return version(join(folder, name))
}

/** What the figures were measured on. */
export function machine() {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} x ${first?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${type()}, Node ${process.version}`
}

/** The environment without certificates that Node would read at every start. */
export function bareEnvironment() {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...rest } = process.env
  return rest
}

/** Runs a program to its end and tells how long it took by the clock, in milliseconds. */
export function timed(program, args, options = {}) {
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(program, args, { env: bareEnvironment(), encoding: 'utf8', ...options })
  const took = performance.now() - start
  if (status !== (options.expect ?? 0)) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stderr}`)
  return { took, stdout }
}

/** Runs a script of this folder in a separate process and reads the JSON that it prints. */
export function inOwnProcess(script, ...args) {
  const { stdout } = timed(process.execPath, ['--expose-gc', join(root, 'bench', script), ...args], {
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

export const number = (value, digits = value < 10 ? 2 : value < 100 ? 1 : 0) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

export const times = (ratio) => `${number(ratio, ratio < 10 ? 2 : 0)}x`

/** A Markdown table. */
export function table(headings, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A target with what was measured, and whether it is met. */
export function target(what, limit, measured, met) {
  return { what, limit, measured, met }
}
