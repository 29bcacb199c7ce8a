// The main job on the worked example: the credential table, one explanation, the report.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const scenario = 'scenarios/federated-skype-on-premises.yaml'
const request = ['--user', 'finance lead', '--client', 'outlook-2010', '--purpose', 'open-address-book']

for (const words of [
  ['simulate', scenario],
  ['explain', scenario, ...request, '--network', 'internet'],
  ['report', scenario, '-o', 'reports'],
]) {
  console.log(`\n$ authplan ${words.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ')}`)
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli/main.cjs'), ...words], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) {
    console.error(`start: authplan ${words[0]} ended with ${status}`)
    process.exit(status || 1)
  }
}
