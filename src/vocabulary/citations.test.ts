import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sources } from './citations.ts'

const source = new URL('../', import.meta.url)

const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/citations(\.test)?\.ts$/.test(path))
  .map((path) => readFileSync(new URL(path, source), 'utf8'))

test.each(Object.keys(sources))('%s backs a statement somewhere', (key) => {
  expect(texts.some((text) => text.includes(`'${key}'`))).toBe(true)
})
