import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions'
import { describe, expect, test } from 'vitest'
import { claimForms } from '../../analysis/claims/claim-forms.ts'
import { parameterTypes, registeredName, registeredPattern, registeredRegexp } from './parameter-types.ts'
import { allSteps } from './vocabulary.ts'

function registry(): ParameterTypeRegistry {
  const types = new ParameterTypeRegistry()
  for (const type of parameterTypes)
    types.defineParameterType(
      new ParameterType<string>(registeredName(type), registeredRegexp(type), null, (text) => text, false, false),
    )
  return types
}

const types = registry()
const expressions = allSteps.map(({ pattern }) => ({
  pattern,
  expression: new CucumberExpression(registeredPattern(pattern), types),
}))

/** The sentence of an example: its first line without the keyword. */
const sentence = (example: string): string => (example.split('\n')[0] ?? '').replace(/^(?:Given|When|Then) /, '')

const matching = (text: string): readonly string[] =>
  expressions.filter(({ expression }) => expression.match(text) !== null).map(({ pattern }) => pattern)

describe('the vocabulary', () => {
  test.each(allSteps.map((step) => [step.pattern, step] as const))(
    'the example of "%s" means this step alone',
    (pattern, step) => {
      expect(step.example.startsWith(`${step.keyword} `)).toBe(true)
      expect(matching(sentence(step.example))).toEqual([pattern])
    },
  )

  test.each(allSteps.map(({ pattern }) => pattern))('the names in "%s" stand between blanks', (pattern) => {
    const own = parameterTypes.filter(({ regexp }) => regexp.source.includes('(?= |$)')).map(({ name }) => name)
    const names = [...pattern.matchAll(/\{([^}]*)\}(.?)/g)].filter(([, name]) => own.some((one) => one === name))
    expect(names.map(([, , next]) => next).filter((next) => next !== ' ' && next !== '')).toEqual([])
  })

  test('each step is defined once and says what it does', () => {
    expect(new Set(allSteps.map(({ pattern }) => pattern)).size).toBe(allSteps.length)
    expect(allSteps.filter(({ says }) => says.length < 10)).toEqual([])
  })

  test('each example has the block that its step takes, and no other', () => {
    for (const { pattern, example, block } of allSteps) {
      const found = example.includes('"""') ? 'text' : example.includes('\n  |') ? 'table' : undefined
      expect([pattern, found]).toEqual([pattern, block])
    }
  })

  test.each(claimForms.flatMap(({ examples }) => examples))('"%s" is a claim and no other step', (claim) => {
    expect(matching(claim)).toEqual(['{claim}'])
  })

  test.each([
    'the second factor is not asked',
    'the second factor is not required',
    'the required credential is no credential',
    'the sign-in is not recorded by Active Directory',
    'no policy takes part',
    'no credential opens the sign-in',
    'no credential can sign in',
    'the finance lead cannot read mail with Outlook on the web',
    'the finance lead uses Outlook on the web on an unmanaged device to read mail',
  ])('"%s" is one step still', (text) => {
    expect(matching(text)).toHaveLength(1)
  })

  test.each([
    'the finance lead must use the app password to read mail with Outlook 2010',
    'finance.lead@contoso.com must use interactive sign-in to read mail with Outlook on the web',
    'the "Lead \\"with\\" two mailboxes" must use the app password to read mail with Outlook 2010',
    'the "Lead with two mailboxes" must use the app password to read mail with "Outlook with a POP or IMAP account"',
  ])('"%s" is one step', (text) => {
    expect(matching(text)).toHaveLength(1)
  })
})
