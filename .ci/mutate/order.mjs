// Which neighbors in the lists of rules can change places without a difference: those that never both answer.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const source = `
  import { allAnswer } from './src/rules/disjoint.fixture.ts'
  import { rulebook } from './src/rules/index.ts'
  export const free = Object.entries(rulebook).flatMap(([question, rules]) =>
    rules.slice(1).flatMap((second, at) =>
      allAnswer([rules[at], second], rules.slice(0, at)) === undefined ? [question + ' ' + at] : []))
`

/** Says of a mutant whether it swaps two rules that never both answer where no rule before them does. */
export async function freeSwaps(root) {
  const folder = join(root, 'out/mutate')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'order.mjs')
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    absWorkingDir: root,
    logLevel: 'error',
  })
  const { free } = await import(`${pathToFileURL(outfile)}?${process.pid}`)
  const places = new Set(free)
  return ({ mutator, file, original, replacement }) => {
    const question = /^src\/rules\/([^/]+)\/index\.ts$/.exec(file)?.[1]
    if (mutator !== 'NeighborSwap' || question === undefined) return false
    const [before, after] = [original, replacement].map((list) => list.match(/\w+/g))
    return places.has(`${question} ${before.findIndex((name, at) => name !== after[at])}`)
  }
}
