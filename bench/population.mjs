// Populations in CSV files: 20 clients, 4 networks, and ever more users.
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOwnProcess, median, number, table, target, times } from './measure.mjs'
import { choices } from './problem.mjs'

export const title = 'Population'
const sizes = [1_000, 10_000, 100_000, 1_000_000]
const rounds = 5

const tenant = `name: Population
asOf: 2019-10-01
createdDateTime: 2014-03-01
domains:
  - { name: contoso.com, authenticationType: federated, identityProvider: adfs }
identityProviders:
  - { name: adfs, product: ad-fs, performsMfa: false, passesClaims: [insidecorporatenetwork], reachableFromInternet: true }
directorySync: { delay: PT3H }
multifactorAuthentication: { appPasswords: allowed, trustedIps: [] }
securityDefaults: false
workloads:
  exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: false }
  skype-for-business-server: { modernAuthentication: false }
networks:
  - { name: head office, ranges: [203.0.113.0/26], insideCorporateNetwork: true }
  - { name: branch, ranges: [203.0.113.64/26], insideCorporateNetwork: true }
  - { name: partner, ranges: [198.51.100.0/24] }
  - { name: internet }
clients: [outlook-2007, outlook-2010, outlook-2013, outlook-2016, outlook-2019, outlook-microsoft-365, office-2010,
  office-2013, office-2016, office-2019, skype-for-business-2015, skype-for-business-2016, skype-for-business-2019,
  lync-2013, apple-mail-ios-10, apple-mail-ios-11, browser, windows-powershell-basic, imap-client, pop-client]
groups: [{ name: Finance }, { name: Sales }, { name: Everybody }]
users: { from: users.csv }
`

function writeUsers(file, count) {
  const choose = choices(count)
  const out = openSync(file, 'w')
  let text = 'userPrincipalName,displayName,perUserMfaState,registered,appPasswords,groups,mailbox,archive,registrar\n'
  for (let index = 0; index < count; index += 1) {
    const state = ['disabled', 'enabled', 'enforced'][choose(3)]
    const passwords = state === 'enforced' && choose(2) === 0 ? 'Laptop;Phone' : ''
    const group = ['Finance', 'Sales;Everybody', 'Everybody'][choose(3)]
    const mailbox = choose(10) === 0 ? 'none' : 'exchange-online'
    const registrar = choose(2) === 0 ? 'skype-for-business-server' : 'none'
    text += `user.number.${index}@contoso.com,User number ${index},${state},${state === 'enforced'},${passwords},${group},${mailbox},none,${registrar}\n`
    if (text.length > 2 ** 20) {
      writeSync(out, text)
      text = ''
    }
  }
  writeSync(out, text)
  closeSync(out)
}

function measured(folder, size) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tenant.yaml'), tenant)
  writeUsers(join(folder, 'users.csv'), size)
  const reads = []
  const wholes = []
  for (let round = 0; round < rounds; round += 1) {
    reads.push(inOwnProcess('population-run.mjs', folder, 'read'))
    wholes.push(inOwnProcess('population-run.mjs', folder, 'matrix'))
  }
  rmSync(folder, { recursive: true })
  const [first] = wholes
  if (first.users !== size) throw new Error(`${first.users} users read of ${size}`)
  return {
    size,
    classes: first.classes,
    cells: first.cells,
    read: median(reads.map(({ took }) => took)),
    whole: median(wholes.map(({ took }) => took)),
    memory: Math.max(...wholes.map(({ memory }) => memory)),
  }
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'population-'))
  const results = sizes.map((size) => measured(join(folder, `${size}`), size))
  rmSync(folder, { recursive: true })
  const rows = results.map(({ size, classes, cells, read, whole, memory }) => [
    size.toLocaleString('en-US'),
    String(classes),
    cells.toLocaleString('en-US'),
    number(read, 0),
    number(whole, 0),
    times((whole - read) / read),
    number(memory, 0),
  ])
  const largest = results.at(-1)
  const onTop = (largest.whole - largest.read) / largest.read
  return {
    text: `20 clients, 4 networks, one row of a CSV file for each user; every sign-in of every class is simulated. Milliseconds by the clock, each in a separate process; medians of ${rounds} rounds.\n\n${table(
      [
        'users',
        'classes',
        'sign-ins played',
        'reading and parsing alone',
        'everything',
        'on top of reading',
        'peak memory, MB',
      ],
      rows,
    )}\n\nThe number of classes is bounded by what the columns can say, so what grows with the users is the file: reading it, and recognising each row. With few users the start of the engine and the first play of each sign-in are most of it.`,
    targets: [
      target('on top of reading and parsing 1,000,000 users', 'less than reading and parsing', times(onTop), onTop < 1),
      target(
        'peak memory with 1,000,000 users',
        'under 512 MB',
        `${number(largest.memory, 0)} MB`,
        largest.memory < 512,
      ),
    ],
  }
}
