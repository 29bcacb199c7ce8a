// Tests the reduction on ClickHouse: two shards on loopback, on free ports, with a distributed table. Where no server is
// installed, that of Debian is installed first, which takes root.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const isInstalled = () => spawnSync('clickhouse-server', ['--version'], { stdio: 'ignore' }).error === undefined
const install = ['apt-get', 'install', '--yes', '--no-install-recommends', 'clickhouse-server']

if (!isInstalled() && process.getuid?.() === 0) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'inherit', env })
  spawnSync(install[0], install.slice(1), { stdio: 'inherit', env })
}
if (isInstalled()) {
  const words = ['run', 'src/replay/engine/clickhouse.test.ts', 'src/cli/commands/replay-clickhouse']
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, AUTHPLAN_CLICKHOUSE: 'required' },
  })
  process.exitCode = status ?? 1
} else {
  console.error(`no clickhouse-server is installed; as root: ${install.join(' ')}`)
  process.exitCode = 1
}
