import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { prepareFeatures } from './prepare-features.ts'

const files = {
  'a.feature': 'Feature: a\n  Scenario Outline: b\n    Given <word>\n\n    @examples:rows.csv\n    Examples:\n',
  'rows.csv': 'word\nx\n',
}

test.each(['dispose', 'kill'] as const)('copies of features are gone after a %s', (end) => {
  const waiting = new Set<() => void>()
  const prepared = prepareFeatures('', [{ path: 'a.feature', lines: [] }], memorySourceReader(files), {
    removeIfKilled: (remove) => {
      waiting.add(remove)
      return () => waiting.delete(remove)
    },
  })
  expect(prepared.problems).toEqual([])
  const [copy = ''] = prepared.paths
  expect({ copied: existsSync(copy), waiting: waiting.size }).toEqual({ copied: true, waiting: 1 })
  if (end === 'dispose') prepared.dispose()
  else for (const remove of waiting) remove()
  expect(existsSync(copy)).toBe(false)
  if (end === 'dispose') expect(waiting.size).toBe(0)
})
