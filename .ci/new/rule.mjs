import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { camel, kebab, nextNumber, quoted, withImport } from './words.mjs'

const rules = 'src/rules'

/** A rule: its file, its place in the list before the rule that always answers, the next id, two examples to fill. */
export function newRule(shop, question, statement) {
  const questions = readdirSync(join(shop.root, rules), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map(({ name }) => name)
  if (!questions.includes(question ?? '')) throw new Error(`the questions are ${questions.join(', ')}`)
  if (!/^[A-Z].*\.$/.test(statement ?? '')) throw new Error('the statement is a sentence: "A guest has no mailbox."')
  const index = `${rules}/${question}/index.ts`
  const list = shop.read(index)
  const files = [...list.matchAll(/from '\.\/([\w-]+)\.ts'/g)].map(([, file]) => file)
  const prefix = /id: '([A-Z0-9]+)-\d+'/.exec(shop.read(`${rules}/${question}/${files[0]}.ts`))?.[1]
  const everywhere = questions.flatMap((name) =>
    readdirSync(join(shop.root, rules, name)).map((file) => shop.read(`${rules}/${name}/${file}`)),
  )
  const id = `${prefix}-${nextNumber([...everywhere, shop.read(`${rules}/retired-ids.ts`)].join('\n'), prefix)}`
  const name = kebab(statement)
  shop.create(`${rules}/${question}/${name}.ts`, ruleText({ id, question, statement, name }))
  const last = /(\w+),\n\]/.exec(list)?.[1]
  shop.insert(index, new RegExp(`^  ${last},$`), `  ${camel(name)},`)
  shop.replace(index, (text) => withImport(text, `import { ${camel(name)} } from './${name}.ts'`))
  return `${id} has been created. Fill in citation, because, answer and examples; \`npx vitest run src/rules\` shows what is missing.
The order in ${index} is precedence: the rule is before the last one, move it to where it has to be. A rule that ends a sign-in
also has \`owner\` and \`inFewWords\`. \`node .ci/build.mjs --generate\` refreshes what is derived from facts and settings.
Then: a feature that shows the verdict, \`npm run reports\`, CHANGELOG (★ if a verdict changes for a file that did not).`
}

const ruleText = ({ id, question, statement, name }) => `import { defineRule } from '../rule.ts'

export const ${camel(name)} = defineRule({
  id: '${id}',
  question: '${question}',
  statement: ${quoted(statement)},
  citation: { source: 'entra-app-passwords', section: '' },
  basis: 'documented',
  because: [],
  answer: () => undefined,
  examples: [
    { name: 'where it answers', given: {}, expect: 'does-not-apply' },
    { name: 'a near miss', given: {}, expect: 'does-not-apply' },
  ],
})
`
