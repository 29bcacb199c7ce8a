import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tenantOf } from '../random-plan.fixture.ts'
import { claimForms } from './claim-forms.ts'
import { parseClaim } from './parse-claim.ts'

const tenant = tenantOf(readFileSync('scenarios/conditional-access.yaml', 'utf8'))
const examples = claimForms.flatMap((form) => form.examples)

describe('the documented grammar', () => {
  test.each(examples)('has an example that is a claim: %s', (text) => {
    const parsed = parseClaim({ tenant }, text)
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
  })
})
