import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { authplan, site } from './product.mjs'

/** Pictures of the pages: one session each, drawn by the product. */
const pictures = {
  'two-passwords': [
    'scenarios/federated-skype-on-premises.yaml',
    '-u',
    'Finance lead',
    '-c',
    'skype-for-business-2016',
    '-p',
    'open-address-book',
    '-n',
    'internet',
  ],
  'app-password': [
    'scenarios/federated-skype-on-premises.yaml',
    '-u',
    'Finance lead',
    '-c',
    'outlook-2010',
    '-p',
    'read-mail',
    '-n',
    'internet',
  ],
  'blocked-at-home': ['scenarios/leaving-ad-fs.yaml', '-u', 'Fitter', '-c', 'outlook', '-p', 'read-mail', '-n', 'home'],
}

/** Draws them below `public/pictures`. */
export function drawPictures() {
  const folder = join(site, 'public/pictures')
  mkdirSync(folder, { recursive: true })
  for (const [name, words] of Object.entries(pictures))
    authplan('diagram', ...words, '-f', 'mermaid', '-o', join(folder, `${name}.svg`))
}
