import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tenantOf } from '../random-plan.fixture.ts'
import { claimForms } from './claim-forms.ts'
import { parseClaim } from './parse-claim.ts'
import { isUnbreakable } from './unbreakable.ts'

const tenant = tenantOf(readFileSync('scenarios/conditional-access.yaml', 'utf8'))

function unbreakable(text: string): boolean {
  const parsed = parseClaim({ tenant }, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return isUnbreakable(parsed.value)
}

test.each([
  'every successful sign-in where success=yes succeeds',
  'every successful sign-in by the clerk is not blocked',
  'no successful sign-in is blocked',
  'no successful sign-in is kept out',
  'every sign-in with the app password uses the app password',
  'every sign-in with the app password uses one of the app password, the certificate',
  'no sign-in where verdict=blocked signs in',
  'every sign-in where verdict=blocked is kept out',
  'every sign-in where rule=CRED-2 is decided by rule CRED-2',
])('no sign-in could break "%s"', (text) => {
  expect(unbreakable(text)).toBe(true)
})

test.each([
  'every successful sign-in is asked for a second factor',
  'no successful sign-in uses the app password',
  'every sign-in with the app password is verified by Microsoft Entra ID',
  'no sign-in with the app password uses the certificate',
  'every sign-in not with the app password uses the interactive sign-in',
  'some successful sign-in succeeds',
  'every successful sign-in succeeds',
  'every sign-in where verdict=blocked,undetermined is kept out',
  ...claimForms.flatMap(({ examples }) => examples),
])('a sign-in could break "%s"', (text) => {
  expect(unbreakable(text)).toBe(false)
})
