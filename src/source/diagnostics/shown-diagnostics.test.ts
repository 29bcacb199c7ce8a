import { describe, expect, test } from 'vitest'
import { type Diagnostic, severityOf } from './diagnostic.ts'
import { renderDiagnostics } from './render-diagnostic.ts'
import { shownDiagnostics } from './shown-diagnostics.ts'

const source = { name: 'tenant.yaml', text: 'x'.repeat(300_000) }
const warning = (start: number): Diagnostic => ({
  code: 'CON-1',
  args: { on: ['a'], off: ['b'] },
  at: { source, start, end: start + 1 },
})
const error = (start: number): Diagnostic => ({ code: 'SRC-8', args: {}, at: { source, start, end: start + 1 } })
const many = (count: number, make: (start: number) => Diagnostic, from = 0): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) => make(from + index))

describe('diagnostics', () => {
  test('up to a hundred are all shown', () => {
    expect(shownDiagnostics(many(100, error))).toHaveLength(100)
  })

  test.each<[string, readonly Diagnostic[], string, object]>([
    ['errors', many(200_000, error), 'SRC-26', { errors: 199_900, warnings: 0 }],
    ['warnings', many(101, warning), 'SRC-27', { warnings: 1 }],
    [
      'warnings before errors',
      [...many(150, warning), ...many(120, error, 500)],
      'SRC-26',
      { errors: 20, warnings: 150 },
    ],
  ])('too many %s are counted', (_name, all, code, args) => {
    const shown = shownDiagnostics(all)
    expect(shown).toHaveLength(101)
    expect(shown.at(-1)).toMatchObject({ code, args })
  })

  test('an error is shown before any warning', () => {
    const shown = shownDiagnostics([...many(500, warning), error(1000)])
    expect(shown.filter(({ code }) => severityOf(code) === 'error')).toHaveLength(1)
    expect(renderDiagnostics(shown)).toContain('401 more warnings are not shown')
  })
})
