import { expect, test } from 'vitest'
import { renderDiagnostics } from './diagnostics/render-diagnostic.ts'
import { readDocument } from './document/located-document.ts'
import { readCsv } from './records/read-csv.ts'

const seeds = [
  'name: Contoso\nasOf: 2019-10-01\ndomains:\n  - name: contoso.com\n    authenticationType: federated\nusers: &u [a, b]\nmore: *u\ntext: |\n  x\n  y\n',
  '{"value": [{"id": "1", "state": "enabled", "n": -1.5e3, "b": [true, false, null]}], "e": {}}',
  'upn,name,groups\r\n"a@b.c","x ""y""","1;2"\r\nc@d.e,z,\r\n',
  '%YAML 1.2\n---\n? [a, {b: c}]\n: !!str "q\\n"\n<<: {}\n...\n---\n- - - x\n',
]
const marks = [
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ':',
  ': ',
  '\n',
  '\t',
  ' ',
  '-',
  '- ',
  '#',
  '&a',
  '*a',
  '!',
  '|',
  '>',
  '%',
  '\\',
  ',',
  '\u0000',
  '\u001b',
  '\ud800',
  '\ufeff',
  '\r',
  '? ',
  '---\n',
  '__proto__: ',
]

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never, undefined> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state
  }
}

function mutated(text: string, next: () => number): string {
  let result = text
  for (let edits = 1 + (next() % 6); edits > 0; edits -= 1) {
    const at = next() % (result.length + 1)
    const kind = next() % 4
    if (kind === 0) result = result.slice(0, at) + result.slice(at + 1 + (next() % 4))
    else if (kind === 1) result = result.slice(0, at) + result.slice(next() % (at + 1), at) + result.slice(at)
    else result = result.slice(0, at) + (marks[next() % marks.length] ?? '') + result.slice(at)
  }
  return result
}

test('two thousand broken texts are read without an exception, and each mistake lies inside its text', () => {
  const source = numbers(20191001)
  const next = () => source.next().value
  let broken = 0
  for (let round = 0; round < 2000; round += 1) {
    const text = mutated(seeds[round % seeds.length] ?? '', next)
    for (const name of ['a.yaml', 'a.json']) {
      const { document, diagnostics } = readDocument({ name, text })
      broken += diagnostics.length > 0 ? 1 : 0
      expect(document !== undefined || diagnostics.length > 0, text).toBe(true)
      for (const { at } of diagnostics) {
        expect(
          at.start >= 0 && at.start <= at.end && at.end <= text.length,
          JSON.stringify({ name, text, at: [at.start, at.end] }),
        ).toBe(true)
      }
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
      expect(renderDiagnostics(diagnostics)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
      if (document !== undefined) expect(JSON.stringify(document.value)).toBeDefined()
    }
    readCsv({ name: 'a.csv', pieces: [text.slice(0, round % 50), text.slice(round % 50)] }, () => undefined)
  }
  expect(broken).toBeGreaterThan(2000)
})
