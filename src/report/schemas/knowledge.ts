import { questionFacts } from '../../rules/question-facts.ts'
import { factOrder } from '../../vocabulary/facts.ts'
import { owners } from '../../vocabulary/owners.ts'
import { catalogCitation, fullCitation } from './places.ts'
import { count, list, oneOf, optional, partial, ruleId, type Schema, shape, text, union, version } from './schema.ts'
import { stage } from './verdicts.ts'

const fact = oneOf('A fact.', factOrder)

/** The document of `rules`. */
export const rules = shape('The knowledge base.', {
  formatVersion: version,
  rules: list(
    'The rules.',
    shape('One rule.', {
      id: ruleId('The id.'),
      question: oneOf('The question that it answers.', Object.keys(questionFacts)),
      statement: text('What it states.'),
      basis: oneOf('Whether the vendor documents it.', ['documented', 'inferred']),
      citation: fullCitation,
      because: list('The facts that it reads.', fact),
      owner: optional(oneOf('Who is responsible for a failure that this rule decides.', owners)),
      error: optional(text('The error code of the vendor.')),
      examples: list(
        'Worked examples.',
        shape('One example.', {
          name: text('The example in words.'),
          given: partial('The facts given.', text('The value.'), factOrder),
          expect: text('The answer, `undetermined` or `does-not-apply`.'),
        }),
      ),
    }),
  ),
})

/** The document of `explain-code`. */
export const codes = shape('What codes mean, and what to do.', {
  formatVersion: version,
  codes: list(
    'The codes.',
    shape('One code.', {
      code: text('The code.'),
      kind: oneOf('What it is.', ['diagnostic', 'finding', 'vendor error']),
      name: optional(text('The name of a vendor error.')),
      severity: optional(oneOf('The severity of a diagnostic.', ['error', 'warning'])),
      title: text('The title.'),
      meaning: text('What it means.'),
      remedy: text('What to do.'),
      stage: optional(stage),
      rules: list('Rules that give the code.', shape('One rule.', { id: ruleId('The id.'), statement: text('It.') })),
      citation: optional(fullCitation),
    }),
  ),
})

const parameter = shape('A parameter of steps.', {
  name: text('The name.'),
  says: text('What it stands for.'),
  example: text('An example.'),
})

/** The document of `steps`. */
export const steps = shape('The steps of features.', {
  formatVersion: version,
  parameters: list('The parameters.', parameter),
  steps: list(
    'The steps.',
    shape('One step.', {
      heading: text('The heading under which it is listed.'),
      keyword: text('Given, When or Then.'),
      pattern: text('The text, with parameters in braces.'),
      says: text('What it states.'),
      example: text('An example.'),
      block: optional(text('What follows the step: a table or a text.')),
    }),
  ),
})

const row: Schema<unknown> = {
  json: {
    type: 'object',
    description: 'One row; its further fields belong to the table.',
    properties: { id: { type: 'string' }, citation: catalogCitation.json },
    required: ['id'],
  },
}

/** The document of `catalog`. */
export const catalog = union<unknown>('The product facts.', [
  shape('One table.', { table: text('The name of the table.'), rows: list('The rows.', row) }),
  shape('The list of tables.', {
    tables: list(
      'The tables.',
      shape('One table.', { id: text('The name.'), says: text('What it lists.'), rows: count('The number of rows.') }),
    ),
  }),
])
