import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Project, type ProjectRun, project } from '../run/run-features.fixture.ts'
import { allSteps } from './vocabulary.ts'
import { wrongPlanClaims } from './wrong-plans.fixture.ts'

interface Wrong {
  readonly tenant?: string
  readonly when?: string
  readonly claim: string
  readonly says: RegExp
}

const mail = 'When the finance lead uses Outlook 2010 to read mail'
const later = 'When the date becomes 2027-01-01'
const policies = 'conditional-access'
const clerk = 'When the clerk uses imap-client to read mail'

/** What is said about a sign-in, or of many, though the opposite is so. */
const wrong: readonly Wrong[] = [
  {
    claim: 'the finance lead must not use the app password to read mail with Outlook 2010',
    says: /signs in with app password/,
  },
  {
    claim: 'the finance lead must not use the app password to read mail with Outlook 2010 from the internet',
    says: /signs in with app password/,
  },
  {
    when: later,
    claim: 'the finance lead can read mail with Outlook 2010',
    says: /expected: the sign-in succeeds/,
  },
  {
    when: later,
    claim: 'the finance lead can read mail with Outlook 2010 from the internet',
    says: /expected: the sign-in succeeds/,
  },
  { when: mail, claim: 'the required credential is not the app password', says: /must not use the app password/ },
  { when: mail, claim: 'the mailbox leg does not require the app password', says: /signs in with app password/ },
  { when: mail, claim: 'the app password is not verified by Microsoft Entra ID', says: /verified by entra-id/ },
  { when: mail, claim: 'the certificate is not verified by Microsoft Entra ID', says: /does not assert anything/ },
  { when: mail, claim: 'the account password is not refused', says: /account password is not refused/ },
  {
    when: mail,
    claim: 'the account password is not refused by Microsoft Entra ID',
    says: /is not refused by entra-id/,
  },
  {
    when: mail,
    claim: 'the account password is not refused with error "AADSTS50076"',
    says: /is not refused with error/,
  },
  { when: mail, claim: 'the account password is not refused with error "AADSTS5012"', says: /unknown error code/ },
  { when: mail, claim: 'rule ACC-1 does not refuse the account password', says: /rule ACC-1 does not refuse/ },
  {
    when: `${later}\n    And the finance lead uses Outlook 2010 to read mail`,
    claim: 'some credential can sign in',
    says: /some credential can sign in/,
  },
  {
    when: `${later}\n    And the finance lead uses Outlook 2010 to read mail`,
    claim: 'some credential opens the sign-in',
    says: /some credential can sign in/,
  },
  {
    when: mail,
    claim: 'the required credential is one of the certificate, the account password',
    says: /must use one of/,
  },
  {
    claim: 'the finance lead must use one of the certificate or the account password to read mail with Outlook 2010',
    says: /must use one of/,
  },
  { when: mail, claim: 'the sign-in does not succeed', says: /signs in with app password/ },
  { when: mail, claim: 'the sign-in is not signs in', says: /the sign-in is not signs in/ },
  { tenant: policies, when: clerk, claim: 'the sign-in is not blocked', says: /blocked/ },
  { tenant: policies, when: clerk, claim: 'the failure is not caused by the policy', says: /the cause is a policy/ },
  { when: mail, claim: 'the failure is not caused by the vendor', says: /does not fail/ },
  { when: mail, claim: 'the ending is not up to the vendor', says: /does not fail/ },
  {
    tenant: policies,
    when: clerk,
    claim: 'the sign-in is not blocked by the policy "Block legacy authentication"',
    says: /blocked by Block legacy/,
  },
  {
    tenant: policies,
    when: clerk,
    claim: 'the error code is not "AADSTS53003"',
    says: /the error code is not AADSTS53003/,
  },
  { when: mail, claim: 'the error code is not "AADSTS53003"', says: /does not assert anything/ },
  { when: mail, claim: 'some policy takes part', says: /no policy takes part/ },
  { when: mail, claim: 'the sign-in is undetermined', says: /expected: undetermined/ },
  {
    when: mail,
    claim: 'the sign-in is undetermined without "accountInCloud"',
    says: /undetermined without accountInCloud/,
  },
  { when: mail, claim: 'the sign-in is not undetermined without "accountInCloudd"', says: /unknown fact or signal/ },
  { when: mail, claim: 'rule CRED-2 does not decide the credential', says: /rule CRED-2 decides it/ },
  { when: mail, claim: 'rule CRED-2 does not end the sign-in', says: /rule CRED-2 does not end/ },
  { when: mail, claim: 'the mailbox leg does not authenticate with basic authentication', says: /it uses basic/ },
  { when: mail, claim: 'the user is not prompted 1 time', says: /1 prompts/ },
  { when: mail, claim: 'the second factor must not be bypassed', says: /second factor bypassed/ },
  { when: mail, claim: 'the user is not prompted 1 times', says: /1 prompts/ },
  {
    when: 'When the finance lead uses Outlook 2019 to read mail',
    claim: 'the user is not asked for a second factor',
    says: /second factor asked/,
  },
  {
    when: 'When the finance lead uses Outlook 2019 to read mail',
    claim: 'the second factor must not be asked by Microsoft Entra ID',
    says: /second factor asked/,
  },
  {
    when: `${later}\n    And the finance lead uses Outlook 2010 to read mail`,
    claim: 'the second factor must not be bypassed',
    says: /does not assert anything/,
  },
  { tenant: 'hybrid-autodiscover', claim: 'checking the tenant architecture finds something', says: /no finding/ },
  { claim: 'the tenant architecture "invalid/TEN-1-dangling-events" is accepted', says: /./ },
  {
    tenant: 'hybrid-autodiscover',
    claim: 'sweeping the tenant architecture does not find "two credentials one prompt" with outlook-2010',
    says: /two-credentials-one-prompt/,
  },
  { tenant: policies, claim: 'the policy "MFA for executives" requires a compliant device', says: /actual: +mfa/ },
  {
    tenant: policies,
    claim: 'the policy "Compliant device or MFA outside" does not require a compliant device',
    says: /does not require/,
  },
  {
    tenant: policies,
    claim: 'the policy "Compliant device or MFA outside" requires a compliant device and MFA',
    says: /actual: +mfa or compliantDevice/,
  },
  {
    tenant: policies,
    claim: 'the policy "Block legacy authentication" does not require block access',
    says: /block access/,
  },
  {
    tenant: policies,
    claim: 'the policy "MFA for executives" requires multifactor authenticaton',
    says: /unknown grant control/,
  },
  {
    tenant: policies,
    when: 'When the chief uses browser to read mail from the internet',
    claim: 'the grant controls required are nothing',
    says: /the grant controls required are nothing/,
  },
  {
    tenant: policies,
    when: 'When the chief uses browser to read mail from the office',
    claim: 'the grant controls required are not multifactor authentication',
    says: /required are not mfa/,
  },
  {
    tenant: 'passwordless-company',
    when: 'When the Roaster uses Outlook to read mail from the internet',
    claim: 'the user does not present a passkey',
    says: /does not present passkey/,
  },
  { claim: 'no sign-in uses the app password', says: /a witness: mailbox leg signs in with app password/ },
  { claim: 'no sign-in uses the app pasword', says: /did you mean `app password`/ },
  { claim: 'no sign-in by guests uses the app password', says: /the claim covers no sign-ins/ },
  {
    tenant: policies,
    claim: 'it is proved that every successful sign-in is not blocked',
    says: /states the condition that selects its sign-ins/,
  },
  { claim: 'only service accounts use basic authentication', says: /a witness/ },
  { claim: 'at most one person uses the app password', says: /2 people match/ },
  { claim: 'at least three people use the app password', says: /no sign-in matches|match/ },
  { claim: 'some sign-in uses the certificate', says: /no sign-in matches/ },
  { claim: 'every sign-in by administrators is blocked', says: /a witness/ },
  { claim: 'no sign-in from the internet on 2027-01-01 is blocked', says: /a witness/ },
  { claim: 'at most one person loses access between 2019-10-01 and 2023-06-01', says: /a witness/ },
  { tenant: policies, claim: 'legacy clients get in nowhere', says: /a witness/ },
  {
    tenant: policies,
    claim: 'every sign-in by the clerk with browsers requires multifactor authentication',
    says: /a witness/,
  },
  { claim: 'every sign-in by the finance lead uses the certificate', says: /a witness/ },
  { claim: 'administrators are blocked', says: /no step matches this text/ },
]

const lines: string[] = ['Feature: Nothing here is so', '']
const places = wrong.map(({ tenant = 'federated-skype-on-premises', when, claim }, index) => {
  lines.push(`  Scenario: ${index}`, `    Given the tenant architecture "${tenant}"`)
  if (when !== undefined) lines.push(...when.split('\n').map((line) => `    ${line.trim()}`))
  lines.push(`    Then ${claim}`, '')
  return lines.length - 1
})

describe('what is not so', () => {
  let folder: Project
  let ran: ProjectRun

  beforeAll(async () => {
    const scenarios = [policies, 'passwordless-company', 'hybrid-autodiscover', 'invalid/TEN-1-dangling-events']
    const files = scenarios.map((name) => [`scenarios/${name}.yaml`, readFileSync(`scenarios/${name}.yaml`, 'utf8')])
    folder = project({ ...Object.fromEntries(files), 'features/a.feature': lines.join('\n') })
    ran = await folder.run('text')
  }, 120_000)

  afterAll(() => folder.remove())

  test.each(wrong.map(({ claim, says }, index) => [claim, places[index], says] as const))(
    'fails at its line: %s',
    (then, line, says) => {
      const start = ran.stdout.indexOf(`features/a.feature:${line}  `)
      expect([then, start >= 0]).toEqual([then, true])
      const next = ran.stdout.indexOf('\nfailed  ', start)
      expect(ran.stdout.slice(start, next < 0 ? undefined : next)).toMatch(says)
    },
  )

  test('names every denial of the vocabulary, and every step about demands', () => {
    const tried = [...wrong, ...wrongPlanClaims].map(({ claim }) => claim).join('\n')
    const wordsOf = (pattern: string): readonly string[] => pattern.replace(/\(s\)/, '').split(/\{[^}]*\}/)
    const untried = allSteps
      .filter(({ keyword, negates, block }) => keyword === 'Then' && negates !== undefined && block === undefined)
      .filter(({ pattern }) => {
        const escaped = wordsOf(pattern).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        return !new RegExp(`^${escaped.join('.+')}`, 'm').test(tried)
      })
    expect(untried.map(({ pattern }) => pattern)).toEqual(['the {leg} leg does not find its endpoint by {string}'])
  })
})
