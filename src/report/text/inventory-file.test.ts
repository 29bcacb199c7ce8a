import { expect, test } from 'vitest'
import type { ClientInUse } from '../../replay/inventory/inventory.ts'
import { inventoryFile } from './inventory-file.ts'
import { renderInventoryText } from './inventory-report.ts'
import { explainedWords } from './replay-report.ts'

const seen = { signIns: 4, succeeded: 4, people: { people: 2 }, first: 0, last: 0, shapes: [0] }
const logs = { files: 1, signIns: 4, people: 2, shapes: 1, broken: [], accountNames: 2 }
const client: ClientInUse = {
  ...{ ...seen, application: 'Outlook\n16', applicationId: '', spoke: 'mapi-http', platform: 'windows' },
  ...{ server: 'iis', authentication: 'unknown', catalog: [] },
}

test('a file to start from keeps networks whole and says what it does not list', () => {
  const networks = [{ name: 'HQ', inside: true, ranges: ['192.0.2.0/24'], country: 'DE', origins: {}, assumed: {} }]
  const inventory = { clients: [client], networks, elsewhere: true }
  const text = inventoryFile({ tenant: 'Contoso', file: 'x', logs, inventory, statementOf: () => undefined })
  expect(text).toContain(
    '- name: HQ\n    insideCorporateNetwork: true\n    ranges:\n      - 192.0.2.0/24\n    country: DE\n',
  )
  expect(text).toContain('"Outlook\\n16", mapi-http, 4 sign-ins of 2 people, last on 1970-01-01\n')
  expect(text).toContain('DOMAIN\\user: 2 people\n')
})

test('of a log without a sign-in to compare no share is stated', () => {
  const none = { shapes: 0, signIns: 0 }
  const tally = { agrees: none, disagrees: none, undetermined: none, notComparable: { shapes: 3, signIns: 4 } }
  expect(explainedWords(tally, 0)).not.toContain('%')
  expect(explainedWords({ ...tally, agrees: { shapes: 1, signIns: 1 } }, 1)).toContain('100 %')
})

test('of a log without clients it is not said that none of them is old', () => {
  const inventory = { clients: [], networks: [], elsewhere: false }
  const text = renderInventoryText({ tenant: 'C', file: 'x', logs, inventory, statementOf: () => undefined })
  expect(text).toContain('the logs show no client')
  expect(text).not.toContain('none')
})
