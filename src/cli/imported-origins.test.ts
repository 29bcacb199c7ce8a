import { expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { importedOrigins } from './imported-origins.ts'

/** A reader that counts how often each file is read. */
function counting(reader: SourceReader): { readonly reader: SourceReader; readonly reads: Map<string, number> } {
  const reads = new Map<string, number>()
  const read: SourceReader['read'] = (path) => {
    reads.set(path, (reads.get(path) ?? 0) + 1)
    return reader.read(path)
  }
  return { reader: { ...reader, read }, reads }
}

test('however many diagnostics there are, a file and its origins are read once', () => {
  const clients = Array.from({ length: 2000 }, () => 'nothing-like-it')
  const text = JSON.stringify({ name: 'many', asOf: '2024-01-01', clients })
  const memory = memorySourceReader({ 'many.json': text })
  const loaded = loadTenant('many.json', memory)
  if (loaded.ok) throw new Error('the file is in order')
  expect(loaded.diagnostics.length).toBeGreaterThan(2000)
  const { reader, reads } = counting(memory)
  expect(importedOrigins(reader).noted(loaded.diagnostics)).toHaveLength(loaded.diagnostics.length)
  expect(Math.max(...reads.values())).toBe(1)
})
