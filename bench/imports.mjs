// Exports of a large company: its users, and logs that are recognized and left out, up to 1 GB.
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOwnProcess, number, table, target } from './measure.mjs'

export const title = 'Import'

const user = (index) => ({
  id: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
  userPrincipalName: `user.${index}@contoso.com`,
  displayName: `User number ${index}`,
  givenName: 'User',
  surname: `Number ${index}`,
  mail: `user.${index}@contoso.com`,
  businessPhones: ['+1 425 555 0100'],
  jobTitle: 'Engineer',
  userType: 'Member',
  accountEnabled: index % 7 !== 0,
  onPremisesSyncEnabled: index % 2 === 0,
  createdDateTime: '2020-01-01T00:00:00Z',
})

const signIn = (index) => ({
  id: `${index}-record`,
  createdDateTime: '2026-01-01T10:00:00Z',
  userPrincipalName: `user.${index}@contoso.com`,
  clientAppUsed: 'Browser',
  conditionalAccessStatus: 'success',
  deviceDetail: { browser: 'Edge', operatingSystem: 'Windows10', displayName: 'x'.repeat(80) },
  status: { errorCode: 0, failureReason: null },
  appliedConditionalAccessPolicies: ['one', 'two', 'three', 'four', 'five', 'six'].map((displayName) => ({
    displayName,
    result: 'notApplied',
    enforcedGrantControls: [],
  })),
})

/** A page of an answer, until it has so many objects or bytes. */
function writePage(file, make, { count = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY }) {
  const out = openSync(file, 'w')
  let [text, written] = ['{"value":[', 0]
  for (let index = 0; index < count && written < bytes; index += 1) {
    text += `${index === 0 ? '' : ',\n'}${JSON.stringify(make(index))}`
    if (text.length < 2 ** 20) continue
    writeSync(out, text)
    written += text.length
    text = ''
  }
  writeSync(out, `${text}]}`)
  closeSync(out)
}

function measured(folder, { users, logs }) {
  const exports = join(folder, 'exports')
  mkdirSync(exports, { recursive: true })
  const domain = { id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }
  writeFileSync(join(exports, 'domains.json'), JSON.stringify({ value: [domain] }))
  writePage(join(exports, 'users.json'), user, { count: users })
  for (let log = 0; log < logs; log += 1)
    writePage(join(exports, `signins-${log}.json`), signIn, { bytes: 190_000_000 })
  const made = inOwnProcess('imports-run.mjs', folder)
  rmSync(folder, { recursive: true })
  if (made.code !== 0 || made.users !== users) throw new Error(JSON.stringify(made))
  return made
}

const companies = [
  { users: 10_000, logs: 0 },
  { users: 100_000, logs: 0 },
  { users: 100_000, logs: 1 },
  { users: 100_000, logs: 5 },
]

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'))
  const results = companies.map((company, index) => ({ ...company, ...measured(join(folder, `${index}`), company) }))
  rmSync(folder, { recursive: true })
  const rows = results.map(({ users, logs, took, memory }) => [
    users.toLocaleString('en-US'),
    String(logs),
    number(took, 1),
    number(memory, 0),
  ])
  const [, people, log, all] = results
  const oneFile = Math.max(people.took, log.took - people.took)
  return {
    text: `A page of users, and pages of sign-ins of 190 MB each, which are counted and left out. Seconds of the processor, each import in a separate process.\n\n${table(['users', 'logs', 'seconds', 'peak memory, MB'], rows)}`,
    targets: [
      target('a file of exports', 'under 30 s', `${number(oneFile, 1)} s`, oneFile < 30),
      target('peak memory with 1 GB of exports', 'under 1 GB', `${number(all.memory, 0)} MB`, all.memory < 1024),
    ],
  }
}
