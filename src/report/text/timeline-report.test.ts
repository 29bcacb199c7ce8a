import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import type { Timeline } from '../../analysis/population/results.ts'
import { parsedDiagram } from '../drawing/mermaid-parse.fixture.ts'
import { renderTimelineMarkdown, renderTimelineMermaid, renderTimelineText, timelineJson } from './timeline-report.ts'

const hostile = 'Contoso: #1; "50 %" <b>%% end `x` |y| \u001b[31m\nsection'

const timeline: Timeline = {
  tenant: hostile,
  file: 'tenant.yaml',
  from: Date.UTC(2022, 0, 1),
  to: Date.UTC(2024, 0, 1),
  users: 1,
  moments: [
    {
      at: Date.UTC(2023, 0, 1, 9, 30),
      changes: 1,
      users: 1,
      causes: [
        {
          users: 1,
          differences: [{ kind: 'event', type: hostile, at: Date.UTC(2023, 0, 1), about: hostile }],
          changes: [
            {
              users: { representative: hostile, size: 3, traits: {} },
              client: hostile,
              purpose: 'read-mail',
              network: hostile,
              aspects: ['verdict'],
              before: { verdict: { kind: 'signs-in', credentials: ['app-password'] }, prompts: 1, legs: [] },
            },
          ],
        },
      ],
    },
  ],
  withoutEffect: [],
}

beforeAll(async () => {
  // Brings what Mermaid wants of a browser before it parses anything.
  await parsedDiagram('sequenceDiagram\n  A->>B: x')
})

test('the drawn timeline is Mermaid, whatever names hold', async () => {
  const text = renderTimelineMermaid(timeline)
  await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'timeline' })
  expect(text.split('\n')).toHaveLength(4)
})

test('no rendering lets a name steer a terminal or begin a line', () => {
  for (const text of [renderTimelineText(timeline), renderTimelineMarkdown(timeline)]) {
    expect(text).not.toContain('\u001b')
    expect(text).not.toMatch(/^section/m)
  }
})

test('Markdown shows a name as text', () => {
  expect(renderTimelineMarkdown(timeline)).not.toContain('<b>')
})

test('json gives dates as the contract writes them', () => {
  expect(timelineJson(timeline)).toMatchObject({ from: '2022-01-01', moments: [{ at: '2023-01-01T09:30:00Z' }] })
})

test('what has no effect is listed only when asked for', () => {
  const idle: Timeline = {
    ...timeline,
    withoutEffect: [{ kind: 'event', type: 'password-reset', at: Date.UTC(2023, 5, 1), about: 'ada@contoso.com' }],
  }
  expect(renderTimelineText(idle)).not.toContain('password-reset')
  expect(renderTimelineText(idle, undefined, true)).toContain('password-reset')
  expect(renderTimelineMarkdown(idle)).not.toContain('password-reset')
  expect(renderTimelineMarkdown(idle, true)).toContain('password-reset')
  expect(timelineJson(idle)['withoutEffect']).toHaveLength(1)
})
