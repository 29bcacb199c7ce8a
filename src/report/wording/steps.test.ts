import { describe, expect, test } from 'vitest'
import { rulebook } from '../../rules/index.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import { undetermined } from '../../vocabulary/questions.ts'
import { appPasswordTrace, blockedTrace, openTrace, skypeTrace } from '../trace.fixture.ts'
import { answerWords, questionSentence } from './decisions.ts'
import { credentialWords } from './nouns.ts'
import { sessionSentence, verdictSentence, whyInFewWords } from './outcomes.ts'
import { decisionAnswer, stepLabel, stepSentence } from './steps.ts'

const traces = [appPasswordTrace, skypeTrace, blockedTrace, openTrace]
const audiences = ['user', 'architect', 'auditor'] as const

describe('the words of steps', () => {
  test.each(audiences)('leave nothing unsaid for the %s', (audience) => {
    for (const trace of traces)
      for (const step of trace.steps)
        for (const text of [stepLabel(step, audience), stepSentence(step, trace, audience)]) {
          expect(text).not.toMatch(/undefined|null|\[object|[a-z]+-[a-z]+-[a-z]+ {2}/)
          expect(text.trim()).not.toBe('')
        }
  })

  test('have an answer in words for every answer that a rule gives', () => {
    for (const [question, rules] of Object.entries(rulebook))
      for (const rule of rules) {
        expect(questionSentence(rule.question)).toMatch(/\?$/)
        for (const { expect: answer } of rule.examples)
          if (answer !== 'does-not-apply' && answer !== undetermined && answer.includes('-'))
            expect(`${question}: ${answerWords(rule.question, answer)}`).not.toBe(`${question}: ${answer}`)
      }
  })

  test('ask a whole question, whether it is about something by name or not', () => {
    for (const question of Object.keys(rulebook) as (keyof typeof rulebook)[])
      for (const about of [undefined, '', 'Ada'])
        expect(questionSentence(question, about)).toMatch(/^[A-Z](?!.* {2}).*[^ ]\?$/)
  })

  test('call someone by the name that the trace introduces', () => {
    const step = {
      kind: 'decision',
      at: 'client',
      question: 'verifier',
      answer: 'federated-idp',
      rule: 'VER-6',
    } as const
    expect(decisionAnswer(step, appPasswordTrace)).toBe('the identity provider')
    const actors = [...appPasswordTrace.actors, { id: 'federated-idp', name: 'AD FS', zone: 'on-premises' }] as const
    expect(decisionAnswer(step, { ...appPasswordTrace, actors })).toBe('AD FS')
  })

  test('tell credentials apart by a sign of their own', () => {
    expect(new Set(credentials.map((credential) => credentialWords[credential].symbol)).size).toBe(credentials.length)
  })
})

describe('the sentence of a verdict', () => {
  test.each([
    [appPasswordTrace, /an app password, checked by Microsoft Entra ID; second factor bypassed \(CRED-2\)/],
    [skypeTrace, /the account password, checked by Active Directory; no second factor \(CRED-1\)/],
    [
      blockedTrace,
      /blocked at Exchange Online, before a password is asked for, http-401; the cause is a policy of the organization \(GATE-3\)/,
    ],
    [openTrace, /depends on registered for MFA \(MFA-1\)/],
  ])('names what decides (%#)', (trace, words) => {
    expect(verdictSentence(trace)).toMatch(words)
  })

  test('names no rule to the user who types', () => {
    for (const trace of traces) {
      const rule = verdictOf(trace).rule ?? ''
      expect(sessionSentence([trace], 'user')).not.toContain(rule)
    }
  })

  test.each([
    [appPasswordTrace, 'basic cannot do MFA'],
    [blockedTrace, 'Exchange Online blocks basic authentication, http-401'],
    [openTrace, 'missing: registered for MFA'],
  ])('has a reason in few words (%#)', (trace, words) => {
    expect(whyInFewWords(trace)).toBe(words)
  })
})
