import { authplan } from './product.mjs'

/** Every command with its own help. */
export function commandsPage() {
  const help = authplan('--help')
  const list = /\nCommands:\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? ''
  const names = list.split('\n').map((line) => line.trim().split(' ')[0])
  const sections = names.map(
    (name) => `## authplan ${name}\n\n\`\`\`text\n${authplan(name, '--help').trimEnd()}\n\`\`\`\n`,
  )
  return `# Commands\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n\n${sections.join('\n')}`
}
