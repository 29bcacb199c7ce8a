import { resolve } from 'node:path'
import type { Position } from 'vscode-languageserver'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { placeAt } from './places.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

/** The repository as a workspace, with some documents open. */
export function workspaceWith(open: Readonly<Record<string, string>> = {}): Workspace {
  const cwd = resolve('.')
  return workspaceOf(cwd, nodeSourceReader(cwd), new Map(Object.entries(open)))
}

/** A text with a cursor, written `‸`. */
export function withCursor(text: string): { readonly text: string; readonly at: Position } {
  const offset = text.indexOf('‸')
  if (offset === -1) throw new Error('the text has no cursor')
  const whole = text.slice(0, offset) + text.slice(offset + 1)
  return { text: whole, at: placeAt({ name: 'text', text: whole }, offset) }
}

/** The place of some words of a text, and of a word within them. */
export function placeOf(text: string, words: string, within = words): Position {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`the text does not hold ${words}`)
  return placeAt({ name: 'text', text }, start + words.indexOf(within))
}
