import { describe, expect, test } from 'vitest'
import { neutralize } from '../../source/text/neutralize.ts'
import type { Trace } from '../../trace/step.ts'
import { displayWidth } from '../tables/display-width.ts'
import { coloredReport } from '../tables/report-paint.ts'
import { appPasswordTrace, blockedTrace, hostileNames, openTrace, skypeTrace } from '../trace.fixture.ts'
import type { RuleOf } from './explanation.ts'
import { renderExplanation } from './text.ts'

const ruleOf: RuleOf = (id) => ({
  id,
  statement: `What ${id} states.`,
  basis: id.startsWith('ACC') ? 'inferred' : 'documented',
  citation: { source: 'entra-app-passwords', section: 'Overview' },
  because: id === 'CRED-2' ? ['perUserMfaState', 'issuer'] : id === 'ACC-1' ? ['credential', 'perUserMfaState'] : [],
})

describe('an explanation', () => {
  const text = renderExplanation([appPasswordTrace], { ruleOf })

  test('says the verdict first, in one sentence', () => {
    expect(text.split('\n')[0]).toMatch(/^To read mail with Outlook 2010, Finance lead uses an app password/)
  })

  test('numbers the steps of a leg from one', () => {
    expect(text).toMatch(/\n +1\. Outlook 2010 connects to Exchange Online/)
  })

  test('gives a decision its rule, basis, statement and the line behind each fact', () => {
    expect(text).toContain('CRED-2, documented: What CRED-2 states. [1, “Overview”]')
    expect(text).toContain('per-user MFA state = enforced (contoso.yaml:31); token issuer = entra-id')
  })

  test('marks the deciding step', () => {
    expect(text).toMatch(/▸ *\d+\. Which credential does the client ask for\? An app password/)
  })

  test('says why not the other credential, with the rule and the facts as they were then', () => {
    expect(text).toMatch(/\.\.\. the account password\? Refused by Microsoft Entra ID \(ACC-1\), AADSTS50126: /)
    expect(text).toContain('ACC-1, inferred')
    expect(text).toContain('credential = account-password')
  })

  test('lists each source once with its address and the day it was read', () => {
    expect(text.match(/howto-mfa-app-passwords \(read 2026-11-22\)/g)).toHaveLength(1)
  })

  test('lists what was assumed, by id', () => {
    expect(text).toContain('default-security-defaults')
  })

  test.each([40, 80, 120])('keeps to %i columns but for addresses', (width) => {
    const lines = renderExplanation([appPasswordTrace, skypeTrace, blockedTrace, openTrace], { ruleOf, width }).split(
      '\n',
    )
    for (const line of lines) if (!line.includes('https://')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })

  test('differs in color only by colors', () => {
    const colored = renderExplanation([appPasswordTrace], { ruleOf, paint: coloredReport })
    expect(colored.replaceAll(/\p{Cc}\[[\d;]*m/gu, '')).toBe(text)
  })

  test.each(hostileNames)('shows the name %j and obeys none of it', (name) => {
    const named: Trace = { ...appPasswordTrace, actors: appPasswordTrace.actors.map((actor) => ({ ...actor, name })) }
    const text = renderExplanation([named], { ruleOf }).replaceAll('\n', ' ')
    expect(neutralize(text)).toBe(text)
  })

  test('names what is missing if nothing is determined', () => {
    expect(renderExplanation([openTrace], { ruleOf })).toMatch(/undetermined: it depends on\s+registered for MFA/)
  })
})
