import { describe, expect, it, test } from 'vitest'
import { appPasswordTrace, madeTrace } from '../trace.fixture.ts'
import { sessionDiagram } from './diagram.ts'
import { drawingStyleOf } from './drawing-style.ts'
import { sequenceSvg, sequenceSvgText } from './sequence-svg.ts'
import type { SvgElement } from './svg-tree.ts'
import { svgElement, svgText } from './svg-tree.ts'
import { linesWithin, textExtent } from './text-extent.ts'

const all = (element: SvgElement): readonly SvgElement[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
]
const words = (element: SvgElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : words(child)))
    .join(' ')
    .trim()
const ofClass = (root: SvgElement, name: string): readonly SvgElement[] =>
  all(root).filter(({ attributes }) => attributes['class']?.split(' ').includes(name))

const hostile = 'O\'Neil "the <script>alert(1)</script>" & \u05d3\u05d5\u05d3 \u{1f469}\u200d\u{1f4bb} # ; %% ]]>'

describe('a sequence drawing', () => {
  const drawn = sequenceSvg(sessionDiagram([appPasswordTrace]))

  it('numbers every arrow from 1 on', () => {
    const numbers = ofClass(drawn, 'number').map(words)
    expect(numbers.length).toBeGreaterThan(3)
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)))
  })

  it('draws a head for each participant, the user distinguished', () => {
    expect(ofClass(drawn, 'head').map(words)).toEqual(
      expect.arrayContaining(['Finance lead', 'Outlook 2010', 'Exchange Online', 'Microsoft Entra ID']),
    )
    expect(ofClass(drawn, 'head-user')).toHaveLength(1)
  })

  it('frames the deciding step and states the outcome', () => {
    expect(ofClass(drawn, 'note-deciding').map(words).join()).toContain('CRED-2')
    expect(ofClass(drawn, 'note-signs-in')).toHaveLength(1)
  })

  it('keeps every text inside its width', () => {
    const width = Number(drawn.attributes['width'])
    for (const { attributes, children } of all(drawn)) {
      if (attributes['class']?.includes('start') !== true) continue
      const text = children.join('')
      expect(Number(attributes['x']) + textExtent(text, 13), text).toBeLessThanOrEqual(width)
    }
  })

  it('is the same text each time', () => {
    const diagram = sessionDiagram([appPasswordTrace])
    expect(sequenceSvgText(diagram, drawingStyleOf('dark'))).toBe(sequenceSvgText(diagram, drawingStyleOf('dark')))
  })

  it('shows hostile names as they are and makes no markup of them', () => {
    const trace = madeTrace({
      actors: ['user', 'client', 'exchange-online'],
      names: { user: hostile, client: hostile },
      steps: [
        { kind: 'message', from: 'client', to: 'exchange-online', message: { kind: 'connect', protocol: 'ews' } },
      ],
      verdict: { kind: 'undetermined', missing: [hostile] },
    })
    const text = sequenceSvgText(sessionDiagram([trace]), '')
    expect(text).not.toMatch(/<script/i)
    expect(text.match(/<[a-z]+/g)?.every((tag) => /^<(svg|title|style|rect|text|line|g|path|circle)$/.test(tag))).toBe(
      true,
    )
  })
})

describe('markup', () => {
  test.each([
    ['a tag', '<b>', '&lt;b&gt;'],
    ['an attribute end', `"'`, '&quot;&#39;'],
    ['an entity', '&amp;', '&amp;amp;'],
    ['half a character', '\ud83d', '\ufffd'],
    ['a mark that turns the order of text', 'a\u202eb\u2066', 'a\ufffdb\ufffd'],
    ['a control character', 'a\u0000b\u001b', 'a\ufffdb\ufffd'],
  ])('of %s is escaped in text and in attributes', (_, raw, safe) => {
    expect(svgText(svgElement('text', { title: raw }, raw))).toBe(`<text title="${safe}">${safe}</text>`)
  })
})

describe('lines', () => {
  test.each([
    ['plain words', 'the identity provider is asked for a token by the client', 120],
    ['one long word', 'a.very.long.address.of.someone@subdomain.contoso.example', 90],
    ['wide characters', '東京の会議室予約システム管理者アカウント', 70],
  ])('of %s stay within the width and lose nothing', (_, text, width) => {
    const lines = linesWithin(text, width, 13)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(textExtent(line, 13)).toBeLessThanOrEqual(width)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })
})
