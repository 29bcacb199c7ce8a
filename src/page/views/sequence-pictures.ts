import type { Diagram } from '../../report/drawing/diagram.ts'
import type { Room } from '../../report/drawing/sequence-layout.ts'
import { sequenceSvg } from '../../report/drawing/sequence-svg.ts'
import { drawn } from '../parts/dom.ts'
import type { DrawnPicture, Picture } from './picture-viewer.ts'

/** A sequence diagram drawn for a whole screen and for a panel; `id` is the prefix of the ids in it. */
export function sequencePictures(diagram: Diagram, id: string): Picture['drawings'] {
  const drawnFor = (room: Room): DrawnPicture => {
    const picture = sequenceSvg(diagram, { id: `${id}-${room}`, numbered: true, room })
    return { element: drawn(picture), width: Number(picture.attributes['width']) }
  }
  return [drawnFor('screen'), drawnFor('panel')]
}
