import { expect, test } from 'vitest'
import { processorTime } from '../processor-time.fixture.ts'
import { drawnLines, mermaidLabel, mermaidText } from './drawing/mermaid-escape.ts'
import { displayWidth, wrapped } from './tables/display-width.ts'
import { wrappedLines } from './tables/wrapped-lines.ts'

const units = ['x', 'x ', 'x-', '\u6f22', '\u05d01', '\u05b0', 'e\u0301', '#;', ' ', '\u{1f1e6}', '\u200d', 'style:']

const layouts = {
  label: (text) => mermaidLabel(text, 20, 3),
  'label of one line': (text) => mermaidLabel(text, 20, 1),
  text: (text) => mermaidText(text, 42),
  'one line': (text) => mermaidText(text, Number.POSITIVE_INFINITY),
  'even lines': (text) => drawnLines(text, 136),
  cells: (text) => wrapped(text, 16),
  'a terminal': (text) => wrappedLines(text, 80),
  width: displayWidth,
} as const satisfies Readonly<Record<string, (text: string) => unknown>>

const cases = Object.entries(layouts).flatMap(([name, layout]) => units.map((unit) => ({ name, unit, layout })))

const size = 3_000

test.each(cases)('laying out $name of many $unit grows with the text', ({ unit, layout }) => {
  const short = processorTime(() => layout(unit.repeat(size)))
  const long = processorTime(() => layout(unit.repeat(4 * size)))
  // Four times the text in eight times the time would be growth by the power of 1.5; what is short says nothing.
  expect(long).toBeLessThan(Math.max(8 * short, 400))
})
