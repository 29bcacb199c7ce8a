import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { productVersion } from './product-version.ts'

test('the version is that of the package', () => {
  expect(productVersion()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})

test('no module finds a file by a path from its own, which a bundle would move', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name),
  )
  // The executable is loaded from where it stands: the bundler writes it next to the program. Which frames of a stack are
  // ours is asked of the folder of the package, which is above any place where a bundle may stand.
  const beside = ['cli/load-program.ts', 'gherkin/scenario/code-place.ts']
  const ownPath =
    /new URL\([^)]*import\.meta|import\.meta\.(dirname|filename)|__dirname|__filename|fileURLToPath\(import/
  const found = files.filter((name) => ownPath.test(readFileSync(`src/${name}`, 'utf8')))
  expect(found.map((name) => name.replaceAll('\\', '/'))).toEqual(beside)
})
