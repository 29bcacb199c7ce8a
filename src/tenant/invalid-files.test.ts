import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnosticCodes } from '../source/diagnostics/diagnostic-catalog.ts'
import { renderDiagnostics } from '../source/diagnostics/render-diagnostic.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from './load-tenant.ts'

const folder = 'scenarios/invalid'
const files = readdirSync(folder).filter((name) => /^(?:(?:SHAPE|TEN|CON|POL)-\d+|SRC-2[34])-.*\.yaml$/.test(name))
const codeOf = (name: string): string => /^[A-Z]+-\d+/.exec(name)?.[0] ?? ''
const golden = (name: string): string => readFileSync(`${folder}/${name.replace(/\.yaml$/, '.txt')}`, 'utf8')

test.each(files)('%s is answered as written next to it', (name) => {
  const loaded = loadTenant(`${folder}/${name}`, nodeSourceReader('.'))
  const diagnostics = loaded.ok ? loaded.warnings : loaded.diagnostics
  expect(renderDiagnostics(diagnostics)).toBe(golden(name))
  expect(diagnostics.map(({ code }) => code)).toContain(codeOf(name))
})

/** The tests of all rooms, for codes that no file alone can bring about: a directory, a request, a stream. */
function testsUnder(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return testsUnder(`${path}/${entry.name}`)
    return entry.name.endsWith('.test.ts') ? [readFileSync(`${path}/${entry.name}`, 'utf8')] : []
  })
}

test('every code has a file that shows it, or a test that makes one', () => {
  const shown = new Set(readdirSync(folder).map(codeOf))
  const tests = testsUnder('src')
  const made = (code: string): boolean => tests.some((text) => new RegExp(`['"]${code}['" ]`).test(text))
  expect(diagnosticCodes.filter((code) => !shown.has(code) && !made(code))).toEqual([])
  // What a tenant file can bring about is in a file.
  expect(diagnosticCodes.filter((code) => /^(SHAPE|TEN|CON)-/.test(code) && !shown.has(code))).toEqual([])
})

test('a broken part hides no other mistake, and makes none up', () => {
  const text = `
name: broken parts
asOf: 2019-10-01
domains: [{ name: contoso.com, authenticationType: federated, identityProvider: 12 }]
identityProviders: [{ nme: adfs }]
clients: [{ name: 5, device: nowhere }]
users: [{ userPrincipalName: anna@contoso.com, mailbox: exchange-online }]
`
  const loaded = loadTenant('broken.yaml', memorySourceReader({ 'broken.yaml': text }))
  const codes = loaded.ok
    ? []
    : loaded.diagnostics.map(({ code, at }) => `${code} ${at.source.text.slice(at.start, at.end)}`)
  expect(codes).toEqual(['SHAPE-4 12', 'SHAPE-1 nme', 'SHAPE-4 5', 'TEN-1 exchange-online'])
})
