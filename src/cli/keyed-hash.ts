import { createHmac } from 'node:crypto'
import type { KeyedHash } from '../importers/pseudonyms.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { usageProblem } from './usage.ts'

const shortest = 16

/** A hash by the key that a file holds; a key that can be guessed gives pseudonyms that can be undone. */
export function keyedHash(path: string, reader: SourceReader): KeyedHash {
  const read = reader.read(path)
  const help = 'create one with `openssl rand -hex 32 > pseudonyms.key`, and do not share it'
  if (!read.ok) throw usageProblem(`cannot read a key from \`${path}\``, help)
  const key = read.value.text.trim()
  if (key.length < shortest) throw usageProblem(`the key in \`${path}\` has fewer than ${shortest} characters`, help)
  return (text) => createHmac('sha256', key).update(text).digest('hex')
}
