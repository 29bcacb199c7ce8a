import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isMap, LineCounter, parseDocument, visit } from 'yaml'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import { decisions } from '../trace/views.ts'
import { type LineUse, type Understanding, understand } from './understanding.ts'

const texts = Object.fromEntries(
  readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(`scenarios/${name}`, 'utf8')]),
)

const loaded = (name: string, text = texts[name] ?? ''): Tenant | undefined => {
  const tenant = loadTenant(name, memorySourceReader({ ...texts, [name]: text }))
  return tenant.ok ? tenant.value : undefined
}

function understood(tenant: Tenant): Understanding {
  const playing = understand(tenant, tenant.asOf)
  for (;;) {
    const next = playing.next()
    if (next.done === true) return next.value
  }
}

/** The verdict and the deciding rules of every sign-in. */
const outcomes = (tenant: Tenant): readonly string[] =>
  [...planRequests(tenant, { at: tenant.asOf })].map((request) =>
    JSON.stringify(
      simulateSession(tenant, request).map((trace) => [
        request,
        verdictOf(trace),
        decisions(trace).map(({ rule, answer }) => [rule, answer]),
      ]),
    ),
  )

/** The text without the key that stands there; undefined if no key does. */
function without(text: string, { origin: { line, column } }: LineUse): string | undefined {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  let removed = false
  visit(document, {
    Pair(_, { key }) {
      const start = (key as { range?: readonly number[] } | null)?.range?.[0]
      if (removed || start === undefined) return undefined
      const place = lineCounter.linePos(start)
      if (place.line !== line || place.col !== column) return undefined
      removed = true
      return visit.REMOVE
    },
  })
  return removed && isMap(document.contents) ? String(document) : undefined
}

const small = (tenant: Tenant): boolean => tenant.users.size * tenant.clients.size * tenant.networks.size <= 60

describe('which lines of a file the sign-ins read', () => {
  test('a line that no decision reads can be removed from every tenant of the library without any effect', () => {
    let removed = 0
    for (const name of Object.keys(texts)) {
      const tenant = loaded(name)
      if (tenant === undefined || !small(tenant)) continue
      const before = outcomes(tenant)
      for (const line of understood(tenant).lines) {
        if (line.signIns > 0 || line.origin.file !== name) continue
        const text = without(texts[name] ?? '', line)
        const other = text === undefined ? undefined : loaded(name, text)
        if (other === undefined) continue
        removed += 1
        expect(outcomes(other), `${name}:${line.origin.line}`).toEqual(before)
      }
    }
    expect(removed).toBeGreaterThan(20)
  })

  test('lines name their facts, policies and what was not understood; defaults are counted', () => {
    const name = 'leaving-ad-fs.yaml'
    const tenant = loaded(name)
    if (tenant === undefined) throw new Error('the scenario is invalid')
    const { lines, assumed, signIns } = understood(tenant)
    expect(signIns).toBe([...planRequests(tenant, { at: tenant.asOf })].length)
    const at = (words: string): LineUse | undefined => {
      const line = (texts[name] ?? '').split('\n').findIndex((text) => text.includes(words)) + 1
      return lines.find(({ origin }) => origin.line === line)
    }
    expect(at('authenticationType: federated')?.facts).toContain('domainAuthentication')
    expect(at('authenticationType: federated')?.signIns).toBeGreaterThan(0)
    expect(at('displayName: Registration only in the office')?.policies).toEqual(['Registration only in the office'])
    expect(at('displayName: Registration only in the office')?.signIns).toBeGreaterThan(0)
    expect(assumed.map(({ id }) => id)).toContain('default-windows-authentication-inside')
    const odd = (texts[name] ?? '').replace('builtInControls: [mfa]', 'builtInControls: [newControl]')
    const unclear = loaded(name, odd)
    if (unclear === undefined) throw new Error('the changed scenario is invalid')
    expect(understood(unclear).lines.flatMap(({ notUnderstood }) => notUnderstood).length).toBeGreaterThan(0)
  })
})
