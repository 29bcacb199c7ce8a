// Whether anything has changed that decides what tests reach.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What makes mutants and runs tests without any. */
const judging = [
  'bundle',
  'feature-lines',
  'feature-tests',
  'instrument',
  'judge',
  'mutators',
  'skipped',
  'testbed',
  'told-apart',
]

/** Sources and tests, what tests read, what runs them and the packages. */
const watched = [
  ...judging.map((name) => `.ci/mutate/${name}.mjs`),
  'src',
  'features',
  'scenarios',
  'package-lock.json',
]

/** One text for all files that decide it, and for the files that were chosen. */
export const stateOf = (root, chosen) => hashOf(root, watched, chosen)

/** One text for all files that decide which mutants the compiler refuses. */
export const stateOfSources = (root) =>
  hashOf(root, ['.ci/mutate/mutators.mjs', 'src', 'tsconfig.json', 'package-lock.json'], [], isSource)

const isSource = (file) => !file.startsWith('src/') || (file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))

function hashOf(root, paths, chosen, isRead = () => true) {
  const hash = createHash('sha256').update(JSON.stringify([process.version, chosen]))
  for (const path of paths)
    for (const file of filesIn(root, path).filter(isRead)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const all = readdirSync(join(root, path), { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => file.slice(root.length + 1))
}
