import { posix } from 'node:path'
import { kebab, quoted } from './words.mjs'

const catalog = 'src/catalog/clients.ts'

/** A client of the catalog: one row, in the file of its kind. */
export function newClient(shop, id, name, kind = 'mail') {
  if (id !== kebab(id ?? '') || name === undefined)
    throw new Error('usage: npm run new -- client thunderbird-140 "Thunderbird 140" [mail]')
  const files = shop.read(catalog).match(/(?<=from '\.\/)clients\/[a-z-]+\.ts(?=')/g) ?? []
  const file = files.find((one) => one === `clients/${kind}.ts`)
  if (file === undefined)
    throw new Error(
      `no file of clients is called ${kind}; there are ${files.map((one) => posix.basename(one, '.ts')).join(', ')}`,
    )
  if (files.some((one) => shop.read(`src/catalog/${one}`).includes(`id: '${id}'`)))
    throw new Error(`the catalog already has a client ${id}`)
  shop.insert(`src/catalog/${file}`, /^\] as const satisfies readonly Client\[\]/, clientText(id, name))
  return `${id} is in the catalog. Fill in kind, flows (in the order in which it tries them), protocols and citation;
\`npx vitest run src/catalog\` shows what is missing.`
}

const clientText = (id, name) => `  {
    id: '${id}',
    name: ${quoted(name)},
    kind: 'mail',
    platform: 'any',
    office: 'not-office',
    flows: ['modern'],
    protocols: { 'read-mail': [] },
    prompts: 'one',
    autodiscover: 'none',
    citation: { source: 'entra-app-passwords', section: '' },
  },`
