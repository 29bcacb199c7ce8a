import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

test('a folder is made where it is asked for, and is gone with what is in it', () => {
  const place = mkdtempSync(join(tmpdir(), 'authplan-within-'))
  const folder = temporaryFolder({ removeIfKilled: undefined, within: place, name: 'stage-' })
  writeFileSync(join(folder.path, 'file'), 'x')
  expect({ within: dirname(folder.path), name: basename(folder.path).slice(0, 6) }).toEqual({
    within: place,
    name: 'stage-',
  })
  folder.remove()
  expect(readdirSync(place)).toEqual([])
  folder.remove()
  rmSync(place, { recursive: true })
})

test('a folder is removed when the process is killed, once what writes into it has ended', () => {
  const order: string[] = []
  let kill = (): void => undefined
  const folder = temporaryFolder({
    removeIfKilled: (remove) => {
      kill = remove
      return () => order.push('finished')
    },
    stopWriters: () => order.push(existsSync(folder.path) ? 'stopped' : 'too late'),
  })
  kill()
  expect(existsSync(folder.path)).toBe(false)
  folder.remove()
  expect(order).toEqual(['stopped', 'too late', 'finished'])
})

test('the product makes temporary folders here alone, each of them removed when the process is killed', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name))
  const others = sources.filter((name) => /\bmkdtemp/.test(readFileSync(name, 'utf8')))
  expect(others).toEqual([join('src', 'source', 'files', 'temporary-folder.ts')])
  const own = [join('src', 'source', 'files'), join('src', 'report', 'drawing')]
  const elsewhere = sources.filter(
    (name) => /\btmpdir\(/.test(readFileSync(name, 'utf8')) && !own.includes(dirname(name)),
  )
  expect(elsewhere).toEqual([])
})
