import { kebab, quoted } from './words.mjs'

/** A command: its file, its line in the help, and where its code is loaded. */
export function newCommand(shop, name, answers) {
  if (name !== kebab(name ?? '') || answers === undefined)
    throw new Error('usage: npm run new -- command sources "which pages are cited"')
  const key = /^\w+$/.test(name) ? name : `'${name}'`
  shop.create(`src/cli/commands/${name}.ts`, commandText(name))
  shop.insert('src/cli/commands.ts', /^ {2}completion:/, `  ${key}: ${quoted(answers)},`)
  shop.insert('src/cli/load-command.ts', /^ {2}completion:/, `  ${key}: () => import('./commands/${name}.ts'),`)
  return `authplan ${name} has been created. Fill in src/cli/commands/${name}.ts and a test of its output; \`npm run build && npm run reports\`
writes its line into README.`
}

const commandText = (name) => `import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'

/** \`authplan ${name}\`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, '${name}', {
    examples: [{ line: 'authplan ${name}', says: 'what it shows' }],
  })
  return command.action(() => {
    environment.stdout('')
    exit(0)
  })
}
`
