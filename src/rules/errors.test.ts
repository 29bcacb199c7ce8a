import { expect, test } from 'vitest'
import { errorCodeOf, errorCodes } from '../catalog/errors.ts'
import { type FactName, factDomains, type LegFacts } from '../vocabulary/facts.ts'
import type { Question } from '../vocabulary/questions.ts'
import { decide } from './decide.ts'
import { allRules } from './index.ts'
import { questionFacts } from './question-facts.ts'
import type { Example, Rule } from './rule.ts'

function factsOf({ question }: Rule, { given }: Example<Question>, over: LegFacts): LegFacts {
  const ordinary = questionFacts[question].map((name: FactName) => [name, factDomains[name][0]])
  return { ...Object.fromEntries(ordinary), ...given, ...over }
}

/** Whether a rule can be the one that turns an SMTP client away, by its own examples. */
const endsOverSmtp = (rule: Rule): boolean =>
  rule.examples.some(
    (example) =>
      example.expect !== 'does-not-apply' &&
      decide(rule.question, factsOf(rule, example, { protocolKind: 'smtp-auth' })).rule === rule.id,
  )

test('a rule that covers an HTTP status says what an SMTP client hears, wherever it can turn one away', () => {
  const silent = allRules.filter(
    (rule) => rule.error?.startsWith('http-') && endsOverSmtp(rule) && rule.errorOver?.['smtp-auth'] === undefined,
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

test('an answer of SMTP AUTH that refuses a sign-in is 535 5.7.139, or the one that announces the end of passwords', () => {
  const spoken = errorCodes.filter(({ id }) => id.startsWith('smtp-'))
  // Mail without authentication is refused by an answer of its own.
  const authenticated = spoken.filter(({ id }) => id !== 'smtp-550-5.7.68')
  expect(
    authenticated.filter(
      ({ id, name }) => !name.startsWith('535 5.7.139 Authentication unsuccessful,') && id !== 'smtp-550-5.7.30',
    ),
  ).toEqual([])
  const used = new Set(allRules.flatMap(({ error, errorOver }) => [error, errorOver?.['smtp-auth']]))
  // The vendor documents it for the removal of passwords from SMTP AUTH, of which the date is to be announced.
  expect(spoken.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual(['smtp-550-5.7.30'])
})

/** The rules that say one thing of different questions, or of different demands: whoever hears it hears one code. */
const sayings: readonly (readonly [what: string, rules: readonly string[], code: string])[] = [
  [
    'a password cannot answer a demand for MFA',
    ['CRED-10', 'CRED-12', 'CRED-13', 'ACC-1', 'ACC-6', 'POL-24', 'POL-25'],
    'AADSTS50076',
  ],
  ['the secret is wrong', ['ACC-3', 'ACC-5', 'ACC-19'], 'AADSTS50126'],
  ['a policy does not let the sign-in pass', ['POL-3', 'POL-4', 'POL-5', 'POL-12', 'POL-26', 'POL-28'], 'AADSTS53003'],
  ['security defaults refuse a legacy protocol', ['POL-2'], 'AADSTS530035'],
  ['the account is disabled in the cloud', ['ACCT-1'], 'AADSTS50057'],
  ['the password has expired in the cloud', ['ACCT-3'], 'AADSTS50055'],
  ['the password has expired in Active Directory', ['ACCT-6'], 'AADSTS50144'],
  ['the hour is not allowed', ['ACCT-7'], 'AADSTS80012'],
  ['the device is not compliant', ['POL-7'], 'AADSTS53000'],
  ['the device is not hybrid joined', ['POL-8'], 'AADSTS53001'],
  ['the app is not approved', ['POL-9'], 'AADSTS53002'],
  ['the application is disabled', ['POL-40'], 'AADSTS7000112'],
  ['the user is not assigned to the application', ['POL-41'], 'AADSTS50105'],
  ['the tenant does not let these guests in', ['POL-34'], 'AADSTS500213'],
  ['the home tenant blocks a guest for risk', ['POL-44'], 'AADSTS53011'],
  ['the home tenant blocks an administrator for risk', ['POL-45'], 'AADSTS530034'],
  ['the home tenant does not let its users out', ['POL-35'], 'AADSTS500212'],
  ['the proxy does not let its users in here', ['POL-32'], 'AADSTS500021'],
  ['a policy of the network does not allow the account', ['POL-33'], 'AADSTS5000211'],
  ['the token is not bound to the device', ['POL-27'], 'AADSTS530084'],
  ['the platform cannot be judged', ['POL-10'], 'AADSTS50005'],
  ['no method may be registered at risk', ['POL-21'], 'AADSTS53004'],
  ['no method may be registered here', ['POL-22'], 'AADSTS53010'],
]

test('each rule with a code of Microsoft Entra ID says one thing, and all that say it have its code', () => {
  const expected = Object.fromEntries(sayings.flatMap(([, rules, code]) => rules.map((id) => [id, code])))
  const actual = Object.fromEntries(
    allRules.flatMap(({ id, error }) =>
      error !== undefined && errorCodeOf(error)?.kind === 'entra' ? [[id, error]] : [],
    ),
  )
  expect(actual).toEqual(expected)
})

/** What is heard over SMTP where a gate is closed: the word of the protocol, or nothing that any page states. */
const heard = allRules
  .filter(({ question }) => question === 'service-gate')
  .flatMap(({ id, error, errorOver }) => {
    const own = errorOver?.['smtp-auth']
    const said = own === null ? undefined : (own ?? error)
    return said === undefined ? [] : [{ id, said }]
  })

test('where a password is sent over SMTP and a gate is closed, a reply of SMTP is heard or none is stated', () => {
  expect(heard.length).toBeGreaterThan(5)
  expect(heard.filter(({ said }) => !/^smtp-\d{3}/.test(said))).toEqual([])
})
