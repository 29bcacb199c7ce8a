import { expect, test } from 'vitest'
import { applicationOf } from '../catalog/applications.ts'
import { roleOf } from '../catalog/roles.ts'
import { folderOfLitware, type Variant } from '../importers/litware/folders.fixture.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const variant: Variant = {
  printed: () => 'CSV',
  graph: 'one object a file',
  terraform: 'state',
  people: 'PowerShell',
}
/** Files that are not understood, so that diagnostics are written about them. */
const faulty = {
  'ada.lovelace@litware.com.csv': 'userPrincipalName,Secret of Ada\nada@litware.com,x\n',
  'Litware people.json': '[{"Ada Lovelace":"ada@litware.com"},',
}
const exported = Object.fromEntries(
  Object.entries({ ...folderOfLitware(variant), ...faulty }).map(([name, text]) => [`Litware/${name}`, text]),
)

const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const isShared = (id: string): boolean =>
  id.startsWith('00000000-0000-0000-0000-') || roleOf(id) !== undefined || applicationOf(id) !== undefined

/** Everything in the exports that names a person, the company or a part of it. */
function named(): ReadonlySet<string> {
  const texts = Object.entries(exported).flat()
  const ids = texts.flatMap((text) => text.match(guid) ?? []).map((id) => id.toLowerCase())
  const addresses = texts.flatMap((text) => text.match(address) ?? []).map((one) => one.toLowerCase())
  const fields = /"(?:displayName|DisplayName|surname|givenName|mailNickname)"\s*:\s*"([^"]+)"/g
  const names = texts.flatMap((text) => [...text.matchAll(fields)].map(([, name = '']) => name.toLowerCase()))
  return new Set([...ids.filter((id) => !isShared(id)), ...addresses, ...names, 'litware'])
}

/** Names that every tenant has. */
const common = new Set(['global administrator', 'security defaults', 'phishing-resistant mfa'])

test('with pseudonyms nothing in any output is named as in the exports', async () => {
  const words = ['import', 'Litware', '--pseudonymize', 'p.key', '--coverage', 'c.json', '-o', 'shared.yaml']
  const made = await recordedRun(words, memorySourceReader({ ...exported, 'p.key': 'k'.repeat(40) }))
  const { 'shared.yaml': shared = '' } = made.files
  expect(shared).toContain('conditionalAccess')
  const outputs = [made.stdout, made.stderr, ...Object.values(made.files)].join('\n').toLowerCase()
  const left = [...named()].filter((name) => {
    const pattern = new RegExp(`(?<![a-z0-9])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`)
    return !common.has(name) && pattern.test(outputs)
  })
  expect(left).toEqual([])
  // A diagnostic has its place and its kind.
  expect(made.stderr).toMatch(/^file-[0-9a-f]{8}\.csv:1:\d+ warning\[IMP-32\]: unknown column$/m)
  expect(made.stderr).toMatch(/^file-[0-9a-f]{8}\.json:1:\d+ warning\[IMP-1\]: unrecognized export$/m)
  const checked = await recordedRun(['check', 'shared.yaml'], memorySourceReader(made.files))
  expect(checked.stdout).not.toContain('error[')
})
