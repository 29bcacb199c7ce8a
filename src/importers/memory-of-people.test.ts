import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { graphFragment } from './graph/graph-fragment.ts'
import { importExports } from './import-exports.ts'
import { readers } from './readers.ts'
import { recognizeFiles } from './recognize-files.ts'

const count = 3_000
const person = (number: number) => ({
  businessPhones: [`+49 89 ${number}`],
  displayName: `Person number ${number}`,
  jobTitle: `Engineer of a part with the number ${number}`,
  mail: `person.${number}@contoso.com`,
  proxyAddresses: [`SMTP:person.${number}@contoso.com`, `smtp:alias.${number}@contoso.com`],
  userPrincipalName: `person.${number}@contoso.com`,
  id: `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`,
  accountEnabled: number % 7 !== 0,
  userType: number % 50 === 0 ? 'Guest' : 'Member',
  createdDateTime: new Date(1_600_000_000_000 + number * 3_600_000).toISOString(),
  identities: [
    { signInType: 'userPrincipalName', issuer: 'contoso.com', issuerAssignedId: `person.${number}@contoso.com` },
  ],
  onPremisesDistinguishedName: `CN=Person number ${number},OU=People,OU=Department ${number % 40},DC=contoso,DC=com`,
})
const textOf = (people: number) =>
  JSON.stringify({ '@odata.context': 'x', value: Array.from({ length: people }, (_, at) => person(at)) })

/** The text of an export, made again each time, as if it were read from a disk. */
const inPieces = (text: string): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (let at = 0; at < text.length; at += 1000) yield ` ${text.slice(at, at + 1000)}`.slice(1)
  },
})

test('a long export is never read as one text, and gives the tenant of one that is', () => {
  const text = textOf(100)
  const whole = () => {
    throw new Error('read as one text')
  }
  const domains = {
    name: 'domains.json',
    text: '[{"id":"contoso.com","authenticationType":"Managed","isVerified":true}]',
  }
  const named = { name: 'users.json', text }
  const atOnce = importExports([domains, named], { largeFrom: text.length + 1, stem: 't' })
  const piecewise = importExports([domains], {
    others: [{ name: 'users.json', pieces: inPieces(text), whole }],
    stem: 't',
  })
  if (!atOnce.ok || !piecewise.ok) throw new Error('not imported')
  expect(piecewise.value.file).toEqual(atOnce.value.file)
  expect(piecewise.value.coverage).toEqual(atOnce.value.coverage)
})

test('of each person of a long export a few hundred bytes are kept', () => {
  setFlagsFromString('--expose-gc')
  const text = textOf(count)
  const collectGarbage: () => void = runInNewContext('gc')
  const others = [{ name: 'users.json', pieces: inPieces(text), whole: () => undefined }]
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const found = recognizeFiles([], readers, { others })
  const fragment = graphFragment(found.objects, true)
  collectGarbage()
  const kept = (process.memoryUsage().heapUsed - before) / count
  expect(fragment.file.users).toHaveLength(count)
  expect(found.objects).toHaveLength(count)
  expect(text.length / count).toBeGreaterThan(600)
  expect(kept).toBeLessThan(600)
})
