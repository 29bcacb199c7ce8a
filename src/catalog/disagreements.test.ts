import { expect, test } from 'vitest'
import { allRules } from '../rules/index.ts'
import { sources } from '../vocabulary/citations.ts'
import { factOrder } from '../vocabulary/facts.ts'
import { disagreements } from './disagreements.ts'
import { topologies } from './topologies.ts'
import { vendorTimeline } from './vendor-timeline.ts'

const known = new Set<string>([
  ...allRules.map(({ id }) => id),
  ...factOrder,
  ...vendorTimeline.map(({ id }) => id),
  ...topologies.map(({ id }) => id),
  'TEN-9',
  'clientAppType',
])

test.each(disagreements.map((row) => [row.id, row] as const))('%s cites every page that disagrees', (_, row) => {
  const places = row.pages.map(({ citation: { source, section } }) => `${source} ${section}`)
  expect(new Set(places).size).toBe(row.pages.length)
  for (const { citation } of row.pages) expect(Object.keys(sources)).toContain(citation.source)
  expect(new Set(row.pages.map(({ says }) => says)).size).toBe(row.pages.length)
})

test.each(disagreements.map((row) => [row.id, row] as const))(
  '%s says what carries it',
  (_, { carriedBy, treatment }) => {
    if (carriedBy === undefined) expect(treatment).not.toBe('open')
    else expect(known).toContain(carriedBy)
  },
)
