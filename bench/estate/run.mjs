// The estate: whole commands over a made-up enterprise, each run in a separate process, in times of the frozen reader.
//   npm run bench:estate                      the sizes of the targets that fit into minutes
//   npm run bench:estate -- --growth          users, groups and policies doubled in turn
//   npm run bench:estate -- --users 1000,10000 --commands simulate,gaps --memberships column
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bareEnvironment, machine, median, number, root, table, times } from '../measure.mjs'
import { usual, writeEstate } from './generate.mjs'

const program = join(root, 'dist/cli/main.cjs')
const here = (name) => join(root, 'bench/estate', name)

/** What is measured, and how many times the frozen reader it may take by the number of users. */
const commands = {
  simulate: { args: ['simulate', 'tenant.yaml', '--group-by', 'client'], limit: (users) => (users > 100_000 ? 4 : 2) },
  verdicts: { args: ['simulate', 'tenant.yaml', '--group-by', 'client,verdict'], limit: () => undefined },
  gaps: { args: ['gaps', 'tenant.yaml'], limit: (users) => (users > 100_000 ? 8 : 4), expect: [0, 1] },
  // Ten stages are compared with one count: at most ten times `verdicts`, where both are measured.
  plan: { args: ['plan', 'plan.yaml'], limit: () => undefined, counts: 10, expect: [0, 1] },
  diff: { args: ['diff', 'tenant.yaml', 'after.yaml'], limit: (users) => (users > 100_000 ? 8 : 4), expect: [0, 1] },
}

const { values: asked } = parseArgs({
  options: {
    users: { type: 'string', default: '1000,10000,100000' },
    groups: { type: 'string', default: String(usual.groups) },
    'per-user': { type: 'string', default: String(usual.perUser) },
    policies: { type: 'string', default: String(usual.policies) },
    clients: { type: 'string', default: String(usual.clients) },
    networks: { type: 'string', default: String(usual.networks) },
    memberships: { type: 'string', default: usual.memberships },
    commands: { type: 'string', default: 'simulate,gaps,diff' },
    rounds: { type: 'string', default: '3' },
    timeout: { type: 'string', default: '240' },
    growth: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
const numbers = (text) => text.split(',').map(Number)

/** One run in a separate process; what happened to it, should it die or take too long. */
function measured(args, folder, expect = [0]) {
  const note = join(folder, 'measured.json')
  rmSync(note, { force: true })
  const start = performance.now()
  const { status, signal, stderr, error } = spawnSync(
    process.execPath,
    ['--require', here('note-memory.cjs'), ...args],
    {
      cwd: folder,
      env: { ...bareEnvironment(), ESTATE_MEASURED: note },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      timeout: Number(asked.timeout) * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 28,
    },
  )
  const took = performance.now() - start
  if (error?.code === 'ETIMEDOUT') return { died: `not finished after ${asked.timeout} s`, took }
  if (signal !== null || status === null || status > 2) {
    const fatal = /FATAL ERROR: ([^\n]*)/.exec(stderr)?.[1]
    return { died: fatal ?? `ended by ${signal ?? `status ${status}`}`, took }
  }
  if (!expect.includes(status)) return { died: `exit code ${status}: ${stderr.trim().split('\n').at(-1)}`, took }
  return { took, ...JSON.parse(readFileSync(note, 'utf8')) }
}

function estateIn(folder, options) {
  const started = performance.now()
  writeEstate(folder, options)
  const files = ['users.csv', 'memberships.csv'].filter((name) => existsSync(join(folder, name)))
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  console.error(`${folder}: ${number(bytes / 1e6)} MB written in ${number((performance.now() - started) / 1000)} s`)
  return { files, bytes }
}

/** All commands on one estate, in turns with the frozen reader, so that a slow minute of the machine slows all of them. */
function measureEstate(options, wanted) {
  const folder = asked.keep ?? mkdtempSync(join(tmpdir(), 'estate-'))
  const { files, bytes } = estateIn(folder, options)
  const reads = []
  const runs = new Map(wanted.map((name) => [name, []]))
  for (let round = 0; round < Number(asked.rounds); round += 1) {
    reads.push(measured([here('read-frozen.mjs'), ...files], folder).processor)
    for (const name of wanted) {
      const before = runs.get(name)
      // What died once dies again.
      if (before.some(({ died }) => died !== undefined)) continue
      before.push(measured([program, ...commands[name].args], folder, commands[name].expect))
      console.error(`  ${name}: ${JSON.stringify(before.at(-1))}`)
    }
  }
  if (asked.keep === undefined) rmSync(folder, { recursive: true })
  return { bytes, read: median(reads), runs }
}

/** How many times a count of the same estate a command takes, where that was measured too. */
function countsOf(all, name, took) {
  const counts = all.get('verdicts')?.filter(({ died }) => died === undefined) ?? []
  const { counts: most } = commands[name]
  if (most === undefined || counts.length === 0) return undefined
  const ratio = took / median(counts.map((one) => one.processor))
  return { limit: `${most} counts`, met: `${ratio <= most ? 'met' : '**missed**'} (${times(ratio)} a count)` }
}

function rowOf(options, { read, runs: all }, name, runs) {
  const size = [options.users, options.groups, options.policies].map((value) => value.toLocaleString('en-US'))
  const dead = runs.find(({ died }) => died !== undefined)
  if (dead !== undefined) return [...size, name, number(read, 0), `**${dead.died}**`, '', '', '', '**missed**']
  const took = median(runs.map((one) => one.processor))
  const limit = commands[name].limit(options.users)
  const ofCount = countsOf(all, name, took)
  const met = limit === undefined ? '' : took / read <= limit ? 'met' : '**missed**'
  const memory = Math.max(...runs.map((one) => one.memory))
  return [
    ...size,
    name,
    number(read, 0),
    number(took, 0),
    times(took / read),
    ofCount?.limit ?? (limit === undefined ? '' : `${limit}x`),
    number(memory, 0),
    ofCount?.met ?? met,
  ]
}

const rows = []
const wanted = asked.commands.split(',').filter((name) => name in commands)
const base = {
  ...usual,
  perUser: Number(asked['per-user']),
  clients: Number(asked.clients),
  networks: Number(asked.networks),
  memberships: asked.memberships,
}
const each = numbers(asked.users).flatMap((users) =>
  numbers(asked.groups).flatMap((groups) =>
    numbers(asked.policies).map((policies) => ({ ...base, users, groups, policies })),
  ),
)
const [first] = each
const doubled = ['users', 'groups', 'policies'].map((what) => ({ ...first, [what]: 2 * first[what] }))
for (const options of asked.growth ? [first, ...doubled] : each) {
  const result = measureEstate(options, wanted)
  for (const [name, runs] of result.runs) rows.push(rowOf(options, result, name, runs))
}

const headings = [
  'users',
  'groups',
  'policies',
  'command',
  'reading, ms',
  'command, ms',
  'ratio',
  'limit',
  'peak MB',
  '',
]
console.log(`Measured on ${machine()}; milliseconds of the processor.\n\n${table(headings, rows)}`)
