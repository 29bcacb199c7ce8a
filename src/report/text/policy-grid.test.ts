import { expect, test } from 'vitest'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import { combinedInWords, renderPolicyGrid } from './policy-grid.ts'

const outcome = (
  policy: string,
  effect: PolicyOutcome['effect'],
  conditions: PolicyOutcome['conditions'],
  result: string,
): PolicyOutcome => ({
  policy,
  effect,
  conditions: { application: 'hit', users: 'hit', location: 'not-configured', ...conditions },
  result,
  reasons: ['notSet'],
})

test('the grid has a row per policy, a column per condition that any policy configures, and one sentence', () => {
  const outcomes = [
    outcome('Block old clients', 'skipped', { clientApps: 'miss' }, 'notApplied'),
    outcome('Medium\nrisk', 'signal-dependent', { signInRisk: 'may' }, 'unknown'),
    {
      ...outcome('Exchange', 'applies', { clientApps: 'not-configured' }, 'failure'),
      via: { service: 'exchange-online', binding: 'early' },
    } as const,
  ]
  expect(
    renderPolicyGrid(outcomes, {
      decision: 'controls-required',
      policies: ['Exchange'],
      required: [['mfa', 'compliantDevice']],
    }).split('\n'),
  ).toEqual([
    'policy             resource  users  client  sign-in risk  result',
    'Block old clients  hit       hit    miss    –             does not apply',
    'Medium risk        hit       hit    –       may           depends',
    'Exchange           hit       hit    –       –             applies: failure (through exchange-online, early)',
    '',
    'The policies together require multifactor authentication or a compliant device, because of “Exchange”.',
    '',
  ])
})

test.each([
  [{ decision: 'allow', policies: [], required: [] }, 'No enforced policy has unmet requirements.'],
  [{ decision: 'block', policies: ['A', 'B'], required: [] }, 'Access is blocked by “A”, “B”.'],
  [
    { decision: 'undetermined', policies: ['A'], required: [], missing: ['signInRiskLevel'] },
    'Whether access is granted depends on signInRiskLevel, because of “A”.',
  ],
  [
    { decision: 'cannot-satisfy', policies: ['A'], required: [['authenticationStrength:x']] },
    'The policies together require the authentication strength x, which this sign-in can never satisfy because of “A”.',
  ],
  [
    { decision: 'allow', policies: [], required: [], ifReportOnlyEnforced: { decision: 'block', policies: ['R'] } },
    'No enforced policy has unmet requirements. If the report-only policies were enforced, the decision would be block.',
  ],
] as const)('%j is one sentence', (combined, sentence) => expect(combinedInWords(combined)).toBe(sentence))
