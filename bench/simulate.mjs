// `authplan simulate` of 2,000 people by 30 clients, in the tenant file and in a CSV file next to it, in every format.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { number, table, target } from './measure.mjs'

export const title = 'Output'
const people = 2_000
const program = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url))

const tenant = (users) => `name: Output
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
multifactorAuthentication: { appPasswords: allowed, trustedIps: [] }
workloads:
  exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: false }
networks: [{ name: head office, ranges: [203.0.113.0/26], insideCorporateNetwork: true }, { name: internet }]
clients: [outlook-2007, outlook-2010, outlook-2013, outlook-2016, outlook-2019, outlook-microsoft-365,
  outlook-new-windows, outlook-pop-imap, outlook-mac-2011, outlook-mac-2016, outlook-mobile-ios,
  outlook-mobile-android, outlook-web, office-2010, office-2013, office-2016, office-2019, apple-mail-ios-10,
  apple-mail-ios-11, apple-mail-macos, windows-mail, samsung-mail, gmail-android, thunderbird, pop-client,
  imap-client, eas-client, ews-client-legacy, ews-client, browser]
users: ${users}
`

const states = ['disabled', 'enabled', 'enforced']
const stateOf = (index) => states[index % states.length]
const inFile = () =>
  Array.from(
    { length: people },
    (_, index) =>
      `\n  - { userPrincipalName: user.${index}@contoso.com, perUserMfaState: ${stateOf(index)}, mailbox: exchange-online, archive: none }`,
  ).join('')
const beside = () =>
  `userPrincipalName,perUserMfaState,mailbox,archive\n${Array.from({ length: people }, (_, index) => `user.${index}@contoso.com,${stateOf(index)},exchange-online,none\n`).join('')}`

function measured(folder, file, format) {
  const out = join(folder, `out.${format}`)
  const noting = join(folder, 'peak.mjs')
  const started = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', noting, program, 'simulate', join(folder, file), '-f', `${format}:${out}`],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  const seconds = (performance.now() - started) / 1000
  const memory = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024
  const size = statSync(out).size / 2 ** 20
  rmSync(out)
  return { file, format, seconds, memory, size }
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'output-'))
  writeFileSync(
    join(folder, 'peak.mjs'),
    "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))",
  )
  writeFileSync(join(folder, 'file.yaml'), tenant(inFile()))
  writeFileSync(join(folder, 'beside.yaml'), tenant('{ from: users.csv }'))
  writeFileSync(join(folder, 'users.csv'), beside())
  const results = ['file.yaml', 'beside.yaml'].flatMap((file) =>
    ['json', 'csv', 'table', 'markdown'].map((format) => measured(folder, file, format)),
  )
  rmSync(folder, { recursive: true })
  const memory = Math.max(...results.map((one) => one.memory))
  const seconds = Math.max(...results.map((one) => one.seconds))
  return {
    text: `${people.toLocaleString('en-US')} people by 30 clients from two networks; the result goes to a file.\n\n${table(
      ['people', 'format', 'seconds', 'peak memory, MB', 'size, MB'],
      results.map((one) => [
        one.file === 'file.yaml' ? 'in the tenant file' : 'in a CSV file',
        one.format,
        number(one.seconds, 1),
        number(one.memory, 0),
        number(one.size, 1),
      ]),
    )}`,
    targets: [
      target('peak memory of 2,000 people by 30 clients', 'under 256 MB', `${number(memory, 0)} MB`, memory < 256),
      target('time of 2,000 people by 30 clients', 'under 60 s', `${number(seconds, 1)} s`, seconds < 60),
    ],
  }
}
