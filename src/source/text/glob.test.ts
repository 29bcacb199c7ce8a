import { describe, expect, test } from 'vitest'
import { globMatcher } from './glob.ts'

/** What the marks mean, one name after the other. */
function nameMatches(pattern: string, name: string): boolean {
  const [mark, ...rest] = pattern
  if (mark === undefined) return name === ''
  const after = rest.join('')
  if (mark === '*') return nameMatches(after, name) || (name !== '' && nameMatches(pattern, name.slice(1)))
  return name !== '' && (mark === '?' || mark === name[0]) && nameMatches(after, name.slice(1))
}

const visible = (pattern: string, name: string): boolean => pattern.startsWith('.') || !name.startsWith('.')

function pathMatches([first, ...others]: readonly string[], names: readonly string[]): boolean {
  const [name, ...below] = names
  if (first === undefined) return names.length === 0
  if (first === '**') {
    if (name !== undefined && !name.startsWith('.') && pathMatches([first, ...others], below)) return true
    return others.length > 0
      ? pathMatches(others, names)
      : name !== undefined && !name.startsWith('.') && below.length === 0
  }
  return name !== undefined && visible(first, name) && nameMatches(first, name) && pathMatches(others, below)
}

const names = ['a', 'b', 'ab', '.a', 'a.b', '[a]', '!a', '#a', '{a,b}', '+(a)', 'a\\b']
const paths = names.flatMap((one) => [one, ...names.flatMap((two) => [`${one}/${two}`, `${one}/b/${two}`])])
const parts = ['a', '*', '?', '**', '*b', '?b', '.*', 'a*b', '[a]', '!*', '#a', '{a,b}', '+(a)', 'a\\b', 'a**']
const patterns = parts.flatMap((one) => [one, ...parts.flatMap((two) => [`${one}/${two}`, `${one}/**/${two}`])])

describe('a pattern for paths', () => {
  test.each(parts)('that begins with %s matches what its marks say', (part) => {
    const wrong: string[] = []
    for (const pattern of patterns.filter((one) => one === part || one.startsWith(`${part}/`))) {
      const matches = globMatcher(pattern)
      for (const path of paths)
        if (matches(path) !== pathMatches(pattern.split('/'), path.split('/'))) wrong.push(`${pattern} ${path}`)
    }
    expect(wrong).toEqual([])
  })

  test.each<[string, string]>([
    [`${'*a'.repeat(30)}b`, 'a'.repeat(60)],
    [`${'*a*b'.repeat(20)}c`, 'ab'.repeat(60)],
    [`${'*a?'.repeat(20)}c`, 'a'.repeat(90)],
    [`${'**/a/'.repeat(15)}b`, `${'a/'.repeat(40)}c`],
    [`${'**/*a/'.repeat(15)}b`, `${'aa/'.repeat(40)}c`],
  ])('never takes long to say no: %s', (pattern, path) => {
    const started = performance.now()
    expect(globMatcher(pattern)(path)).toBe(false)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
