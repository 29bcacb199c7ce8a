import { camel, kebab, nextNumber, quoted, withImport } from './words.mjs'

const index = 'src/tenant/checks/index.ts'
const codes = 'src/source/diagnostics/tenant-codes.ts'

/** A check of tenant files: its file, its place in the list, its code, and a file that breaks it. */
export function newCheck(shop, title) {
  const name = kebab(title)
  const code = `TEN-${nextNumber(shop.read(codes) + shop.read('src/source/diagnostics/access-rule-codes.ts'), 'TEN')}`
  shop.create(`src/tenant/checks/${name}.ts`, checkText(name, code))
  shop.insert(index, /^\]/, `  ${camel(name)},`)
  shop.replace(index, (text) => withImport(text, `import { ${camel(name)} } from './${name}.ts'`))
  shop.insert(codes, /^\}/, codeText(code, title))
  shop.create(`scenarios/invalid/${code}-${name}.yaml`, '# A file that breaks this and nothing else.\n')
  return `${code} has been created. Fill in the check, the texts of its code in ${codes}, and scenarios/invalid/${code}-${name}.yaml
with what \`authplan check\` answers to it beside it (.txt); \`npx vitest run src/tenant src/source\` shows what is missing.`
}

const checkText = (name, code) => `import type { Check } from './check.ts'

/** What this check requires, in one sentence. */
export const ${camel(name)}: Check = (file) =>
  file.users().flatMap(({ path }) => {
    const args = { user: '' }
    return [{ code: '${code}' as const, args, at: file.document.rangeOf(path) }].slice(1)
  })
`

const codeText = (code, title) => `  '${code}': entry<{ readonly user: string }>({
    severity: 'warning',
    title: ${quoted(title.toLowerCase())},
    message: ({ user }) => \`what is wrong with \${tick(user)}\`,
    help: () => 'what to do about it',
  }),`
