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

const { credentialWords } = await import('../dist/report/wording/nouns.js')
const shown = ['account-password', 'app-password', 'interactive', 'windows-integrated']
const legend = [
  ...shown.map((one) => [`${credentialWords[one].symbol} ${credentialWords[one].name}`, credentialWords[one].act]),
  ['+ several', 'each service asks for its own credential'],
  ['! conflict', 'one prompt would need two credentials'],
  ['✕ blocked', 'a policy, a setting or the vendor refuses, or no credential can sign in'],
  ['? undetermined', 'a fact is missing from the file; the answer names it'],
]
const next = [
  [
    'open reports/federated-skype-on-premises.html',
    'the same as a page: every cell drawn and explained, with “What if”',
  ],
  [`npx authplan gaps ${scenario}`, 'what an architect should know about it'],
  [`npx authplan timeline ${scenario}`, 'what the vendor’s dates change'],
  ['npx authplan init my-tenant', 'a file of your own, with a feature that tests it'],
]
const table = (rows) => {
  const width = Math.max(...rows.map(([word]) => word.length))
  return rows.map(([word, says]) => `  ${word.padEnd(width)}  ${says}`).join('\n')
}
console.log(`\nLegend\n${table(legend)}\n\nWhat next\n${table(next)}`)
