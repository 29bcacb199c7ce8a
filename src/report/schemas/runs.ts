import type { DiagnosticJson } from '../../source/diagnostics/render-diagnostic.ts'
import {
  count,
  flag,
  list,
  number,
  object,
  oneOf,
  optional,
  record,
  type Schema,
  shape,
  text,
  texts,
  version,
} from './schema.ts'

/** A located problem of a file. */
const diagnostic = object<DiagnosticJson>('A problem of a file.', {
  code: text('The code; `authplan explain-code` explains it.'),
  severity: oneOf('The severity.', ['error', 'warning']),
  file: text('The file.'),
  line: count('The line, from 1.'),
  column: count('The column, from 1.'),
  endLine: count('The last line.'),
  endColumn: count('The column after the last character.'),
  message: text('What is wrong.'),
  help: text('What to do.'),
  rule: optional(text('The rule concerned.')),
})

/** The document of `check`. */
export const check = shape('The problems of files.', {
  formatVersion: version,
  diagnostics: list('The problems.', diagnostic),
  files: list(
    'The files.',
    shape('One file.', {
      file: text('The file.'),
      valid: flag('Whether it can be used.'),
      topology: optional(text('The Skype for Business topology that it matches.')),
    }),
  ),
})

const status = oneOf('The result.', ['passed', 'failed', 'undefined', 'ambiguous', 'pending', 'skipped', 'unknown'])
const line = count('The line, from 1.')
const message = optional(text('Why it failed.'))

const step = shape('One step.', {
  keyword: text('The keyword.'),
  text: text('The text.'),
  line,
  status,
  message,
  attachments: optional(
    list(
      'What the step attached.',
      shape('One attachment.', {
        name: optional(text('Its name.')),
        mediaType: text('Its media type.'),
        text: text('Its text.'),
      }),
    ),
  ),
})

const scenario = shape('One scenario.', {
  name: text('The name.'),
  rule: optional(text('The rule of the feature to which it belongs.')),
  line,
  row: optional(shape('The row of a table of examples that is kept elsewhere.', { file: text('The file.'), line })),
  tags: texts('The tags.'),
  status,
  message,
  rules: texts('The rules that decided its sign-ins.'),
  tenants: list(
    'The tenant files.',
    shape('One file.', {
      file: text('The file.'),
      sha256: text('The hash of its content.', '^[0-9a-f]{64}$'),
      changed: flag('Whether the scenario changes the tenant.'),
    }),
  ),
  restsOn: optional(
    list(
      'Policies that are only partly understood.',
      shape('One policy.', { policy: text('The policy.'), codes: texts('The codes of its diagnostics.') }),
    ),
  ),
  signIns: list(
    'The asserted sign-ins, the first twenty.',
    shape('One sign-in.', {
      user: text('The user.'),
      client: text('The client.'),
      purpose: text('The purpose.'),
      network: text('The network.'),
      verdict: text('The verdict in words.'),
    }),
  ),
  steps: list('The steps.', step),
})

/** The document of `test`. */
export const run = shape('A run of features.', {
  formatVersion: version,
  passed: flag('Whether everything passed.'),
  counts: shape('The counts.', {
    scenarios: count('The number of scenarios.'),
    steps: count('The number of steps.'),
    failed: count('The number of scenarios that did not pass.'),
  }),
  features: list(
    'The features.',
    shape('One feature.', {
      uri: text('The file.'),
      name: text('The name.'),
      line,
      scenarios: list('The scenarios.', scenario),
    }),
  ),
  problems: list(
    'What kept scenarios from running.',
    shape('One problem.', {
      uri: text('The file.'),
      line,
      message: text('The problem.'),
      invalid: flag('Whether an input file is invalid.'),
    }),
  ),
  warnings: list('Warnings about tenant files.', diagnostic),
})

const share = shape('A part of a whole.', {
  covered: count('The number covered.'),
  total: count('The number of all.'),
  missed: texts('What is not covered.'),
})

/** The document of `test --format coverage-json`. */
export const coverage = shape('How much of the model the passed scenarios assert.', {
  formatVersion: version,
  percent: number('The percentage.'),
  counts: text('What is counted.'),
  rulesDecided: share,
  rulesNamed: share,
  facts: share,
  tenants: list(
    'The tenant files.',
    shape('One file.', {
      file: text('The file.'),
      cells: share,
      claimed: share,
      policies: share,
      events: share,
      lines: list(
        'The declarations.',
        shape('One declaration.', {
          kind: oneOf('What is declared.', ['user', 'client', 'network', 'policy', 'event', 'domain']),
          name: text('Its name.'),
          line,
          hits: count('The number of assertions.'),
        }),
      ),
    }),
  ),
  assertions: count('The number of assertions.'),
})

const importStatus = ['understood', 'assumed', 'unused', 'not-imported', 'not-understood'] as const
const entry = shape('One object of an export.', {
  source: text('The export, or empty.'),
  kind: text('What it is.'),
  name: text('Its name.'),
  status: oneOf('What happened to it.', importStatus),
  note: optional(text('The fields concerned, or what was assumed.')),
})

/** The document of `import --coverage`. */
export const importCoverage: Schema<unknown> = shape('What an import understood.', {
  formatVersion: version,
  totals: shape(
    'The counts by status and kind.',
    Object.fromEntries(importStatus.map((one) => [one, record('Counts by kind.', count('The number.'))])),
  ),
  entries: list('The objects.', entry),
  diagnostics: list('Problems of single values.', diagnostic),
})
