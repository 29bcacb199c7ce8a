// Helix with the configuration that the documentation shows, in a terminal: keys are pressed, and the screen is read.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, ran } from './counted.mjs'
import { shownIn } from './project.mjs'
import { openScreen } from './screen.mjs'
import { editorOf } from './tools.mjs'

const tenant = 'scenarios/our-tenant.yaml'

export async function checkHelix(root, project, folder) {
  const { command, variables } = editorOf(root, 'hx')
  const home = join(folder, 'helix')
  mkdirSync(join(home, 'helix'), { recursive: true })
  writeFileSync(join(home, 'helix/languages.toml'), shownIn(root, 'docs/editors.md', 'toml'))
  ran('git', ['checkout', '-q', '--', '.'], { cwd: project })
  const place = { cwd: project, variables: { ...variables, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, HOME: home } }
  const seen = async (what, screen, pattern) => check(`Helix ${what}`, await screen.shows(pattern), screen.shown())

  const screen = openScreen('helix', [...command, tenant], place)
  await seen('opens a tenant file', screen, /name: Our tenant/)
  screen.type('/managed')
  screen.press('Enter')
  screen.type('cmanged')
  screen.press('Escape')
  await seen('shows an error as it is typed', screen, /unknown domain authentication/)
  // The cursor stands behind what was typed, where the error has ended.
  screen.type('h')
  screen.press('Space')
  screen.type('a')
  await seen('offers the quick fix', screen, /Replace by/)
  screen.press('Enter')
  await seen('applies it', screen, /authenticationType: managed\b/)
  screen.press('Space')
  screen.type('k')
  await seen('shows what a value means', screen, /Microsoft Entra ID/)
  screen.press('Escape')
  screen.press('Space')
  screen.type('s')
  await seen('has an outline', screen, /multifactorAuthentication[\s\S]*securityDefaults/)
  screen.press('Escape', 'Escape')
  screen.close()

  const steps = openScreen('helix', [...command, 'features/reading-mail.feature'], place)
  await seen('opens a feature', steps, /Feature: Reading mail/)
  steps.type('/Alex')
  steps.press('Enter')
  // The server may still be starting, which Helix does not show.
  for (let tries = 0; tries < 6; tries += 1) {
    steps.type('gd')
    if (await steps.shows(/alex@example\.com[\s\S]*our-tenant\.yaml/, 5000)) break
  }
  await seen('goes to the definition of a name', steps, /alex@example\.com[\s\S]*our-tenant\.yaml/)
  steps.close()
  check('Helix leaves the files alone', existsSync(join(project, tenant)))
}
