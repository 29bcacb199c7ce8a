import { expect, test } from 'vitest'
import { sources, tierOf } from '../vocabulary/citations.ts'
import type { Source } from '../vocabulary/sources/source.ts'
import { allRules } from './index.ts'

const vendorHosts = /(?:^|\.)microsoft\.com$|^github\.com$|^raw\.githubusercontent\.com$/

test('a page counts as the vendor\u2019s exactly where its host is the vendor\u2019s', () => {
  const wrong = Object.entries(sources).filter(([, source]: readonly [string, Source]) => {
    const own = vendorHosts.test(new URL(source.url).hostname)
    return own !== (source.tier === undefined)
  })
  expect(wrong.map(([key]) => key)).toEqual([])
})

test('only a page of the vendor makes a rule documented', () => {
  const wrong = allRules.filter(({ basis, citation }) => basis === 'documented' && tierOf(citation.source) !== 'vendor')
  expect(wrong.map(({ id }) => id)).toEqual([])
})
