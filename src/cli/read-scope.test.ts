import { Command } from 'commander'
import { expect, test } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { Environment } from './environment.ts'
import { scoped } from './read-scope.ts'

test('a command has every ability of its reader but that of another scope, which its options choose', () => {
  const given = nodeSourceReader(process.cwd())
  let found: SourceReader | undefined
  const define = scoped('import', ({ reader }) => {
    found = reader
    return new Command()
  })
  // A command that only shows its reader needs nothing else.
  define({ reader: given } as Environment, () => {})
  const abilities = Object.keys(given).filter((key) => key !== 'within')
  expect(Object.keys(found ?? {}).sort()).toEqual(abilities.sort())
})
