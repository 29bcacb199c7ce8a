import { expect, test } from 'vitest'
import { diagnosticCatalog, diagnosticCodes } from './diagnostic-catalog.ts'

test.each(diagnosticCodes)('%s has a family, a number and a separate title', (code) => {
  const { title } = diagnosticCatalog[code]
  expect(code).toMatch(/^[A-Z]+-[1-9]\d*$/)
  expect(title).toMatch(/^[^\n]+[^.\n]$/)
  expect(diagnosticCodes.filter((other) => diagnosticCatalog[other].title === title)).toEqual([code])
})
