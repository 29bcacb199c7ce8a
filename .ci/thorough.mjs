// The properties of which `npm test` looks at a share, over everything.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && readFileSync(join(root, file), 'utf8').includes('/share.fixture.ts'))
const words = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--testTimeout=3600000', ...files]
const env = { ...process.env, AUTHPLAN_TESTS: 'thorough' }
process.exitCode = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env }).status ?? 1
