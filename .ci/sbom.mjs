// The bill of materials of the package, CycloneDX: what npm installs with it, from the lockfile. `npm sbom --omit dev` leaves out
// every package that a development dependency needs as well, so it would miss two of our own.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The place of a package as Node finds it from another place. */
function placeOf(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (folder === '') throw new Error(`${name} is not in the lockfile`)
  }
}

const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function hashOf(integrity) {
  const [algorithm, text] = integrity.split('-', 2)
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(text, 'base64').toString('hex') }
}

function componentOf(place, { version, license, integrity }) {
  const name = nameOf(place)
  const purl = purlOf(name, version)
  return {
    'bom-ref': purl,
    type: 'library',
    name,
    version,
    purl,
    hashes: [hashOf(integrity)],
    licenses: [{ license: { id: license } }],
  }
}

/** The whole document; the same lockfile gives the same bytes. */
export function billOfMaterials({ name, version, license }, { packages }) {
  const needed = new Map()
  const follow = (place) => {
    const names = Object.keys(packages[place].dependencies ?? {})
    const places = names.map((one) => placeOf(packages, place, one))
    needed.set(place, places)
    for (const one of places) if (!needed.has(one)) follow(one)
  }
  follow('')
  const own = purlOf(name, version)
  const refOf = (place) => (place === '' ? own : purlOf(nameOf(place), packages[place].version))
  const places = [...needed.keys()].filter((place) => place !== '').sort()
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': own,
        type: 'library',
        name,
        version,
        purl: own,
        licenses: [{ license: { id: license } }],
      },
    },
    components: places.map((place) => componentOf(place, packages[place])),
    dependencies: ['', ...places].map((place) => ({
      ref: refOf(place),
      dependsOn: needed.get(place).map(refOf).sort(),
    })),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((file) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')),
  )
  console.log(JSON.stringify(billOfMaterials(manifest, lock), null, 2))
}
