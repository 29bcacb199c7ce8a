// The main job on a tenant of today and on the founding example: credential tables, an explanation, reports.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const today = 'scenarios/leaving-ad-fs.yaml'
const founding = 'scenarios/federated-skype-on-premises.yaml'
const request = ['--user', 'finance lead', '--client', 'outlook-2010', '--purpose', 'open-address-book']
const atHome = ['--user', 'Fitter', '--client', 'outlook', '--purpose', 'read-mail', '--network', 'home']

function run(words) {
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

const commands = [
  {
    title: 'Today: a company leaves AD FS for passkeys, and one breakage surprises it',
    lines: [
      ['simulate', today],
      ['why-not', today, ...atHome, '--want', 'interactive', '--limit', '1'],
    ],
  },
  {
    title: 'The founding example: app passwords beside a federation, 2019',
    lines: [
      ['simulate', founding],
      ['explain', founding, ...request, '--network', 'internet'],
    ],
  },
  { title: 'Both as pages', lines: [['report', today, founding, '-o', 'reports', '-f', 'html']] },
]
for (const { title, lines } of commands) {
  console.log(`\n== ${title} ==`)
  for (const words of lines) run(words)
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
  ['open reports/leaving-ad-fs.html', 'the same as a page: every cell drawn and explained, with “What if”'],
  [`npx authplan gaps ${today}`, 'what an architect should know about it'],
  [`npx authplan timeline ${today}`, 'what the vendor’s dates change'],
  ['npx authplan init my-tenant', 'a file of your own, with a feature that tests it'],
]
const table = (rows) => {
  const width = Math.max(...rows.map(([word]) => word.length))
  return rows.map(([word, says]) => `  ${word.padEnd(width)}  ${says}`).join('\n')
}
console.log(`\nLegend\n${table(legend)}\n\nWhat next\n${table(next)}`)
