import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'

const loaded = loadTenant('scenarios/passwordless-company.yaml', nodeSourceReader(process.cwd()))
if (!loaded.ok) throw new Error('the scenario does not load')
const tenant = loaded.value

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

/** The rows of the tables of a feature, each by the names of its columns. */
function rowsOf(file: string): readonly ReadonlyMap<string, string>[] {
  let header: readonly string[] | undefined
  const rows: ReadonlyMap<string, string>[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim().startsWith('|')) header = undefined
    else if (header === undefined) header = cellsOf(line)
    else {
      const cells = cellsOf(line)
      rows.push(new Map(header.map((name, at) => [name, cells[at] ?? ''])))
    }
  }
  return rows
}

const asserted = ['credential', 'presents', 'prompts', 'device token', 'device ticket', 'rule']
const purposes: Readonly<Record<string, string>> = {
  'read-mail': 'read mail',
  'open-address-book': 'open the address book',
  'check-free-busy': 'check free busy',
  'send-mail': 'send mail',
  administer: 'administer',
}

test('each leg of the passwordless company has a row with its credential, prompts, yield and rule', () => {
  const rows = rowsOf('features/methods/passwordless-company.feature').filter((row) =>
    asserted.every((name) => row.has(name)),
  )
  const stated = rows.map((row) => ['user', 'client', 'purpose'].map((name) => row.get(name)).join(', '))
  const requests = [...planRequests(tenant)]
  const planned = requests.map(({ user, client, purpose }) =>
    [tenant.users.get(user)?.displayName, tenant.clients.get(client)?.displayName, purposes[purpose]].join(', '),
  )
  // Each sign-in is one leg, so that a row about a sign-in is about each of them.
  expect(requests.filter((request) => simulateSession(tenant, request).length !== 1)).toEqual([])
  expect(planned.filter((one) => !stated.includes(one))).toEqual([])
  expect(new Set(stated).size).toBe(planned.length)
})
