import { type GraphField, textOf } from './graph-reader.ts'

const millisecondsPattern = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/
const datePattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?<offset>Z|[+-]\d{2}:\d{2})?)?$/i

/** A moment as exports write it: ISO (without offset: UTC), or `/Date(ms)/`. */
export function instantOf(field: GraphField | undefined): number | undefined {
  const text = textOf(field)
  if (text === undefined) return undefined
  const milliseconds = millisecondsPattern.exec(text)?.[1]
  if (milliseconds !== undefined) return Number(milliseconds)
  const match = datePattern.exec(text)
  if (match === null) return undefined
  const zoned = text.includes('T') && match.groups?.['offset'] === undefined ? `${text}Z` : text
  const instant = Date.parse(zoned.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(instant) ? undefined : instant
}
