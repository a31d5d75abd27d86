import type { ChosenFile } from '../services'
import type { Thunk } from '../store'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** The file on a tab's desk, loaded or not; undefined where it came back from the journal. */
export function readChosen(kind: SheetKind): Thunk<ChosenFile | undefined> {
  return (_, getState, services) => {
    const { refusedTicket, sheet } = getState().sheets[kind]
    return services.files.chosenFiles.get(refusedTicket ?? sheet?.id ?? '')
  }
}

/** Forgets the files that lie on no desk any more: a pasted one holds all its text. */
export function forgetFiles(): Thunk {
  return (_, getState, services) => {
    const kept = new Set(
      Object.values(getState().sheets).flatMap(({ reading, refusedTicket, sheet, aside }) => [
        reading?.ticket,
        reading?.before.refusedTicket,
        refusedTicket,
        sheet?.id,
        aside?.id,
      ]),
    )
    for (const ticket of services.files.chosenFiles.keys()) {
      if (!kept.has(ticket)) services.files.chosenFiles.delete(ticket)
    }
  }
}
