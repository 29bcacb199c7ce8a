import type { AnswerDisagreement, OneSided, PolicyStatus } from '../../analysis/what-if/second-judge.ts'
import { type ConditionResult, conditionNames } from '../../vocabulary/policies.ts'
import { count, flag, list, object, oneOf, optional, shape, text, texts, version, wordOf } from './schema.ts'

const said = (whose: string) =>
  object<PolicyStatus>(`What ${whose} says.`, {
    applies: flag('Whether the policy applies.'),
    reasons: texts('Why it does not apply.'),
  })

const file = text('The file of the request.')
const policy = text('The policy.')

/** The document of `replay --what-if`. */
export const secondJudge = shape('How the saved answers of a tenant compare with the model.', {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  file: text('The tenant file.'),
  folder: text('The folder of the requests and answers.'),
  requests: count('The number of requests.'),
  notAnswered: texts('Requests without a saved answer.'),
  compared: count('The number of policies of answers that were compared.'),
  agree: count('The number of these that agree.'),
  disagreements: list(
    'Policies of answers that the model reads otherwise.',
    object<AnswerDisagreement>('One disagreement.', {
      file,
      policy,
      authplan: said('the model'),
      tenant: said('the tenant'),
      condition: optional(oneOf('The condition that decides in the model, or that the tenant names.', conditionNames)),
      finding: optional(
        wordOf<ConditionResult>('What the model says of that condition.', {
          hit: true,
          miss: true,
          may: true,
          'not-configured': true,
        }),
      ),
    }),
  ),
  undetermined: list(
    'Policies of which the model does not say whether they apply.',
    shape('One policy of one answer.', { file, policy, missing: texts('The missing facts.') }),
  ),
  oneSided: list(
    'Policies that only one side has.',
    object<OneSided>('One policy.', {
      policy,
      side: wordOf<OneSided['side']>('The side that has it.', { authplan: true, tenant: true }),
      answers: count('The number of answers concerned.'),
    }),
  ),
  unknownWords: list(
    'Reasons of answers that no table has.',
    shape('One word.', { word: text('The word.'), count: count('How often.') }),
  ),
})
