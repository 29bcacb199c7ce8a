import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseSignals } from '../analysis/parse-signals.ts'
import { policyInWords } from '../analysis/wording/policy-in-words.ts'
import { renderMermaid } from '../report/drawing/mermaid.ts'
import { sessionText } from '../report/json/json.ts'
import { renderCsv } from '../report/tables/csv.ts'
import { renderTable } from '../report/tables/table.ts'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { renderDiagnostics } from '../source/diagnostics/render-diagnostic.ts'
import { parseSource } from '../source/document/located-document.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { places, withWord, words } from './words-of-objects.fixture.ts'

/** Reads the file and shows what comes of it, however that ends. */
function useAll(text: string): void {
  const loaded = loadTenant('tenant.json', memorySourceReader({ 'tenant.json': text }))
  if (!loaded.ok) return void renderDiagnostics(loaded.diagnostics)
  renderDiagnostics(loaded.warnings)
  const sessions = []
  for (const request of planRequests(loaded.value)) {
    const traces = simulateSession(loaded.value, request)
    if (traces.length > 0 && sessions.push(traces) >= 12) break
  }
  for (const traces of sessions) {
    JSON.parse(sessionText(traces))
    renderMermaid(traces)
  }
  renderTable(sessions)
  renderCsv(sessions)
  for (const policy of loaded.value.conditionalAccess.policies) JSON.stringify(policyInWords(policy, loaded.value))
}

describe('a word that every object knows is a word like any other', () => {
  const seen = new Set<string>()
  const cases = readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const read = parseSource({ name, text: readFileSync(`scenarios/${name}`, 'utf8') })
      const value = read.ok ? read.value.value : {}
      const fresh = [...places(value)].filter((path) => {
        const shape = path.map((step) => (typeof step === 'number' ? '*' : step)).join('/')
        return !seen.has(shape) && seen.add(shape)
      })
      return { name, value, fresh }
    })
    .filter(({ fresh }) => fresh.length > 0)

  test('at every place of a tenant file that a scenario fills', () => {
    expect(seen.size).toBeGreaterThan(300)
  })

  test.each(cases)('wherever $name has something of its own', ({ value, fresh }) => {
    const failures: string[] = []
    for (const [index, path] of fresh.entries()) {
      const word = words[index % words.length] ?? 'constructor'
      try {
        useAll(withWord(value, path, word))
      } catch (problem) {
        failures.push(`${path.join('/')}: ${word}: ${problem}`)
      }
    }
    expect(failures).toEqual([])
  })

  test.each(words)('%s as a signal', (word) => {
    for (const entry of [`${word}=x`, `devicePlatform=${word}`, `deviceInfo.${word}=x`, `methods=${word}`, word])
      expect(parseSignals([entry], new Map()).ok).toBe(false)
  })
})
