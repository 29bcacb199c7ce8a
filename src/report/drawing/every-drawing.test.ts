import { describe, expect, test } from 'vitest'
import { planRequests } from '../../simulate/plan-requests.ts'
import { libraryTenants } from '../../simulate/plays.fixture.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Trace } from '../../trace/step.ts'
import { type Diagram, sessionDiagram } from './diagram.ts'
import type { ParticipantId } from './diagram-items.ts'
import { drawingColors } from './drawing-style.ts'
import { sizes } from './sequence-layout.ts'
import { sequenceSvg } from './sequence-svg.ts'
import { intersecting, leaving, textBoxesOf } from './text-boxes.fixture.ts'

const names = [
  undefined,
  'Q',
  'Quality assurance of the maritime warehouses, north and south',
  `${'Werkstoffwissenschaftlicher-Sachverständigen'.repeat(3)} ${'and many more words of a very long display name '.repeat(2)}`.slice(
    0,
    200,
  ),
  'מנהלת הכספים של המשרד הראשי בתל אביב \u06a9\u0627\u0631\u0628\u0631 \u0639\u0631\u0628\u06cc',
  '👩‍💻🧑🏽‍🚀 Ops 🇫🇷🇯🇵 ﷽ 東京の会議室予約システム',
] as const

const all: ParticipantId[] = [
  'user',
  'client',
  'device',
  'exchange-online',
  'exchange-server',
  'entra-id',
  'federated-idp',
]

/** Sessions of every scenario: for each tenant those that look different by their verdicts and legs. */
const sessions: readonly (readonly Trace[])[] = libraryTenants().flatMap((tenant) => {
  const seen = new Map<string, readonly Trace[]>()
  for (const [index, request] of [...planRequests(tenant)].entries()) {
    const key = `${request.client} ${request.purpose}`
    if (seen.has(key) || seen.size > 16 || index > 400) continue
    seen.set(key, simulateSession(tenant, request))
  }
  return [...seen.values()]
})

const drawings: readonly (readonly [Diagram, ReturnType<typeof sequenceSvg>])[] = sessions.flatMap((traces, index) =>
  [names[0], names[1 + (index % (names.length - 1))]].map((name) => {
    const audience = (['architect', 'user', 'auditor'] as const)[index % 3] ?? 'architect'
    const named = name === undefined ? {} : { names: Object.fromEntries(all.map((id) => [id, name])) }
    const diagram = sessionDiagram(traces, { audience, ...named })
    return [diagram, sequenceSvg(diagram, { heading: true })] as const
  }),
)

/** The same in the panel beside the table of a page. */
const inPanel = drawings.map(([diagram]) => [diagram, sequenceSvg(diagram, { room: 'panel' })] as const)

describe('a drawing of every scenario, with names of any length and script', () => {
  test('lets no two texts cover each other, and none leave its shape', () => {
    expect(drawings.length).toBeGreaterThan(500)
    const wrong = [...drawings, ...inPanel].flatMap(([{ title }, drawn]) => {
      const boxes = textBoxesOf(drawn)
      const [covered, left] = [intersecting(boxes), leaving(boxes)]
      return covered.length + left.length === 0 ? [] : [{ title, covered, left }]
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })

  test('has no text below 11 pixels where it is shown on a screen of 1280', () => {
    const small = drawings.flatMap(([{ title }, drawn]) => {
      const shrunk = Math.max(sizes.leastScale, Math.min(1, 1280 / Number(drawn.attributes['width'])))
      return textBoxesOf(drawn).some(({ size }) => size * shrunk < 11) ? [title] : []
    })
    expect(small.slice(0, 5)).toEqual([])
  })

  test('fits the width of a screen up to eight participants', () => {
    const wide = drawings.filter(
      ([{ zones }, { attributes }]) =>
        zones.flatMap(({ participants }) => participants).length <= 8 && Number(attributes['width']) > 1280,
    )
    expect(wide.map(([{ title }, { attributes }]) => [title, attributes['width']]).slice(0, 5)).toEqual([])
  })

  test('fits the panel of a screen of 1280 up to six participants, with no text below 11 pixels', () => {
    // The panel is 508 pixels wide inside: see `.with-session .work` of the page.
    const wide = inPanel.filter(
      ([{ zones }, { attributes }]) =>
        zones.flatMap(({ participants }) => participants).length <= 6 &&
        Number(attributes['width']) * sizes.leastScale > 508,
    )
    expect(wide.map(([{ title }, { attributes }]) => [title, attributes['width']]).slice(0, 5)).toEqual([])
    expect(
      inPanel.filter(([, drawn]) => textBoxesOf(drawn).some(({ size }) => size * sizes.leastScale < 11)),
    ).toHaveLength(0)
  })

  test('draws before each refusal what is refused', () => {
    const unexplained = drawings.flatMap(([{ title, items }]) =>
      items.flatMap((item, index) => {
        if (item.kind !== 'arrow' || item.line !== 'cross') return []
        const before = items.slice(0, index).findLast((one) => one.kind === 'arrow')
        return before?.kind === 'arrow' && before.to === item.from ? [] : [`${title}: ${item.text}`]
      }),
    )
    expect(unexplained.slice(0, 8)).toEqual([])
  })
})

/** The contrast of two colors, as WCAG 2 computes it. */
function contrast(one: string, other: string): number {
  const light = [one, other].map((color) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  })
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05)
}

const zones = ['client', 'microsoft-cloud', 'perimeter', 'on-premises'] as const
const grounds = ['ground', 'surface', 'note-ground', 'deciding', 'good', 'bad', 'open', 'leg'] as const

test.each(['light', 'dark'] as const)('every text on its ground has a contrast of 4.5 in the %s look', (look) => {
  const colors = drawingColors[look]
  const pairs = [
    ...grounds.map((ground) => ['ink', ground] as const),
    ...zones.flatMap((zone) => [
      ['ink', `zone-${zone}`] as const,
      ['faint', `zone-${zone}`] as const,
      [`zone-ink-${zone}`, `zone-${zone}`] as const,
    ]),
    ['faint', 'surface'],
    ['faint', 'ground'],
    ['ground', 'faint'],
    ['ground', 'cross'],
  ] as const
  const poor = pairs.filter(([text, ground]) => contrast(colors[text], colors[ground]) < 4.5)
  expect(poor).toEqual([])
})
