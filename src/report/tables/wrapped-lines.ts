import { displayWidth } from './display-width.ts'

// What paints text takes no room.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the signs that begin a color are control characters
const paint = /\u001b\[[0-9;]*m/g

// A command is meant to be copied, so it stays on one line.
const command = /^ *(?:replay: )?authplan /

const roomOf = (text: string): number => displayWidth(text.replace(paint, ''))

/** Wraps lines to a width; continuation lines are indented, and long words stay whole. */
export function wrappedLines(text: string, columns: number | undefined): string {
  if (columns === undefined) return text
  return text
    .split('\n')
    .map((line) => (roomOf(line) <= columns || command.test(line) ? line : wrappedLine(line, columns)))
    .join('\n')
}

function wrappedLine(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const below = `${indent}${indent === '' ? '' : '  '}`
  const lines: string[] = []
  let current = indent
  for (const word of line.slice(indent.length).split(' ')) {
    const longer = current.trim() === '' ? `${current}${word}` : `${current} ${word}`
    if (current.trim() !== '' && roomOf(longer) > columns) {
      lines.push(current)
      current = `${below}${word}`
    } else current = longer
  }
  return [...lines, current].join('\n')
}
