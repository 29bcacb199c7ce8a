import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { shellPath, shellWord } from './shell-word.ts'

const words = [
  'tenant.yaml',
  'our tenant.yaml',
  "o'neil.yaml",
  'a"b',
  'a\\b c',
  '$HOME/`id`!',
  "both ' and $x",
  '',
  '*.yaml',
  '~/x',
  'a;b&c|d',
  '(a)<b>#c',
  '=x',
  'Größe/ä.yaml',
  'two\nlines',
]

test('a shell gets every word as it is', () => {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${words.map(shellWord).join(' ')}`], { encoding: 'utf8' })
  expect(stdout.split('\0').slice(0, -1)).toEqual(words)
})

test('what needs no quotes has none, and blanks alone get double ones', () => {
  expect(['scenarios/a-b_c.yaml', 'Finance lead', 'a@b.com'].map(shellWord)).toEqual([
    'scenarios/a-b_c.yaml',
    '"Finance lead"',
    'a@b.com',
  ])
})

test('a path that begins like an option is made one of this folder', () => {
  expect(shellPath('-x y.yaml')).toBe('"./-x y.yaml"')
})
