import { describe, expect, test } from 'vitest'
import type { Trace } from '../../trace/step.ts'
import { appPasswordTrace, blockedTrace, hostileNames, openTrace, skypeTrace } from '../trace.fixture.ts'
import { type DiagramOptions, sessionDiagram } from './diagram.ts'
import { renderMermaid } from './mermaid.ts'
import { drawnLines } from './mermaid-escape.ts'
import { parsedDiagram } from './mermaid-parse.fixture.ts'

const sessions: Readonly<Record<string, readonly Trace[]>> = {
  'an app password': [appPasswordTrace],
  'Skype on-premises': [skypeTrace],
  'a closed service': [blockedTrace],
  'an open sign-in': [openTrace],
  'two legs that share a prompt': [appPasswordTrace, appPasswordTrace],
  'two legs, one optional': [appPasswordTrace, { ...skypeTrace, request: { ...skypeTrace.request, optional: true } }],
}
const audiences = ['user', 'architect', 'auditor'] as const
const themes = [undefined, 'light', 'dark'] as const

const plain = (text: string): string => text.replace(/<br\/>/g, ' ').replace(/\s+/g, '')
const intended = (text: string): string => plain(drawnLines(text, 1000).join(' '))

/** Every text of the diagram arrives whole, however it is wrapped. */
async function expectWhole(traces: readonly Trace[], options: DiagramOptions): Promise<void> {
  const diagram = sessionDiagram(traces, options)
  const parsed = await parsedDiagram(renderMermaid(traces, options))
  const names = diagram.zones.flatMap(({ participants }) => participants.map(({ name }) => intended(name)))
  const texts = diagram.items.flatMap((item) =>
    item.kind === 'note' ? [intended(item.texts.join(' '))] : item.kind === 'end' ? [] : [intended(item.text)],
  )
  expect(parsed.participants.map(plain)).toEqual(names)
  // Frames carry their color, and a title too long for the top becomes a note.
  const rest = parsed.texts.map(plain).filter((text) => !text.startsWith('rgba('))
  const title = intended(diagram.title)
  expect(rest[0] === title ? rest.slice(1) : rest).toEqual(texts)
  expect([plain(parsed.title), rest[0]]).toContain(title)
}

describe('a sequence diagram', () => {
  for (const [name, traces] of Object.entries(sessions))
    for (const audience of audiences)
      test(`of ${name} for the ${audience} is drawn with every word`, async () => {
        await expectWhole(traces, { audience })
      })

  test.each(themes)('is valid in the theme %s', async (theme) => {
    const parsed = await parsedDiagram(renderMermaid([appPasswordTrace], theme === undefined ? {} : { theme }))
    expect(parsed.participants).toHaveLength(4)
  })

  test.each(hostileNames)('survives the name %j everywhere a name can stand', async (name) => {
    const named: Trace = {
      ...appPasswordTrace,
      request: { ...appPasswordTrace.request, network: name },
      actors: appPasswordTrace.actors.map((actor) => ({ ...actor, name })),
      refused: [{ credential: 'account-password', by: 'entra-id', rule: 'ACC-1', error: name }],
    }
    await expectWhole([named], {})
    const text = renderMermaid([named])
    for (const mark of ['<script', '<img', '%%', '\u001b', '\u202e']) expect(text).not.toContain(mark)
  })

  test('shows only those who take part, each in its zone', () => {
    const { zones } = sessionDiagram([appPasswordTrace])
    expect(zones.map(({ zone, participants }) => [zone, participants.map(({ id }) => id)])).toEqual([
      ['client', ['user', 'client']],
      ['microsoft-cloud', ['exchange-online', 'entra-id']],
    ])
  })

  test('frames the deciding step and names its rule', () => {
    const deciding = sessionDiagram([appPasswordTrace]).items.filter(
      (item) => item.kind === 'note' && item.tone === 'deciding',
    )
    expect(deciding).toHaveLength(1)
    expect(JSON.stringify(deciding)).toContain('CRED-2')
  })

  test('draws the refused secret as the other branch of a choice', () => {
    const { items } = sessionDiagram([appPasswordTrace])
    const branch = items.findIndex(({ kind }) => kind === 'else')
    expect(items.slice(branch + 1, branch + 5)).toMatchObject([
      { kind: 'arrow', from: 'user', to: 'client', line: 'solid' },
      { kind: 'arrow', from: 'client', to: 'exchange-online', line: 'solid' },
      { kind: 'arrow', from: 'exchange-online', to: 'entra-id', line: 'solid' },
      { kind: 'arrow', from: 'entra-id', line: 'cross', text: expect.stringContaining('ACC-1') },
    ])
  })

  test('asks once for what two legs share, and twice where one prompt needs two secrets', () => {
    const prompts = (traces: readonly Trace[]): number =>
      sessionDiagram(traces).items.filter((item) => item.kind === 'arrow' && item.to === 'user').length
    const clashing = { ...skypeTrace, request: { ...skypeTrace.request, prompt: 'outlook' } }
    const other = clashing.steps.map((step) => (step.kind === 'prompt' ? { ...step, prompt: 'outlook' } : step))
    expect(prompts([appPasswordTrace, appPasswordTrace])).toBe(1)
    expect(prompts([appPasswordTrace, { ...clashing, steps: other }])).toBe(2)
  })

  test('draws of a folded leg how it ends, and the others as they are', () => {
    const traces = [appPasswordTrace, skypeTrace]
    const whole = sessionDiagram(traces, { legend: false }).items
    const folded = sessionDiagram(traces, { legend: false, folded: new Set([appPasswordTrace.request.leg]) }).items
    const heads = whole.flatMap((item, at) => (item.kind === 'note' && item.tone === 'leg' ? [at] : []))
    const [first = 0, second = 0] = heads
    expect(second - first).toBeGreaterThan(4)
    expect(folded).toEqual([whole[first], whole[second - 1], ...whole.slice(second)])
  })

  test('tells the user what to type and spares the rules', () => {
    const text = renderMermaid([appPasswordTrace], { audience: 'user' })
    expect(text).toContain('type an app password')
    expect(text).not.toMatch(/CRED-2|MFA-13/)
  })

  test('gives the auditor the evidence', () => {
    const text = renderMermaid([appPasswordTrace], { audience: 'auditor' })
    expect(text).toContain('FLOW-1')
    expect(text).toContain('Microsoft Entra sign-in')
  })

  test('is the same text for the same trace', () => {
    expect(renderMermaid([appPasswordTrace])).toBe(renderMermaid([structuredClone(appPasswordTrace)]))
  })
})
