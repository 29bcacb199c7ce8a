import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const numbers = readdirSync('docs/decisions').flatMap((name) => /^(\d+)-[\w-]+\.md$/.exec(name)?.[1] ?? [])

/** Numbers of the decisions that code names, as in `(decision 4)`. */
const named = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('decisions.'))
  .flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/\b[Dd]ecision (\d+)\b(?=[):])/g)])
  .map(([, number]) => number)

test('every decision is named where the code follows it, and there is no other', () => {
  expect([...new Set(named)].sort()).toEqual(numbers.toSorted())
  expect(numbers).toHaveLength(5)
})

test('the list of decisions has them all', () => {
  const list = readFileSync('docs/decisions/README.md', 'utf8')
  expect([...list.matchAll(/^\| \[(\d+)\]/gm)].map(([, number]) => number)).toEqual(numbers.toSorted())
})
