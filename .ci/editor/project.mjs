// A project as the documentation says to make it: the packed program and what its language server needs, `init`, a commit.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, ran } from './counted.mjs'

/** The code of the first block of a language in a page of the documentation. */
export function shownIn(root, page, language) {
  const text = readFileSync(join(root, page), 'utf8')
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? ''
}

/** Makes the project in a folder; whether all of it worked. */
export function makeProject(root, folder) {
  const project = join(folder, 'project')
  mkdirSync(project)
  const packed = ran('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies['vscode-languageserver']
  const names = [join(folder, tarball), '@cucumber/cucumber@12', `vscode-languageserver@${version}`]
  const quick = ['--prefix', project, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  const done =
    packed.ok &&
    ran('npm', ['install', '--save-dev', ...quick, ...names], { cwd: project }).ok &&
    ran('npx', ['--no-install', 'authplan', 'init'], { cwd: project }).ok &&
    ran('git', ['init', '-q'], { cwd: project }).ok &&
    ran('git', ['add', '.'], { cwd: project }).ok &&
    ran('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'first'], { cwd: project })
      .ok
  check('a project is made with the packed program', done)
  return done ? project : undefined
}
