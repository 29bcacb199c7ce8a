// Compares decisions and sessions of this checkout with those of another commit: `npm run bench:compare -- REF`.
// Both are measured in turn, each time in a separate process; `--pairs N` says how often, `--most R` which median ratio
// is the limit. The other commit is built in a separate worktree, which is removed afterwards.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median, number, root, table, timed } from './measure.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '15' }, most: { type: 'string', default: '1.10' } },
})
const [ref] = positionals
const pairs = Number(values.pairs)
const most = Number(values.most)
if (ref === undefined || positionals.length > 1 || !(pairs >= 1) || !(most > 0)) {
  console.error('usage: npm run bench:compare -- REF [--pairs 15] [--most 1.10]')
  process.exit(2)
}

const git = (...args) => timed('git', args, { cwd: root }).stdout.trim()
const build = (cwd) => timed(process.execPath, [join(cwd, '.ci/build.mjs')], { cwd })

function measured(checkout, other) {
  const script = join(root, 'bench/compare-run.mjs')
  const { stdout } = timed(process.execPath, [script, checkout, join(other, 'scenarios')])
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

function compare(other) {
  symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'))
  console.error('compare: building both')
  build(other)
  build(root)
  const here = []
  const there = []
  for (let pair = 0; pair < pairs; pair += 1) {
    const turns = [() => there.push(measured(other, other)), () => here.push(measured(root, other))]
    // Who comes first takes turns too.
    for (const turn of pair % 2 === 0 ? turns : turns.reverse()) turn()
    console.error(`compare: pair ${pair + 1} of ${pairs}`)
  }
  return Object.keys(here[0]).map((name) => {
    const ratios = here.map((one, at) => one[name] / there[at][name])
    return {
      name,
      before: median(there.map((one) => one[name])),
      after: median(here.map((one) => one[name])),
      ratio: median(ratios),
      least: Math.min(...ratios),
      largest: Math.max(...ratios),
    }
  })
}

const commit = git('rev-parse', '--verify', `${ref}^{commit}`)
const folder = mkdtempSync(join(tmpdir(), 'compare-'))
const other = join(folder, 'checkout')
git('worktree', 'add', '--detach', other, commit)
try {
  const rows = compare(other)
  console.log(
    table(
      ['what', `µs at ${ref}`, 'µs here', 'median ratio', 'least', 'largest', ''],
      rows.map(({ name, before, after, ratio, least, largest }) => [
        name,
        number(before),
        number(after),
        number(ratio),
        number(least),
        number(largest),
        ratio <= most ? 'met' : '**slower**',
      ]),
    ),
  )
  if (rows.some(({ ratio }) => ratio > most)) process.exitCode = 1
} finally {
  git('worktree', 'remove', '--force', other)
  rmSync(folder, { recursive: true, force: true })
}
