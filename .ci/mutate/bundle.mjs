// Two bundles: what never changes and is loaded once, and the mutated rooms with their tests, which every mutant loads again.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { featureTests, rooms } from './instrument.mjs'
import { comparing, uncached, unnoted } from './told-apart.mjs'

/** Rooms that hold no mutant and are loaded again all the same: what plays sign-ins, and the list of all caches. */
const players = ['analysis', 'gherkin', 'memory']

const isOurs = (path) => [...rooms, ...players].some((room) => path.startsWith(`src/${room}/`))

/** Text of both bundles, written to files. */
export async function bundle(root, texts, tests, folder) {
  const fixed = new Set()
  const countedText = (name, text) =>
    texts.has(name) ? unnoted(comparing(text)) : name.startsWith('src/memory/') ? uncached(text) : text
  const uncountedText = (name, text) => (texts.has(name) ? uncounted(text) : text)
  const mutated = (counts) => ({
    name: 'mutated-rooms',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /feature-lines\.mjs$/ }, () => ({ path: 'feature-lines', external: true }))
      onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const name = relative(root, join(resolveDir, path)).replaceAll('\\', '/')
        if (isOurs(name) || path.includes('*') || name === featureTests) return undefined
        fixed.add(name)
        return { path: `fixed:${name}`, external: true }
      })
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const name = relative(root, path).replaceAll('\\', '/')
        const text = (counts ? countedText : uncountedText)(name, texts.get(name) ?? readFileSync(path, 'utf8'))
        return { contents: text.replaceAll('import.meta.url', JSON.stringify(`${pathToFileURL(path)}`)), loader: 'ts' }
      })
    },
  })
  const shared = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    write: true,
    logLevel: 'error',
    absWorkingDir: root,
    target: 'node20',
  }
  const entry = tests.map((file) => `${JSON.stringify(file)}: () => import('./${file}')`)
  for (const [file, counts] of [
    ['covered.cjs', true],
    ['mutated.cjs', false],
  ])
    await build({
      ...shared,
      stdin: { contents: `module.exports = { ${entry.join(', ')} }`, resolveDir: root },
      outfile: join(folder, file),
      plugins: [mutated(counts)],
    })
  const names = [...fixed].sort()
  const parts = names.map((name) => `${JSON.stringify(`fixed:${name}`)}: require('./${name}')`)
  await build({
    ...shared,
    stdin: { contents: `module.exports = { ${parts.join(', ')} }`, resolveDir: root },
    outfile: join(folder, 'fixed.cjs'),
  })
}

/** The counting of coverage costs more than the tests; it is done once and left out where mutants run. */
const uncounted = (text) => text.replace(/stryCov_9fa48\((?:"\d+",? ?)+\)(?:,\s*|;)/g, '')
