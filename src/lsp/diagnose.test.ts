import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver'
import { kindOf } from '../editor/kinds.ts'
import { completeYaml } from './complete-yaml.ts'
import { diagnose } from './diagnose.ts'
import { fixesOf } from './fixes.ts'
import { hoverAt } from './hover.ts'
import { workspaceWith } from './lsp.fixture.ts'
import { offsetAt, placeAt } from './places.ts'
import { symbolsOf } from './symbols.ts'

const found = (name: string, text: string): readonly Diagnostic[] =>
  diagnose(workspaceWith({ [name]: text }), name, (file) => file, { people: true }).get(name) ?? []

const invalid = readdirSync('scenarios/invalid').filter((name) => /\.(?:ya?ml|json)$/.test(name))

/** A diagnostic by its code and what it says, without its place. */
const said = ({ code, message }: Diagnostic): string => `${code} ${message}`

describe('quick fixes', () => {
  const offers = invalid.flatMap((base) => {
    const name = `scenarios/invalid/${base}`
    const text = readFileSync(name, 'utf8')
    if (kindOf(name, text) !== 'tenant' || text.length > 20_000) return []
    return found(name, text).flatMap((diagnostic) =>
      fixesOf(name, name, text, [diagnostic]).map(({ edit }) => ({ name, text, diagnostic, edit })),
    )
  })

  test('are offered for many kinds of mistakes', () => {
    expect(new Set(offers.map(({ diagnostic }) => diagnostic.code)).size).toBeGreaterThan(5)
  })

  test('end the mistake that they are offered for', () => {
    for (const { name, text, diagnostic, edit } of offers) {
      const [change] = edit?.changes?.[name] ?? []
      if (change === undefined) throw new Error('a fix without an edit')
      const { start, end } = change.range
      const fixed = text.slice(0, offsetAt(text, start)) + change.newText + text.slice(offsetAt(text, end))
      expect(found(name, fixed).map(said), `${name} ${said(diagnostic)}`).not.toContain(said(diagnostic))
    }
  })
})

test.each([
  ['a compose file', 'compose.yaml', 'name: x\nservices: {}\nnetworks: {}\n'],
  ['a workflow', '.github/workflows/ci.yml', 'name: ci\non: push\njobs: {}\n'],
  ['a package', 'package.json', '{ "name": "x" }'],
])('%s is not judged', (_, name, text) => expect(found(name, text)).toEqual([]))

test('a tenant is judged by its keys, and by its folder while it has none', () => {
  expect(found('tenant.yaml', 'name: x\nasOf: nonsense\n')).toHaveLength(1)
  expect(found('scenarios/new.yaml', 'name: x\n')).toHaveLength(1)
})

test('claims are judged with the tenant beside them', () => {
  const tenant = readFileSync('scenarios/conditional-access.yaml', 'utf8')
  const open = { 'out/claims/tenant.yaml': tenant, 'out/claims/prove.yaml': 'claims: [7]\n' }
  const workspace = workspaceWith(open)
  const wrong = diagnose(workspace, 'out/claims/prove.yaml', (file) => file, { people: false })
  expect(wrong.get('out/claims/prove.yaml')).toHaveLength(1)
})

test('every beginning of a scenario can be typed, completed, hovered over and outlined', () => {
  const name = 'scenarios/typed.yaml'
  const whole = readFileSync('scenarios/federated-skype-on-premises.yaml', 'utf8').slice(0, 2600)
  for (let end = 0; end < whole.length; end += 53) {
    const text = whole.slice(0, end)
    const at = placeAt({ name, text }, end)
    const workspace = workspaceWith({ [name]: text })
    expect(() => {
      completeYaml(workspace, name, text, at)
      hoverAt(workspace, name, text, at)
      symbolsOf(workspace, name, text)
      diagnose(workspace, name, (file) => file, { people: false })
    }, text.slice(-80)).not.toThrow()
  }
})

test('every beginning of a feature can be typed', () => {
  const name = 'features/typed.feature'
  const whole = readFileSync('features/app-passwords-bypass-federation.feature', 'utf8')
  const workspace = workspaceWith()
  for (let end = 0; end < whole.length; end += 149)
    expect(() => workspace.features?.read(name, whole.slice(0, end))).not.toThrow()
})

test('nothing is wrong with features that pass', () => {
  const workspace = workspaceWith()
  const features = readdirSync('features', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.feature'),
  )
  expect(features.length).toBeGreaterThan(20)
  for (const name of features.toSorted().filter((_, index) => index % 4 === 0)) {
    const file = `features/${name.replaceAll('\\', '/')}`
    expect(workspace.features?.read(file, readFileSync(file, 'utf8')).problems, file).toEqual([])
  }
})
