import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { generatedLog, jsonLines } from '../generated-log.fixture.ts'
import { openLogs } from '../logs/open-logs.ts'
import { classifyPeople } from '../people-of.ts'
import { reduceLogs } from '../replay.ts'
import { openEngine } from './duckdb.ts'
import { memoryFor, readingThreads } from './reading-threads.ts'

const reader = nodeSourceReader('.')

test('logs in as many files as there are threads are read within the memory of the engine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-threads-'))
  const loaded = loadTenant('scenarios/conditional-access.yaml', reader)
  if (!loaded.ok) throw new Error('the scenario is valid')
  const people = classifyPeople(loaded.value, reader)
  const engine = await openEngine(undefined, { memory: '1000MB', temporary: '1GB', threads: 16 })
  if (!people.ok || engine === undefined) throw new Error('no people or no engine')
  try {
    const log = generatedLog(loaded.value, 5, 16)
    for (const [index, one] of log.entries())
      writeFileSync(join(folder, `${index}.jsonl`), jsonLines([one, { ...one, id: `${index}` }]))
    const { shapes } = await reduceLogs(engine, openLogs([folder], reader).files, [people.value], reader)
    expect(shapes.reduce((sum, { signIns }) => sum + signIns, 0)).toBe(2 * log.length)
  } finally {
    engine.close()
    rmSync(folder, { recursive: true })
  }
})

test('threads hold at most half of the memory, except a single one', () => {
  const file = { name: 'a', path: 'a', packed: false, bytes: 0 }
  const [lines, page] = [true, false].map(
    (whole) => ({ kind: 'json', lines: whole, enveloped: false, names: 'graph' }) as const,
  )
  if (lines === undefined || page === undefined) throw new Error('two forms')
  const held = (bytes: number): number => 2 * Math.max(64 * 2 ** 20, bytes + 2 ** 20)
  for (const bytes of [1000, 100_000_000, 400_000_000])
    for (const memory of [200, 500, 1000, 4000] as const) {
      const limits = { memory: `${memory}MB` } as const
      const threads = readingThreads(
        [
          { ...file, shape: lines },
          { ...file, bytes, shape: page },
        ],
        limits,
        64,
      )
      expect(threads).toBeGreaterThanOrEqual(1)
      if (threads > 1) expect(threads * held(bytes)).toBeLessThanOrEqual(memory * 500_000)
      expect(readingThreads([{ ...file, shape: page }], limits, 1)).toBe(1)
    }
})

test('the memory of the engine grows with the largest page, and no further than the rest of the product leaves', () => {
  const file = { name: 'a', path: 'a', packed: false }
  const [lines, page] = [true, false].map(
    (whole) => ({ kind: 'json', lines: whole, enveloped: false, names: 'graph' }) as const,
  )
  if (lines === undefined || page === undefined) throw new Error('two forms')
  const of = (bytes: number, shape = page, memory: `${number}MB` = '1000MB') =>
    memoryFor(
      [
        { ...file, bytes: 1, shape: page },
        { ...file, bytes, shape },
      ],
      { memory },
    )
  expect([of(1000), of(110_000_000), of(136_000_000), of(400_000_000)]).toEqual([
    '1000MB',
    '1000MB',
    '1224MB',
    '2000MB',
  ])
  expect(of(136_000_000, lines)).toBe('1000MB')
  expect(of(136_000_000, page, '3000MB')).toBe('3000MB')
})
