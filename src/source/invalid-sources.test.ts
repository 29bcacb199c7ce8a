import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inOrder } from './diagnostics/diagnostic.ts'
import { renderDiagnostics } from './diagnostics/render-diagnostic.ts'
import { readDocument } from './document/located-document.ts'
import { nodeSourceReader } from './files/read-source.ts'

const folder = 'scenarios/invalid'
const files = readdirSync(folder).filter((name) => /^SRC-([6-9]|1[0-8])-.*\.(yaml|json)$/.test(name))

function shown(path: string): string {
  const loaded = nodeSourceReader('.').read(path)
  const diagnostics = loaded.ok ? readDocument(loaded.value).diagnostics : loaded.diagnostics
  return renderDiagnostics(inOrder(diagnostics))
}

test.each(files)('%s is answered as written next to it', (name) => {
  const expected = readFileSync(`${folder}/${name.replace(/\.\w+$/, '.txt')}`, 'utf8')
  expect(shown(`${folder}/${name}`)).toBe(expected)
  expect(expected).toContain(`[${/^SRC-\d+/.exec(name)?.[0]}]`)
})
