import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Scan, scan } from './architecture.fixture.ts'
import { allRules } from './rules/index.ts'
import { diagnosticCodes } from './source/diagnostics/diagnostic-catalog.ts'

/** A room that may be imported: all of it, its types alone, or the named files alone. */
type Door = string | { readonly room: string; readonly typesOnly?: true; readonly files?: readonly string[] }

const below = [
  'report',
  'plan',
  'replay',
  'proof',
  'analysis',
  'simulate',
  'classes',
  'tenant',
  'trace',
  'rules',
  'catalog',
  'source',
  'memory',
  'vocabulary',
]

/** Who may import whom. */
const doors: Readonly<Record<string, readonly Door[]>> = {
  vocabulary: [],
  memory: [],
  source: ['memory', 'vocabulary'],
  catalog: ['vocabulary'],
  rules: ['memory', 'vocabulary'],
  trace: ['vocabulary'],
  tenant: ['source', 'catalog', 'memory', 'vocabulary'],
  classes: ['tenant', 'catalog', 'source', 'memory', 'vocabulary'],
  simulate: ['classes', 'tenant', 'catalog', 'rules', 'trace', 'memory', 'vocabulary'],
  importers: ['tenant', 'source', 'catalog', 'vocabulary'],
  analysis: [
    'simulate',
    { room: 'importers', typesOnly: true },
    'classes',
    'tenant',
    'trace',
    'rules',
    'catalog',
    'source',
    'memory',
    'vocabulary',
  ],
  proof: ['analysis', 'simulate', 'tenant', 'trace', 'catalog', 'source', 'memory', 'vocabulary'],
  plan: ['proof', 'analysis', 'simulate', 'classes', 'tenant', 'trace', 'catalog', 'source', 'memory', 'vocabulary'],
  replay: ['analysis', 'simulate', 'classes', 'tenant', 'trace', 'catalog', 'source', 'memory', 'vocabulary'],
  // Decision 2: it reads results, and can neither see the tenant nor ask a rule.
  report: [
    { room: 'analysis', typesOnly: true },
    { room: 'proof', typesOnly: true },
    { room: 'replay', typesOnly: true },
    { room: 'plan', typesOnly: true },
    'trace',
    'rules',
    'catalog',
    'source',
    'memory',
    'vocabulary',
  ],
  gherkin: below,
  editor: ['plan', 'tenant', 'catalog', 'source', 'vocabulary'],
  lsp: [...below, 'editor', 'gherkin'],
  page: [...below, 'editor'],
  'founding-page': [...below, 'gherkin'],
  cli: [
    ...below,
    'importers',
    {
      room: 'gherkin',
      files: [
        'gherkin/run/run-features.ts',
        'gherkin/run/described-sign-ins.ts',
        'gherkin/run/judge-feature.ts',
        'gherkin/steps/vocabulary.ts',
        'gherkin/steps/parameter-types.ts',
        'gherkin/authoring/editor-glue.ts',
        'gherkin/authoring/write-spec.ts',
        'gherkin/authoring/init-templates.ts',
      ],
    },
    { room: 'lsp', files: ['lsp/serve.ts'] },
    { room: 'page', files: ['page/generated/page-bundle.js', 'page/generated/living-bundle.js'] },
  ],
  'index.ts': [...below, 'importers'],
}

const withNode = [
  'gherkin/',
  'cli/',
  'lsp/uris.ts',
  'source/files/containment.ts',
  'source/files/content-hash.ts',
  'source/files/file-in-place.ts',
  'source/files/locate-package.ts',
  'source/files/open-file.ts',
  'source/files/read-pieces.ts',
  'source/files/read-source.ts',
  'source/files/special-file.ts',
  'source/files/temporary-folder.ts',
  'source/files/unpack.ts',
  'replay/engine/duckdb.ts',
  'report/drawing/draw.ts',
  'report/drawing/draw-browser.ts',
  'report/drawing/packaged-browser.ts',
]
// The page gives itself back to its reader after some milliseconds of work.
const withClock = [...withNode, 'index.ts', 'page/state/work.ts']
const withClasses = ['gherkin/']

/** Where something may be kept from one call to the next: in the room for it, and where it is no cache. */
const withCaches = [
  'memory/',
  // Each reader of cells has its own, which goes when it does.
  'analysis/query.ts',
  // No devices, which stays so.
  'analysis/parse-signals.ts',
  // The two numbers of the name that was hashed last, read at once.
  'analysis/population/name-list.ts',
  // The one schema, which has no key.
  'tenant/tenant-file.schema.ts',
  // What a failure carries next to its message.
  'gherkin/scenario/problem.ts',
  'gherkin/scenario/read-tenant.ts',
  // The worlds of scenarios, which Cucumber owns.
  'gherkin/steps/register-steps.ts',
  // The numbers of what a collector has taken, which goes when it does.
  'report/drawing/leg-sequences.ts',
  // The program that runs, held against the collection of garbage.
  'cli/load-program.ts',
  // A count of the files being written, for their names.
  'cli/write-file.ts',
]

const mostLines = 250
const mostFunctionLines = 40

/** Functions that name every fact once, a line each. */
const listings: readonly string[] = ['copyOfFacts']

/** Pure data, which is as long as what it lists. */
const dataFiles: readonly string[] = [
  'catalog/applications.ts',
  'catalog/autodiscover-methods.ts',
  'catalog/defaults.ts',
  'catalog/protocols.ts',
  'catalog/timeline/notices.ts',
]

const root = fileURLToPath(new URL('..', import.meta.url))

const notOurs = new Set(['node_modules', 'dist', 'out', 'coverage', 'generated', '.git'])

/** Every file under a folder, as paths from the root, in code-unit order. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : []
    })
    .sort()
}

const read = (path: string): string => readFileSync(posix.join(root, path), 'utf8')

interface Source extends Scan {
  /** From `src`, with slashes. */
  readonly path: string
}

const scanned = (path: string, text: string): Source => ({ path, ...scan(path, text) })
const allSources = filesUnder('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => scanned(path.slice('src/'.length), read(path)))
const isTest = ({ path }: Source): boolean => /\.(test|fixture)\.ts$/.test(path)
const sources = allSources.filter((source) => !isTest(source))

const roomOf = (path: string): string => path.split('/')[0] ?? path
const startsWithAny = (path: string, starts: readonly string[]): boolean =>
  starts.some((start) => path.startsWith(start))

/** Imports that no door allows. */
function wrongDoors({ path, imports }: Source): readonly string[] {
  const room = roomOf(path)
  return imports.flatMap(({ from, line, typeOnly }) => {
    if (!from.startsWith('.')) return []
    const target = posix.join(posix.dirname(path), from)
    if (roomOf(target) === room) return []
    const open = doors[room]?.some((door) => {
      if (typeof door === 'string') return door === roomOf(target)
      if (door.room !== roomOf(target)) return false
      return door.files === undefined ? typeOnly : door.files.includes(target)
    })
    return open ? [] : [`${path}:${line} imports ${target}${typeOnly ? ' (types)' : ''}`]
  })
}

/** The page is delivered as one script, so what it imports is needed to build it alone, in one certain version. */
const isPinned = (name: string): boolean => {
  const version = JSON.parse(read('package.json')).devDependencies[name]
  return version !== undefined && /^\d/.test(version)
}

/** Imports of what is neither ours, nor the platform's, nor installed for a user of the package. */
function wrongPackages({ path, imports }: Source, installed: readonly string[]): readonly string[] {
  return imports.flatMap(({ from, line, typeOnly }) => {
    if (from.startsWith('.'))
      return /\.(ts|js)$/.test(from) ? [] : [`${path}:${line} imports ${from} without its extension`]
    if (from.startsWith('node:')) return startsWithAny(path, withNode) ? [] : [`${path}:${line} imports ${from}`]
    const name = from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/')
    const bundled = path.startsWith('page/') && isPinned(name)
    return typeOnly || bundled || installed.includes(name)
      ? []
      : [`${path}:${line} imports ${from}, which users do not get`]
  })
}

/** Groups of files each of which leads to every other of its group by imports, types included (Tarjan's algorithm). */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: (readonly string[])[] = []
  const visit = (path: string): number => {
    order.set(path, order.size)
    lowest.set(path, order.size - 1)
    open.push(path)
    for (const next of imports.get(path) ?? []) {
      const reached = order.has(next) ? (open.includes(next) ? order.get(next) : undefined) : visit(next)
      lowest.set(path, Math.min(lowest.get(path) ?? 0, reached ?? Number.POSITIVE_INFINITY))
    }
    if (lowest.get(path) === order.get(path)) {
      const group = open.splice(open.indexOf(path))
      if (group.length > 1) circles.push(group.toSorted())
    }
    return lowest.get(path) ?? 0
  }
  for (const path of imports.keys()) if (!order.has(path)) visit(path)
  return circles
}

const impurities = ({ path, impure }: Source): readonly string[] =>
  startsWithAny(path, withClock) ? [] : impure.map(({ name, line }) => `${path}:${line} uses ${name}`)

const hasCaches = ({ path, kept }: Source): readonly string[] =>
  startsWithAny(path, withCaches) ? [] : kept.map(({ name, line }) => `${path}:${line} ${name}`)

const strayClasses = ({ path, classes }: Source): readonly string[] =>
  startsWithAny(path, withClasses) ? [] : classes.map(({ name, line }) => `${path}:${line} class ${name}`)

const longFunctions = ({ path, functions }: Source): readonly string[] =>
  functions
    .filter(({ name, lines }) => lines > mostFunctionLines && !listings.includes(name))
    .map(({ name, line, lines }) => `${path}:${line} ${name} has ${lines} lines`)

/** Names that break the spelling or say nothing. */
function badNames(path: string): readonly string[] {
  const vague = /^(utils?|helpers?|common|managers?|services?|misc)$|-(utils?|helpers?|managers?)$/
  return path.split('/').flatMap((name, index, all) => {
    const isFile = index === all.length - 1
    if (isFile && (name === 'README.md' || name === 'RESULTS.md')) return []
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|fixture|schema|bench))?$/
    const stem = isFile ? name.replace(/\.(ts|mts|md|css|feature|csv|jsonl?)$/, '') : name
    return kebab.test(stem) && !vague.test(stem) ? [] : [path]
  })
}

/** The rows below a heading of a table of src/README.md, each as the texts of its cells without their backticks around. */
function mapRows(heading: string): readonly (readonly string[])[] {
  const lines = read('src/README.md').split('\n')
  const rows = lines.slice(lines.indexOf(heading) + 2)
  return rows
    .slice(0, rows.indexOf(''))
    .map((row) => row.split(/(?<!\\)\|/).slice(1, -1))
    .map(([first = '', ...others]) => [first.replaceAll('`', '').trim(), ...others.map((cell) => cell.trim())])
}

/** Lines that name a place on someone's machine. */
function machinePaths(path: string, text: string): readonly string[] {
  const place = /(?:^|[\s"'`(=:>])\/(?:work|workspace|root|home|Users|tmp|private|mnt)\/[\w.-]|[A-Z]:\\+Users\\/
  return text.split('\n').flatMap((line, index) => (place.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []))
}

describe('the rooms', () => {
  test('are all in the table', () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)))
    expect([...rooms].filter((room) => doors[room] === undefined)).toEqual([])
    expect(rooms.size).toBeGreaterThan(8)
  })

  test('import only what the table allows', () => {
    expect(sources.flatMap(wrongDoors)).toEqual([])
  })

  test('hold no two files that lead to each other by imports', () => {
    const targets = ({ path, imports }: Source): readonly string[] =>
      imports.flatMap(({ from }) => (from.startsWith('.') ? [posix.join(posix.dirname(path), from)] : []))
    expect(
      circlesOf(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', ['a']],
          ['d', []],
        ]),
      ),
    ).toEqual([['a', 'b', 'c']])
    expect(circlesOf(new Map(sources.map((source) => [source.path, targets(source)])))).toEqual([])
  })

  test('are the ones on the map', () => {
    const rooms = mapRows('| room | contains | may import |').map(([room = '']) => room)
    const inTable = Object.keys(doors).filter((room) => !room.endsWith('.ts'))
    expect([...rooms].sort()).toEqual(inTable.sort())
  })

  const withParts = mapRows('| room | parts; each may import those before it |')

  test('with many files and folders have their parts on the map', () => {
    expect(withParts.map(([room]) => room)).toEqual([
      'source',
      'analysis',
      'plan',
      'replay',
      'report',
      'gherkin',
      'page',
    ])
  })

  test.each(withParts)('of %s are parts in the order of the map', (room = '', cell = '') => {
    const listed = [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)
    const own = sources.filter(({ path }) => roomOf(path) === room && !path.includes('/generated/'))
    const partOf = (path: string): string => posix.dirname(path).slice(room.length + 1)
    expect([...new Set(own.map(({ path }) => partOf(path)))].filter((part) => part !== '').sort()).toEqual(
      [...listed].sort(),
    )
    const wrong = own.flatMap(({ path, imports }) =>
      imports.flatMap(({ from, line }) => {
        const target = posix.join(posix.dirname(path), from)
        if (!from.startsWith('.') || roomOf(target) !== room || partOf(path) === '' || partOf(target) === '') return []
        return listed.indexOf(partOf(target)) > listed.indexOf(partOf(path)) ? [`${path}:${line} imports ${from}`] : []
      }),
    )
    expect(wrong).toEqual([])
    const between = own.flatMap(({ path, imports }) =>
      imports.flatMap(({ from }) => {
        const target = posix.dirname(posix.join(posix.dirname(path), from))
        return from.startsWith('.') && target !== posix.dirname(path) ? [[posix.dirname(path), target] as const] : []
      }),
    )
    const ways = new Map<string, string[]>()
    for (const [one, other] of between) ways.set(one, [...(ways.get(one) ?? []), other])
    expect(circlesOf(ways)).toEqual([])
  })

  test('import only packages that a user of the package gets, and the platform only at the edge', () => {
    const manifest = JSON.parse(read('package.json'))
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    expect(sources.flatMap((source) => wrongPackages(source, installed))).toEqual([])
  })

  test('know no clock, chance, console, process or locale, except at the edge', () => {
    expect(sources.flatMap(impurities)).toEqual([])
  })

  test('keep nothing from one call to the next, except in the room for it', () => {
    expect(sources.flatMap(hasCaches)).toEqual([])
  })

  test('hold functions and data; the only classes are the ones Cucumber wants', () => {
    expect(sources.flatMap(strayClasses)).toEqual([])
  })
})

describe('sizes', () => {
  const long = sources.filter(({ lines }) => lines > mostLines)

  test(`no file is longer than ${mostLines} lines, except pure data`, () => {
    expect(long.filter(({ path }) => !dataFiles.includes(path)).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    )
  })

  test('every exemption is needed, and holds no function of its own', () => {
    const byPath = new Map(long.map((source) => [source.path, source]))
    expect(dataFiles.filter((path) => !byPath.has(path))).toEqual([])
    expect(dataFiles.filter((path) => (byPath.get(path)?.functions ?? []).some(({ lines }) => lines > 15))).toEqual([])
  })

  test(`no function is longer than ${mostFunctionLines} lines`, () => {
    expect(sources.flatMap(longFunctions)).toEqual([])
  })
})

describe('names', () => {
  test.each(['src', 'features', 'scenarios', 'reports', 'bench'])(
    'in %s are kebab-case and say something',
    (folder) => {
      const files = readdirSync(root).includes(folder) ? filesUnder(folder) : []
      const text = files.filter((path) => /\.(ts|feature|md)$/.test(path) || folder === 'src')
      expect(text.flatMap(badNames)).toEqual([])
    },
  )
})

/** What the lockfile says about one package. */
interface Locked {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe('the engine', () => {
  // The catalog says which rule carries a disagreement of pages; the page about the founding page says which rule holds what.
  const elsewhere = /^src\/(rules|catalog|founding-page)\//
  const isTried = (path: string): boolean => /\.(test|fixture)\.ts$|\/generated\//.test(path)

  // A rule says by its answer what follows from it; code that asks which rule it was misses the next rule of its sort.
  test('names no rule: what follows from an answer is in the answer', () => {
    // Diagnostics have codes of the same form, and the type of a rule in a step shows one as an example.
    const others: readonly string[] = [...diagnosticCodes, 'CRED-2']
    const isOther = (path: string, id = ''): boolean =>
      /^src\/(source|tenant|gherkin)\//.test(path) && others.includes(id)
    const ids = new Set<string>(allRules.map(({ id }) => id))
    const files = filesUnder('src').filter((path) => !elsewhere.test(path) && path.endsWith('.ts') && !isTried(path))
    expect(files.length).toBeGreaterThan(100)
    const named = files.flatMap((path) =>
      [...read(path).matchAll(/['"`]([A-Z]+-\d+)['"`]|startsWith\(['"`]([A-Z]{3,})-?['"`]\)/g)]
        .filter(([, id]) => !isOther(path, id))
        .filter(([, id, prefix]) => ids.has(id ?? '') || [...ids].some((one) => one.startsWith(`${prefix}-`)))
        .map(([words]) => `${path}: ${words}`),
    )
    expect(named).toEqual([])
  })
})

describe('what is published', () => {
  const isText = (path: string): boolean => !/\.(png|svg|pdf|html|ico|gz|br)$/.test(path)

  test('names no place on the machine it was written on', () => {
    const files = filesUnder('').filter((path) => isText(path) && !path.startsWith('src/architecture.'))
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((path) => machinePaths(path, read(path)))).toEqual([])
  })

  test('is installed from the public registry, on every platform', () => {
    const packages: Readonly<Record<string, Locked>> = JSON.parse(read('package-lock.json')).packages
    const entries = Object.entries(packages)
    const elsewhere = entries.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    )
    expect(entries.length).toBeGreaterThan(50)
    expect(elsewhere).toEqual([])
    expect(missing).toEqual([])
  })
})

describe('the checks themselves find', () => {
  test.each([
    [
      'rules/a.ts',
      "import type { Tenant } from '../tenant/tenant.ts'",
      'rules/a.ts:1 imports tenant/tenant.ts (types)',
    ],
    ['rules/a.ts', "export { x } from '../trace/step.ts'", 'rules/a.ts:1 imports trace/step.ts'],
    ['report/a.ts', "export * from '../simulate/x.ts'", 'report/a.ts:1 imports simulate/x.ts'],
    [
      'report/a.ts',
      "import { matrix } from '../analysis/matrix/matrix.ts'",
      'report/a.ts:1 imports analysis/matrix/matrix.ts',
    ],
    [
      'report/a.ts',
      "import { type M } from '../analysis/matrix/matrix.ts'",
      'report/a.ts:1 imports analysis/matrix/matrix.ts',
    ],
    ['report/a.ts', "\nconst x = await import('../cli/run.ts')", 'report/a.ts:2 imports cli/run.ts'],
    ['trace/a.ts', "type T = import('../rules/rule.ts').Rule", 'trace/a.ts:1 imports rules/rule.ts (types)'],
    ['analysis/a.ts', "import { r } from '../importers/record.ts'", 'analysis/a.ts:1 imports importers/record.ts'],
    ['cli/a.ts', "import { w } from '../gherkin/scenario/world.ts'", 'cli/a.ts:1 imports gherkin/scenario/world.ts'],
    ['cli/a.ts', "import { p } from '../page/main.ts'", 'cli/a.ts:1 imports page/main.ts'],
    ['gherkin/a.ts', "import '../cli/run.ts'", 'gherkin/a.ts:1 imports cli/run.ts'],
    ['source/deep/a.ts', "import { x } from '../../index.ts'", 'source/deep/a.ts:1 imports index.ts'],
  ])('a wrong door in %s: %s', (path, text, complaint) => {
    expect(wrongDoors(scanned(path, text))).toEqual([complaint])
  })

  test.each([
    ['report/a.ts', "import type { M } from '../analysis/matrix/matrix.ts'"],
    ['cli/a.ts', "import { featureRunner } from '../gherkin/run/run-features.ts'"],
    ['rules/flow/a.ts', "import { defineRule } from '../rule.ts'"],
  ])('no wrong door in %s: %s', (path, text) => {
    expect(wrongDoors(scanned(path, text))).toEqual([])
  })

  test.each([
    ['rules/a.ts', "import { readFileSync } from 'node:fs'"],
    ['report/drawing/draw-page.ts', "import { join } from 'node:path'"],
    ['cli/a.ts', "import { parseSync } from 'oxc-parser'"],
    ['cli/a.ts', "import x from '@scope/other/deep'"],
    ['trace/a.ts', "import { x } from './step'"],
  ])('a wrong package in %s: %s', (path, text) => {
    expect(wrongPackages(scanned(path, text), ['yaml', '@cucumber/cucumber'])).toHaveLength(1)
  })

  test.each([
    'console.log(1)',
    'const now = Date.now()',
    'const now = new Date()',
    'const now = Date()',
    'const chance = Math.random()',
    'const { env } = process',
    'const text = (1).toLocaleString()',
    "const order = 'a'.localeCompare('b')",
    'const f = new Intl.NumberFormat()',
    'const o = { process }',
    'const t = performance.now()',
  ])('what is not a function of its input: %s', (text) => {
    expect(impurities(scanned('trace/a.ts', text))).toHaveLength(1)
    expect(impurities(scanned('cli/a.ts', text))).toEqual([])
  })

  test.each([
    'const day = new Date(0)',
    'const x = { process: 1, console: 2 }',
    'const y = z.process',
    'type P = { console: 1 }',
  ])('nothing in %s', (text) => {
    expect(impurities(scanned('trace/a.ts', text))).toEqual([])
  })

  test.each([
    'const known = new WeakMap<Tenant, string>()',
    'export const known = new Map<string, string>()',
    'const known = { of: new Map() }',
    'function make() { const owners = new WeakMap(); return owners }',
    'let last = ""',
  ])('what would be kept: %s', (text) => {
    expect(hasCaches(scanned('simulate/a.ts', text))).toHaveLength(1)
    expect(hasCaches(scanned('memory/a.ts', text))).toEqual([])
  })

  test.each([
    'const table = new Map([["a", 1]])',
    'const table = new Map(rows.map((row) => [row, []]))',
    'function f() { const found = new Map(); return found }',
    'const f = () => { const found = []; return found }',
    'const f = () => { let found = 0; return found }',
  ])('nothing kept in %s', (text) => {
    expect(hasCaches(scanned('simulate/a.ts', text))).toEqual([])
  })

  test('a class, a long function and a long arrow', () => {
    const body = 'x()\n'.repeat(mostFunctionLines)
    expect(strayClasses(scanned('trace/a.ts', 'class A {}\nconst B = class {}'))).toHaveLength(2)
    expect(longFunctions(scanned('trace/a.ts', `function f() {\n${body}}`))).toEqual(['trace/a.ts:1 f has 42 lines'])
    expect(longFunctions(scanned('trace/a.ts', `\nconst g = () => {\n${body}}`))).toEqual([
      'trace/a.ts:2 g has 42 lines',
    ])
    expect(longFunctions(scanned('trace/a.ts', 'function f() {\n}'))).toEqual([])
    expect(scan('a.ts', 'a\nb\n').lines).toBe(2)
  })

  test.each([
    'src/Trace.ts',
    'src/report/draw_page.ts',
    'src/util/a.ts',
    'src/common/a.ts',
    'src/user-manager/a.ts',
    'src/helpers.ts',
    'src/a.spec.ts',
  ])('the bad name %s', (path) => {
    expect(badNames(path)).not.toEqual([])
  })

  test.each([
    ['see /home/someone/x', 1],
    ['"/root/x"', 1],
    ['C:\\Users\\me', 1],
    ['https://host/home/page', 0],
    ['a/tmp/b', 0],
  ])('in %s this many machine paths: %i', (text, count) => {
    expect(machinePaths('a', text)).toHaveLength(count)
  })
})

test('a test that replaces a module is one that shares its modules with no other', () => {
  const config = readFileSync('vitest.config.ts', 'utf8')
  const tests = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))
  const call = ['vi', 'mock('].join('.')
  const replacing = tests.filter((path) => readFileSync(`src/${path}`, 'utf8').includes(call))
  expect(replacing.filter((path) => !config.includes(`'src/${path.replaceAll('\\', '/')}'`))).toEqual([])
})
