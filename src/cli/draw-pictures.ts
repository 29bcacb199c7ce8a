import type { MermaidDrawing, SvgDrawing } from '../report/drawing/draw.ts'
import type { Environment } from './environment.ts'
import { removeIfKilled } from './leftovers.ts'

/** A picture to draw and the file that takes it. */
export type Picture = (Omit<MermaidDrawing, 'name'> | Omit<SvgDrawing, 'name'>) & { readonly file: string }

/** Draws all pictures with one browser and writes each whole; false when any of them failed. */
export async function drawPictures(environment: Environment, pictures: readonly Picture[]): Promise<boolean> {
  if (pictures.length === 0) return true
  const { drawDiagrams } = await import('../report/drawing/draw.ts')
  const drawings = pictures.map(({ file, ...picture }) => ({ ...picture, name: file }))
  const drawn = await drawDiagrams(drawings, {
    environment: environment.variables,
    removeIfKilled,
    onProgress: (done, total, name) => environment.stderr(`drawing ${done} of ${total}: ${name}\n`),
  })
  const complaints = new Set<string>()
  for (const result of drawn) {
    if (result.ok) await environment.writeFile(result.name, result.bytes)
    else
      complaints.add(drawn.length === 1 || allFailAlike(drawn) ? result.message : `${result.name}: ${result.message}`)
  }
  for (const complaint of complaints) environment.stderr(`error: ${complaint}\n`)
  return complaints.size === 0
}

/** One reason that keeps every picture from being drawn is said once. */
function allFailAlike(
  drawn: readonly ({ readonly ok: true } | { readonly ok: false; readonly message: string })[],
): boolean {
  return new Set(drawn.map((result) => (result.ok ? '' : result.message))).size === 1
}
